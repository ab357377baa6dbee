using System.Collections.Immutable;

namespace Core;

/// <summary>Scores of several independent yes-or-no labels per row; truth and predictions are zeros and ones [n, labels], row-major.</summary>
public static class MultiLabelScores
{
    /// <summary>Share of rows in which every label is right (scikit-learn's accuracy_score on label indicators).</summary>
    public static double SubsetAccuracy(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int labels)
    {
        MetricCheck.SameShape(truth.Length, predicted.Length, labels);
        var right = 0;
        for (var i = 0; i < truth.Length; i += labels)
            if (truth.Slice(i, labels).SequenceEqual(predicted.Slice(i, labels))) right++;
        return ClassTally.Quotient(right, truth.Length / labels);
    }

    /// <summary>Share of single labels that are right (1 − scikit-learn's hamming_loss).</summary>
    public static double LabelAccuracy(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int labels)
    {
        MetricCheck.SameShape(truth.Length, predicted.Length, labels);
        var right = 0;
        for (var i = 0; i < truth.Length; i++)
            if (truth[i] == predicted[i]) right++;
        return ClassTally.Quotient(right, truth.Length);
    }

    /// <summary>Share of rows in which each label is right, [labels].</summary>
    public static ImmutableArray<double> AccuracyPerLabel(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int labels)
    {
        MetricCheck.SameShape(truth.Length, predicted.Length, labels);
        var right = new double[labels];
        for (var i = 0; i < truth.Length; i++)
            if (truth[i] == predicted[i]) right[i % labels]++;
        var rows = truth.Length / labels;
        return [.. right.Select(count => count / rows)];
    }

    /// <summary>Hits, false alarms and misses of each label, [labels].</summary>
    public static ImmutableArray<ClassTally> Tallies(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int labels)
    {
        MetricCheck.SameShape(truth.Length, predicted.Length, labels);
        var tallies = ImmutableArray.CreateBuilder<ClassTally>(labels);
        for (var label = 0; label < labels; label++)
            tallies.Add(ClassTally.Of(Column(truth, label, labels), Column(predicted, label, labels)));
        return tallies.ToImmutable();
    }

    private static int[] Column(ReadOnlySpan<int> table, int column, int width)
    {
        var values = new int[table.Length / width];
        for (var row = 0; row < values.Length; row++) values[row] = table[row * width + column];
        return values;
    }
}
