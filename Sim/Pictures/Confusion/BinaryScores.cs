using Core;

namespace Sim;

/// <summary>Two classes and one score: what every threshold would decide.</summary>
/// <param name="Roc">The curve.</param>
/// <param name="Positives">Rows of class 1.</param>
/// <param name="Negatives">Rows of class 0.</param>
/// <param name="Low">Least threshold of the slider.</param>
/// <param name="High">Largest threshold of the slider.</param>
/// <param name="Usual">The threshold of the run.</param>
internal sealed record BinaryScores(RocCurve Roc, int Positives, int Negatives, double Low, double High, double Usual)
{
    /// <summary>Steps of the slider from <see cref="Low"/> to <see cref="High"/>.</summary>
    public const int Steps = 100;

    public static BinaryScores Of(int[] truth, double[] scores, double usual)
    {
        double[] finite = [.. scores.Where(double.IsFinite).Append(usual)];
        bool isShare = finite.Min() >= 0 && finite.Max() <= 1;
        var (low, high) = isShare ? (0, 1) : (finite.Min(), finite.Max());
        if (low == high) (low, high) = (low - 1, high + 1);
        return new BinaryScores(RocCurve.Of(truth, scores), truth.Count(label => label == 1), truth.Count(label => label == 0), low, high, usual);
    }

    /// <summary>The threshold at a step of the slider.</summary>
    public double At(int step) => Low + (High - Low) * step / Steps;

    /// <summary>The step nearest to the run's threshold.</summary>
    public int UsualStep => (int)Math.Clamp(Math.Round((Usual - Low) / (High - Low) * Steps), 0, Steps);

    /// <summary>The last point of the curve whose threshold is not below this one: score ≥ threshold is positive.</summary>
    public RocPoint PointAt(double threshold) => Roc.Points.Last(point => point.Threshold >= threshold || double.IsPositiveInfinity(point.Threshold));

    /// <summary>Class 1 at this threshold.</summary>
    public ClassTally Positive(double threshold)
    {
        var point = PointAt(threshold);
        long hits = (long)Math.Round(point.TruePositiveRate * Positives), alarms = (long)Math.Round(point.FalsePositiveRate * Negatives);
        return new ClassTally(hits, alarms, Positives - hits);
    }

    /// <summary>Class 0 at this threshold: its hits are what is left of it.</summary>
    public ClassTally Negative(double threshold)
    {
        var positive = Positive(threshold);
        return new ClassTally(Negatives - positive.FalsePositive, positive.FalseNegative, positive.FalsePositive);
    }
}
