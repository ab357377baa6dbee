using Core;

namespace Sim;

/// <summary>Classes of training samples, wanted and predicted.</summary>
internal sealed class SampleClasses(Targets targets)
{
    /// <summary>Whether the targets are classes: also numbers of which each row holds one 1 and else 0.</summary>
    public bool Any { get; } = targets.IsBinary || targets.Kind is TargetKind.Classes or TargetKind.OneHot or TargetKind.Soft
        || targets.Kind == TargetKind.Numbers && targets.Width > 1 && Enumerable.Range(0, targets.Rows).All(row => IsOneHot(targets, row));

    /// <summary>The class of a row; <see cref="ClassGlyphs.None"/> where numbers or several labels at once are wanted.</summary>
    public int Target(int row) => Any ? targets.ClassOf(row) : ClassGlyphs.None;

    /// <summary>The class the network gives a row of [rows, outputs]; <see cref="ClassGlyphs.None"/> if its outputs are no numbers.</summary>
    public int Predicted(float[] outputs, int row, int count)
    {
        var values = outputs.AsSpan(row * count, count);
        foreach (float value in values)
            if (float.IsNaN(value)) return ClassGlyphs.None;
        if (count == 1) return values[0] > targets.BinaryCut ? 1 : 0;
        int best = 0;
        for (int k = 1; k < count; k++)
            if (values[k] > values[best]) best = k;
        return best;
    }

    private static bool IsOneHot(Targets targets, int row)
    {
        var values = targets.Values.AsSpan(row * targets.Width, targets.Width);
        int ones = 0;
        foreach (double value in values)
            if (value == 1) ones++;
            else if (value != 0) return false;
        return ones == 1;
    }
}

/// <summary>Which training rows the current batch holds.</summary>
internal static class CurrentRows
{
    /// <summary>None where the batch is all of them, or no batch has been taken yet.</summary>
    public static IReadOnlySet<int> Of(RunView view, int rows)
    {
        var batch = InOrder(view).ToHashSet();
        return batch.Count == rows ? new HashSet<int>() : batch;
    }

    /// <summary>As the batch has them.</summary>
    public static int[] InOrder(RunView view) => view.Find("batch.index") is { } index ? [.. index.Values.Select(value => (int)value)] : [];
}
