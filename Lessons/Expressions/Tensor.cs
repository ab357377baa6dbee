using System.Collections.Immutable;
using System.Globalization;

namespace Lessons;

/// <summary>
/// An immutable value of any rank in double: a float converts exactly. Shape <c>[]</c> is a single number,
/// values are row-major (last index fastest).
/// </summary>
public sealed class Tensor : IEquatable<Tensor>
{
    /// <summary>A tensor of the given shape.</summary>
    /// <exception cref="ArgumentException">The shape has a negative length, or does not hold exactly that many values.</exception>
    public Tensor(ImmutableArray<int> shape, ImmutableArray<double> values)
    {
        var size = 1L;
        foreach (var length in shape) size = length < 0 || size < 0 ? -1 : Math.Min(size * length, int.MaxValue);
        if (size != values.Length)
            throw new ArgumentException($"shape {Show(shape)} does not hold {values.Length} values", nameof(values));
        Shape = shape;
        Values = values;
    }

    /// <summary>A tensor of the given shape with a copy of the values.</summary>
    public Tensor(IEnumerable<int> shape, IEnumerable<double> values) : this([.. shape], [.. values]) { }

    /// <summary>A single number, shape <c>[]</c>.</summary>
    public static Tensor Of(double value) => new([], ImmutableArray.Create(value));

    /// <summary>A row of numbers, shape <c>[n]</c>.</summary>
    public static Tensor Row(params double[] values) => new([values.Length], ImmutableArray.Create(values));

    /// <summary>The length of each axis; empty for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>All values, row-major.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>True for shape <c>[]</c>.</summary>
    public bool IsSingle => Shape.IsEmpty;

    /// <summary>The part at <paramref name="index"/> of the first axis: shape without that axis.</summary>
    internal Tensor Part(int index)
    {
        var size = Values.Length / Shape[0];
        return new(Shape.RemoveAt(0), Values.Slice(index * size, size));
    }

    /// <summary>The places from <paramref name="from"/> to before <paramref name="to"/> of an axis.</summary>
    internal Tensor Slice(int axis, int from, int to)
    {
        var inner = Shape.RemoveRange(0, axis + 1).Aggregate(1, (product, length) => product * length);
        var (block, taken) = (inner * Shape[axis], inner * (to - from));
        var values = ImmutableArray.CreateBuilder<double>(block == 0 ? 0 : Values.Length / block * taken);
        for (var start = 0; start < Values.Length; start += block) values.AddRange(Values.Slice(start + from * inner, taken));
        return new(Shape.SetItem(axis, to - from), values.ToImmutable());
    }

    /// <summary>Repeated along the axes of a larger shape.</summary>
    internal Tensor Stretch(ImmutableArray<int> shape)
    {
        if (Shape.SequenceEqual(shape)) return this;
        var size = shape.Aggregate(1, (product, length) => product * length);
        var values = ImmutableArray.CreateBuilder<double>(size);
        for (var k = 0; k < size; k++) values.Add(Values[Shapes.Source(Shape, shape, k)]);
        return new(shape, values.MoveToImmutable());
    }

    /// <summary>The same shape with <paramref name="map"/> of every value.</summary>
    internal Tensor Map(Func<double, double> map)
    {
        var values = ImmutableArray.CreateBuilder<double>(Values.Length);
        foreach (var value in Values) values.Add(map(value));
        return new(Shape, values.MoveToImmutable());
    }

    /// <summary>Element by element; the smaller side is repeated along the larger (<see cref="Shapes"/>). The shapes must fit.</summary>
    internal static Tensor Zip(Tensor a, Tensor b, Func<double, double, double> map)
    {
        if (a.IsSingle) return b.Map(y => map(a.Values[0], y));
        if (b.IsSingle) return a.Map(x => map(x, b.Values[0]));
        if (!a.Shape.SequenceEqual(b.Shape) && Shapes.Joined(a.Shape, b.Shape) is { } shape) (a, b) = (a.Stretch(shape), b.Stretch(shape));
        var values = ImmutableArray.CreateBuilder<double>(a.Values.Length);
        for (var i = 0; i < a.Values.Length; i++) values.Add(map(a.Values[i], b.Values[i]));
        return new(a.Shape, values.MoveToImmutable());
    }

    /// <summary>Same shape and same values; NaN equals NaN.</summary>
    public bool Equals(Tensor? other) =>
        other is not null && Shape.SequenceEqual(other.Shape) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? other) => Equals(other as Tensor);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape.Length, Values.Length, Values.IsEmpty ? 0 : Values[0]);

    /// <summary>Nested brackets with shortest digits, e.g. <c>[[1, 2], [3, 4]]</c>.</summary>
    public override string ToString() => Format(Number.Shortest);

    internal string Format(Func<double, string> format) =>
        IsSingle ? format(Values[0])
        : "[" + string.Join(", ", Enumerable.Range(0, Shape[0]).Select(i => Part(i).Format(format))) + "]";

    /// <summary><c>[4,2]</c>; an unknown length (−1) is written <c>n</c>.</summary>
    internal static string Show(ImmutableArray<int> shape) =>
        "[" + string.Join(",", shape.Select(length => length < 0 ? "n" : length.ToString(CultureInfo.InvariantCulture))) + "]";
}
