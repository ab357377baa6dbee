using System.Collections.Immutable;

namespace Core;

/// <summary>Counts of (true class, predicted class) over n rows; as scikit-learn's confusion_matrix, rows are the truth.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] cells;

    private ConfusionMatrix(int classes, long[] cells) => (Classes, this.cells) = (classes, cells);

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>How many rows of class <paramref name="truth"/> were predicted as class <paramref name="predicted"/>.</summary>
    public long this[int truth, int predicted] => cells[truth * Classes + predicted];

    /// <summary>Rows counted.</summary>
    public long Total => cells.Sum();

    /// <summary>Share of rows on the diagonal.</summary>
    public double Accuracy => ClassTally.Quotient(Enumerable.Range(0, Classes).Sum(c => this[c, c]), Total);

    /// <summary>One class against the others.</summary>
    public ClassTally this[int c] => new(this[c, c], Column(c) - this[c, c], Row(c) - this[c, c]);

    /// <summary>Each class against the others, [classes].</summary>
    public ImmutableArray<ClassTally> Tallies => [.. Enumerable.Range(0, Classes).Select(c => this[c])];

    /// <summary>Counts the pairs of true and predicted class numbers, 0 … <paramref name="classes"/> − 1.</summary>
    /// <exception cref="BadDataException">When the lengths differ or a number is outside.</exception>
    public static ConfusionMatrix Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int classes)
    {
        MetricCheck.SameRows(truth.Length, predicted.Length);
        var problems = new DataProblems();
        problems.Require(classes is >= 1 and <= 10_000, "classes", classes, "1 to 10000", "state how many classes there are");
        problems.ThrowIfAny();
        var cells = new long[classes * classes];
        for (var i = 0; i < truth.Length; i++)
        {
            if (Inside(truth[i], classes, "true class", i, problems) & Inside(predicted[i], classes, "predicted class", i, problems))
                cells[truth[i] * classes + predicted[i]]++;
        }
        problems.ThrowIfAny();
        return new(classes, cells);
    }

    private static bool Inside(int c, int classes, string what, int row, DataProblems problems)
    {
        if (c >= 0 && c < classes) return true;
        problems.Add($"{what} of row {row}", $"{c}", $"0 to {classes - 1}", "correct it or the number of classes", row);
        return false;
    }

    private long Row(int truth) => cells.AsSpan(truth * Classes, Classes).ToArray().Sum();

    private long Column(int predicted) => Enumerable.Range(0, Classes).Sum(truth => this[truth, predicted]);
}
