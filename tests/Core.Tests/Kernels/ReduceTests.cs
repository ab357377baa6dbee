using System.Numerics;

namespace Core.Tests;

public unsafe class ReduceTests
{
    [Fact]
    public void Sums_go_down_the_columns_and_then_across_single() => Sums<float>();

    [Fact]
    public void Sums_go_down_the_columns_and_then_across_double() => Sums<double>();

    private static void Sums<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int columns = 1; columns <= 257; columns += columns < 40 ? 1 : 31)
            foreach (int rows in new[] { 0, 1, 2, 7, 33 })
            {
                var numbers = new Numbers((uint)(rows * 300 + columns));
                using var x = new Memory<T>(rows * columns, _ => numbers.Next<T>());
                using var scratch = new Memory<T>(columns);
                T[] sums = new T[columns], squares = new T[columns], magnitudes = new T[columns];
                for (int r = 0; r < rows; r++)
                    for (int c = 0; c < columns; c++)
                    {
                        T v = x[r * columns + c];
                        sums[c] += v;
                        squares[c] += v * v;
                        magnitudes[c] += T.Abs(v);
                    }
                string shape = $"[{rows}, {columns}]";
                SameBits.Check<T>("sum " + shape, [Chain(sums)], [Reduce.Sum(x.Pointer, scratch.Pointer, rows, columns)]);
                SameBits.Check("column sums " + shape, sums, scratch.ToArray());
                SameBits.Check<T>("squares " + shape, [Chain(squares)], [Reduce.SumOfSquares(x.Pointer, scratch.Pointer, rows, columns)]);
                SameBits.Check<T>("magnitudes " + shape, [Chain(magnitudes)], [Reduce.AbsoluteSum(x.Pointer, scratch.Pointer, rows, columns)]);
                Width<Vec512<T>, T>(x, squares, rows, columns);
                Width<Vec256<T>, T>(x, squares, rows, columns);
                Width<Vec128<T>, T>(x, squares, rows, columns);
                Width<Scalar<T>, T>(x, squares, rows, columns);
            }
    }

    private static void Width<V, T>(Memory<T> x, T[] expected, int rows, int columns)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var sums = new Memory<T>(columns);
        Reduce.Columns<V, Operators.Square<T>, T>(default, x.Pointer, sums.Pointer, rows, columns);
        SameBits.Check($"{typeof(V).Name} [{rows}, {columns}]", expected, sums.ToArray());
    }

    private static T Chain<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T v in values)
            sum += v;
        return sum;
    }

    [Fact]
    public void Dot_and_argmax()
    {
        using var x = new Memory<float>(5, i => i == 0 ? float.NaN : i == 2 || i == 4 ? 3 : -i);
        Assert.Equal(2, Reduce.ArgMax(x.Pointer, 5));
        using var y = new Memory<float>(3, i => i + 1);
        Assert.Equal(14f, Reduce.Dot(y.Pointer, y.Pointer, 3));
    }
}
