using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>A copy of a buffer at a moment.</summary>
/// <param name="Name">The buffer's name.</param>
/// <param name="Shape">As shown; empty for a scalar.</param>
/// <param name="Values">Row-major in the order shown.</param>
public sealed record Tensor<T>(string Name, ImmutableArray<int> Shape, ImmutableArray<T> Values)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The element at an index as shown.</summary>
    public T this[params ReadOnlySpan<int> index] => Values[Offset(index)];

    /// <summary>Whether the index names an element.</summary>
    public bool Contains(ReadOnlySpan<int> index)
    {
        if (index.Length != Shape.Length) return false;
        for (var d = 0; d < index.Length; d++)
            if ((uint)index[d] >= (uint)Shape[d]) return false;
        return true;
    }

    /// <summary>The row-major place of an index.</summary>
    /// <exception cref="ArgumentException">The index does not fit the shape.</exception>
    public int Offset(ReadOnlySpan<int> index)
    {
        if (!Contains(index))
            throw new ArgumentException($"{Name} has shape [{string.Join(',', Shape)}]: no element at [{string.Join(',', index.ToArray())}]. Indices count from 0.");
        var offset = 0;
        for (var d = 0; d < index.Length; d++) offset = offset * Shape[d] + index[d];
        return offset;
    }

    /// <summary>The values in use of a buffer, now.</summary>
    internal static Tensor<T> Of(Buffer<T> buffer, int rows) =>
        new(buffer.Name, buffer.ShapeFor(rows), ImmutableArrayOf(buffer.ToArray(rows)));

    private static ImmutableArray<T> ImmutableArrayOf(T[] values) => System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values);
}
