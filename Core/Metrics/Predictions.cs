namespace Core;

/// <summary>From scores to decisions.</summary>
public static class Predictions
{
    /// <summary>Index of the greatest value, the first of equal ones; NaN is never greater, so a row of NaN gives 0.</summary>
    public static int ArgMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[best] || (double.IsNaN(values[best]) && !double.IsNaN(values[i]))) best = i;
        return best;
    }

    /// <summary>Class with the greatest score for each row of scores [n, <paramref name="classes"/>].</summary>
    public static int[] ArgMax(ReadOnlySpan<double> scores, int classes)
    {
        var predicted = new int[scores.Length / classes];
        for (var row = 0; row < predicted.Length; row++) predicted[row] = ArgMax(scores.Slice(row * classes, classes));
        return predicted;
    }

    /// <summary>1 where score ≥ threshold, else 0 (also for NaN); any shape.</summary>
    public static int[] Positive(ReadOnlySpan<double> scores, double threshold = 0.5)
    {
        var predicted = new int[scores.Length];
        for (var i = 0; i < scores.Length; i++) predicted[i] = scores[i] >= threshold ? 1 : 0;
        return predicted;
    }
}
