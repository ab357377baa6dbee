using System.Collections;
using System.Numerics;

namespace Core;

/// <summary>
/// The input values of all samples, [n, width] row-major in double precision, whatever they are kept as. Immutable: the same place always
/// gives the same number.
/// </summary>
public abstract class InputTable : IReadOnlyList<double>
{
    /// <summary>Values: samples times values of one sample.</summary>
    public abstract int Length { get; }

    /// <summary>The value at a row-major place.</summary>
    public abstract double this[int place] { get; }

    /// <summary>Copies the values from a place on, as many as fit into <paramref name="target"/>.</summary>
    public abstract void CopyTo(int place, Span<double> target);

    /// <inheritdoc/>
    int IReadOnlyCollection<double>.Count => Length;

    /// <summary>All values, in an array of their own.</summary>
    public double[] ToArray() => ToArray(0, Length);

    /// <summary>Some values, in an array of their own.</summary>
    public double[] ToArray(int place, int count)
    {
        var values = new double[count];
        CopyTo(place, values);
        return values;
    }

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator()
    {
        for (var k = 0; k < Length; k++) yield return this[k];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values of one sample [width].</summary>
    internal virtual ReadOnlySpan<double> Row(int row, int width) => ToArray(row * width, width);

    /// <summary>The given rows in the given order.</summary>
    internal abstract InputTable Take(ReadOnlySpan<int> rows, int width);

    /// <summary>A table of rows as a program reads it, rounded once to <typeparamref name="T"/>.</summary>
    internal abstract Rows<T> AsRows<T>(int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
