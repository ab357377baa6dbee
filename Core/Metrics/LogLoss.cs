namespace Core;

/// <summary>
/// Mean negative natural logarithm of the probability given to the truth, as scikit-learn's log_loss: probabilities are clipped to
/// [ε, 1 − ε], ε = 2⁻⁵², so a confident mistake costs 36.04 and not ∞; rows are not scaled to sum to 1.
/// </summary>
public static class LogLoss
{
    /// <summary>2⁻⁵², the distance from 1 to the next double.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>−Σ[y·ln p + (1 − y)·ln(1 − p)]/n for labels y in {0, 1} and probabilities p of the positive class, both [n].</summary>
    public static double Binary(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities)
    {
        MetricCheck.SameRows(labels.Length, probabilities.Length);
        MetricCheck.ZeroOne(labels);
        double sum = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var p = Clip(probabilities[i]);
            sum -= ScalarMath<double>.Log(labels[i] == 1 ? p : 1 - p);
        }
        return sum / labels.Length;
    }

    /// <summary>−ΣΣ t·ln p / n for targets of several classes (class numbers, one-hot, soft) and probabilities [n, classes].</summary>
    public static double Categorical(Targets targets, ReadOnlySpan<double> probabilities)
    {
        MetricCheck.SameShape(targets.Rows * targets.Width, probabilities.Length, targets.Width);
        double sum = 0;
        for (var row = 0; row < targets.Rows; row++)
            for (var c = 0; c < targets.Width; c++)
                if (targets[row, c] is not 0 and var share) sum -= share * ScalarMath<double>.Log(Clip(probabilities[row * targets.Width + c]));
        return sum / targets.Rows;
    }

    private static double Clip(double p) => double.IsNaN(p) ? p : Math.Clamp(p, Epsilon, 1 - Epsilon);
}
