using System.Collections.Immutable;

namespace Core;

/// <summary>One threshold: what calling everything with score ≥ threshold positive gives.</summary>
/// <param name="Threshold">+∞ for the first point, where nothing is positive; then each different score, falling.</param>
/// <param name="FalsePositiveRate">FP / negatives</param>
/// <param name="TruePositiveRate">TP / positives</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);

/// <summary>Receiver operating characteristic of scores for two classes; as scikit-learn's roc_curve with drop_intermediate=False.</summary>
public sealed class RocCurve
{
    private RocCurve(ImmutableArray<RocPoint> points, double auc) => (Points, Auc) = (points, auc);

    /// <summary>From (0, 0) to (1, 1), one point per different score.</summary>
    public ImmutableArray<RocPoint> Points { get; }

    /// <summary>
    /// Area under the curve = P(score of a positive &gt; score of a negative), equal scores counting ½ (Mann–Whitney U / (positives·negatives)).
    /// 0 when one of the classes is missing (0/0); NaN when a score is NaN.
    /// </summary>
    public double Auc { get; }

    /// <summary>The curve of scores [n] for labels [n], 1 positive and 0 negative.</summary>
    /// <exception cref="BadDataException">When the lengths differ or a label is neither 0 nor 1.</exception>
    public static RocCurve Of(ReadOnlySpan<int> labels, ReadOnlySpan<double> scores)
    {
        MetricCheck.SameRows(labels.Length, scores.Length);
        MetricCheck.ZeroOne(labels);
        var (order, keys) = (new int[labels.Length], new double[labels.Length]);
        var isNaN = false;
        long positives = 0;
        for (var i = 0; i < order.Length; i++)
        {
            (order[i], keys[i]) = (i, -scores[i]);
            isNaN |= double.IsNaN(scores[i]);
            positives += labels[i];
        }
        Array.Sort(keys, order);
        var negatives = labels.Length - positives;
        var points = ImmutableArray.CreateBuilder<RocPoint>();
        points.Add(new(double.PositiveInfinity, 0, 0));
        long hits = 0, alarms = 0;
        double halfWins = 0;
        for (var i = 0; i < order.Length;)
        {
            var (hitsBefore, alarmsBefore, score) = (hits, alarms, scores[order[i]]);
            do
            {
                hits += labels[order[i]];
                alarms += 1 - labels[order[i]];
            }
            while (++i < order.Length && scores[order[i]] == score);
            // Each negative here loses to the positives above and draws with those beside it: a trapezoid of the curve.
            halfWins += (double)(alarms - alarmsBefore) * (hits + hitsBefore);
            points.Add(new(score, ClassTally.Quotient(alarms, negatives), ClassTally.Quotient(hits, positives)));
        }
        var auc = isNaN ? double.NaN : ClassTally.Quotient(halfWins / 2, (double)positives * negatives);
        return new(points.ToImmutable(), auc);
    }
}
