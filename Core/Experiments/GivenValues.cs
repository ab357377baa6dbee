using System.Numerics;

namespace Core;

/// <summary>
/// Numbers stated in an experiment: a rectangular array of any rank, kept as its innermost rows, exactly as they were read
/// (doubles; rounded to the run's type only when copied). Shape: <see cref="Shape"/>, last index fastest.
/// </summary>
public sealed class GivenValues
{
    private readonly double[][] _rows;

    /// <summary>Innermost rows of an array of the given shape. Shape: <c>[…, width]</c>, with Π(shape without last) rows of that width.</summary>
    /// <exception cref="ArgumentException">The rows do not fill the shape.</exception>
    public GivenValues(IReadOnlyList<int> shape, double[][] rows)
    {
        int width = shape.Count == 0 ? 0 : shape[^1];
        long expected = shape.Take(shape.Count - 1).Aggregate(1L, (product, size) => product * size);
        if (shape.Count == 0 || rows.Length != expected || rows.Any(row => row.Length != width))
            throw new ArgumentException($"given {rows.Length} rows, expected {expected} rows of {width} numbers for shape [{string.Join(", ", shape)}]");
        (Shape, _rows) = (shape, rows);
    }

    /// <summary>Sizes from the outermost index to the innermost; at least one.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Size of the first index: samples for data, outputs for weights.</summary>
    public int Count => Shape[0];

    /// <summary>How many numbers each entry of the first index holds: 1 for a plain list, the product of the other sizes otherwise.</summary>
    public int Width => Shape.Skip(1).Aggregate(1, (product, size) => product * size);

    /// <summary>The number at row-major position <paramref name="index"/> (0 … <see cref="Count"/>·<see cref="Width"/> − 1).</summary>
    public double this[long index] => _rows[index / Shape[^1]][index % Shape[^1]];

    /// <summary>Innermost rows in row-major order; each has <c>Shape[^1]</c> numbers.</summary>
    public IReadOnlyList<double[]> Rows => _rows;

    /// <summary>A plain list. Shape: <c>[n]</c>.</summary>
    public static GivenValues List(params double[] values) => new([values.Length], [values]);

    /// <summary>A matrix by rows. Shape: <c>[rows, columns]</c>.</summary>
    public static GivenValues Matrix(params double[][] rows) => new([rows.Length, rows.Length == 0 ? 0 : rows[0].Length], rows);

    /// <summary>All numbers in row-major order, rounded once to <typeparamref name="T"/> (ties to even). Shape: <c>[Count·Width]</c>.</summary>
    public T[] ToArray<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[(long)Count * Width];
        for (int row = 0, at = 0; row < _rows.Length; row++)
            foreach (double value in _rows[row])
                values[at++] = T.CreateTruncating(value);
        return values;
    }

    /// <summary>Sizes as they are shown: <c>[4, 2]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Shape)}]";
}
