using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// A named tensor of a program. Elements are stored row-major; a <see cref="IsTransposed"/> matrix (weights) is stored
/// <c>[in][out]</c>, which the products want, and shown <c>[out][in]</c>, which the formulas want.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed unsafe class Buffer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T* pointer;

    internal Buffer(string name, ImmutableArray<int> shape, Zone zone, bool isBatched, bool isTransposed)
    {
        Name = name;
        Shape = shape;
        Zone = zone;
        IsBatched = isBatched;
        IsTransposed = isTransposed;
        Capacity = shape.Aggregate(1, (product, size) => checked(product * size));
    }

    /// <summary>Name as in the trace, e.g. <c>layer1.weight.grad</c>.</summary>
    public string Name { get; }

    /// <summary>Shape as shown; the first size of a batched buffer is the largest batch. Empty: a scalar.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Whether the first dimension is the samples of the batch, of which a smaller last batch uses fewer.</summary>
    public bool IsBatched { get; }

    /// <summary>Whether the matrix is stored with its two dimensions swapped.</summary>
    public bool IsTransposed { get; }

    /// <summary>Whether this is a single number.</summary>
    public bool IsScalar => Shape.IsEmpty;

    /// <summary>Elements that fit.</summary>
    public int Capacity { get; }

    internal Zone Zone { get; }

    /// <summary>The batch of which these are some rows, for a worker's view of it; it has the same name and no memory of its own.</summary>
    internal Buffer<T>? Whole { get; init; }

    /// <summary>The first of those rows.</summary>
    internal int FirstRow { get; init; }

    internal T* Pointer => pointer;

    /// <summary>Elements in use for a batch of <paramref name="rows"/> samples.</summary>
    public int Count(int rows) => IsBatched ? Capacity / Shape[0] * rows : Capacity;

    /// <summary>Shape in use for a batch of <paramref name="rows"/> samples.</summary>
    public ImmutableArray<int> ShapeFor(int rows) => IsBatched ? Shape.SetItem(0, rows) : Shape;

    /// <summary>The elements in use, in stored order.</summary>
    internal Span<T> Stored(int rows) => new(pointer, Count(rows));

    /// <summary>All elements, in stored order.</summary>
    internal Span<T> Stored() => new(pointer, Capacity);

    /// <summary>The place in storage of the element at <paramref name="index"/> as shown.</summary>
    /// <exception cref="ArgumentException">The index does not fit the shape.</exception>
    public int Offset(ReadOnlySpan<int> index)
    {
        if (index.Length != Shape.Length) throw new ArgumentException(Misfit(index));
        var offset = 0;
        for (var d = 0; d < index.Length; d++)
        {
            if ((uint)index[d] >= (uint)Shape[d]) throw new ArgumentException(Misfit(index));
            offset = offset * Shape[d] + index[d];
        }

        return IsTransposed ? index[1] * Shape[0] + index[0] : offset;
    }

    /// <summary>The index of the element at a row-major place: the inverse of <see cref="Offset"/> where nothing is transposed.</summary>
    internal int[] IndexAt(int place)
    {
        var index = new int[Shape.Length];
        for (var d = index.Length - 1; d >= 0; d--) (place, index[d]) = Math.DivRem(place, Shape[d]);
        return index;
    }

    /// <summary>A copy of the elements in use in the order shown.</summary>
    public T[] ToArray(int rows)
    {
        var values = Stored(rows).ToArray();
        return IsTransposed ? Matrix.Transpose(values, Shape[1], Shape[0]) : values;
    }

    /// <summary>Writes <paramref name="shown"/>, given in the order shown, into storage.</summary>
    internal void Fill(ReadOnlySpan<T> shown)
    {
        if (shown.Length > Capacity)
            throw new ArgumentException($"{Name}: {shown.Length} values given, but shape [{string.Join(',', Shape)}] holds {Capacity}.");
        var stored = IsTransposed ? Matrix.Transpose(shown, Shape[0], Shape[1]) : shown;
        stored.CopyTo(Stored());
    }

    internal void Place(T* place) => pointer = place;

    private string Misfit(ReadOnlySpan<int> index) =>
        $"{Name} has shape [{string.Join(',', Shape)}]: no element at [{string.Join(',', index.ToArray())}]. Indices count from 0.";
}
