using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>What the targets of a data set are.</summary>
public enum TargetKind
{
    /// <summary>Real numbers [n, outputs]; 0/1 or −1/+1 labels of a single output are numbers too.</summary>
    Numbers,

    /// <summary>One class number per row, 0 … classes − 1.</summary>
    Classes,

    /// <summary>[n, classes]: one 1 per row, the others 0.</summary>
    OneHot,

    /// <summary>[n, classes]: non-negative shares that sum to 1 in each row.</summary>
    Soft,

    /// <summary>[n, labels]: independent 0 or 1 each.</summary>
    MultiLabel,
}

/// <summary>The wanted outputs of n rows. Immutable; arrays handed in belong to it afterwards and must not be changed.</summary>
public sealed record Targets
{
    private Targets(TargetKind kind, ImmutableArray<double> values, ImmutableArray<int> classes, int width)
    {
        (Kind, Values, ClassNumbers, Width) = (kind, values, classes, width);
        IsPlusMinus = width == 1 && kind == TargetKind.Numbers && Only(-1);
        IsBinary = IsPlusMinus || (width == 1 && kind != TargetKind.Classes && Only(0));
    }

    /// <summary>What the targets are.</summary>
    public TargetKind Kind { get; }

    /// <summary>[n, <see cref="Width"/>] row-major; empty for <see cref="TargetKind.Classes"/>.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>[n] for <see cref="TargetKind.Classes"/>, else empty.</summary>
    public ImmutableArray<int> ClassNumbers { get; }

    /// <summary>Outputs, classes or labels.</summary>
    public int Width { get; }

    /// <summary>Rows n; a last incomplete row of values is not counted.</summary>
    public int Rows => Kind == TargetKind.Classes ? ClassNumbers.Length : Width > 0 ? Values.Length / Width : 0;

    /// <summary>Numbers [n, <paramref name="outputs"/>], row-major.</summary>
    public static Targets Numbers(double[] values, int outputs = 1) => Of(TargetKind.Numbers, values, outputs);

    /// <summary>One class number per row, 0 … <paramref name="classes"/> − 1.</summary>
    public static Targets Classes(int[] numbers, int classes) =>
        new(TargetKind.Classes, [], ImmutableCollectionsMarshal.AsImmutableArray(numbers), classes);

    /// <summary>[n, <paramref name="classes"/>] with one 1 per row.</summary>
    public static Targets OneHot(double[] values, int classes) => Of(TargetKind.OneHot, values, classes);

    /// <summary>[n, <paramref name="classes"/>], each row a distribution.</summary>
    public static Targets Soft(double[] values, int classes) => Of(TargetKind.Soft, values, classes);

    /// <summary>[n, <paramref name="labels"/>] of zeros and ones.</summary>
    public static Targets MultiLabel(double[] values, int labels) => Of(TargetKind.MultiLabel, values, labels);

    /// <summary>Values [n, <paramref name="width"/>] of the given kind (any but <see cref="TargetKind.Classes"/>).</summary>
    public static Targets Of(TargetKind kind, double[] values, int width) =>
        new(kind, ImmutableCollectionsMarshal.AsImmutableArray(values), [], width);

    /// <summary>Target of one output; for class numbers the one-hot value, 1 for the row's class and 0 elsewhere.</summary>
    public double this[int row, int column] =>
        Kind == TargetKind.Classes ? (ClassNumbers[row] == column ? 1 : 0) : Values[row * Width + column];

    /// <summary>
    /// Class of a row: the class number; the greatest value's column (the first of equal ones) for one-hot and soft targets;
    /// for a single output 1 when the value is above <see cref="BinaryCut"/>, else 0.
    /// </summary>
    public int ClassOf(int row) =>
        Kind == TargetKind.Classes ? ClassNumbers[row]
        : Width == 1 ? (Values[row] > BinaryCut ? 1 : 0)
        : Predictions.ArgMax(Values.AsSpan(row * Width, Width));

    /// <summary>Number of classes of <see cref="ClassOf"/>: 2 for a single output, else <see cref="Width"/>.</summary>
    public int ClassCount => Kind != TargetKind.Classes && Width == 1 ? 2 : Width;

    /// <summary>Between the two values of a single output with two classes: 0 for labels −1/+1, ½ for labels 0/1.</summary>
    public double BinaryCut => IsPlusMinus ? 0 : 0.5;

    /// <summary>A single output whose values are all 0/1 or all −1/+1, so that it can be read as two classes.</summary>
    public bool IsBinary { get; }

    /// <summary>A single output whose values are all −1 or +1.</summary>
    public bool IsPlusMinus { get; }

    /// <summary>The same kind of targets for the given rows, in the given order.</summary>
    public Targets Take(ReadOnlySpan<int> rows) => Kind == TargetKind.Classes
        ? Classes(Gather.Rows(ClassNumbers.AsSpan(), 1, rows), Width)
        : Of(Kind, Gather.Rows(Values.AsSpan(), Width, rows), Width);

    private bool Only(double low)
    {
        foreach (var value in Values)
            if (value != low && value != 1) return false;
        return true;
    }
}

/// <summary>Copies chosen rows of a row-major array.</summary>
internal static class Gather
{
    internal static E[] Rows<E>(ReadOnlySpan<E> source, int width, ReadOnlySpan<int> rows)
    {
        var taken = new E[rows.Length * width];
        for (var i = 0; i < rows.Length; i++) source.Slice(rows[i] * width, width).CopyTo(taken.AsSpan(i * width, width));
        return taken;
    }
}
