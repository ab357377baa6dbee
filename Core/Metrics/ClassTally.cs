namespace Core;

/// <summary>
/// How one class (or label) was met: hits, false alarms and misses. Every quotient 0/0 is 0.
/// Definitions as in scikit-learn's precision_recall_fscore_support.
/// </summary>
/// <param name="TruePositive">Rows of the class that were predicted as it.</param>
/// <param name="FalsePositive">Rows of other classes that were predicted as it.</param>
/// <param name="FalseNegative">Rows of the class that were predicted as another.</param>
public readonly record struct ClassTally(long TruePositive, long FalsePositive, long FalseNegative)
{
    /// <summary>Rows of the class: TP + FN.</summary>
    public long Support => TruePositive + FalseNegative;

    /// <summary>TP / (TP + FP): how many of those called so are.</summary>
    public double Precision => Quotient(TruePositive, TruePositive + FalsePositive);

    /// <summary>TP / (TP + FN): how many of those that are, are called so.</summary>
    public double Recall => Quotient(TruePositive, Support);

    /// <summary>2·TP / (2·TP + FP + FN), the harmonic mean of precision and recall.</summary>
    public double F1 => Quotient(2 * TruePositive, 2 * TruePositive + FalsePositive + FalseNegative);

    /// <summary>Whether the class is met at all, in the truth or in the predictions.</summary>
    public bool Occurs => TruePositive + FalsePositive + FalseNegative > 0;

    /// <summary>Counts of both together.</summary>
    public static ClassTally operator +(ClassTally a, ClassTally b) =>
        new(a.TruePositive + b.TruePositive, a.FalsePositive + b.FalsePositive, a.FalseNegative + b.FalseNegative);

    /// <summary>Counts of one label: 1 is positive, anything else negative.</summary>
    public static ClassTally Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        MetricCheck.SameRows(truth.Length, predicted.Length);
        long hits = 0, alarms = 0, misses = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i] == 1 && predicted[i] == 1) hits++;
            else if (predicted[i] == 1) alarms++;
            else if (truth[i] == 1) misses++;
        }
        return new(hits, alarms, misses);
    }

    internal static double Quotient(double a, double b) => b == 0 ? 0 : a / b;
}
