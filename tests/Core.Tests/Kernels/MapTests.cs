using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core.Tests;

public unsafe class MapTests
{
    [Fact]
    public void Every_width_gives_the_bits_of_a_plain_loop_single() => EveryWidth<float>();

    [Fact]
    public void Every_width_gives_the_bits_of_a_plain_loop_double() => EveryWidth<double>();

    private static void EveryWidth<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var numbers = new Numbers(1);
        for (int n = 0; n <= 257; n++)
        {
            using var x = new Memory<T>(n, _ => numbers.Next<T>());
            T[] expected = new T[n];
            for (int i = 0; i < n; i++)
                expected[i] = x[i] * x[i] + x[i] / T.CreateTruncating(3);
            Check<Vec512<T>, T>(x, expected);
            Check<Vec256<T>, T>(x, expected);
            Check<Vec128<T>, T>(x, expected);
            Check<Scalar<T>, T>(x, expected);
            using var y = new Memory<T>(n);
            Map.Unary(new SquareAndThird<T>(), x.Pointer, y.Pointer, n);
            SameBits.Check("dispatched", expected, y.ToArray());
            Map.Unary(new SquareAndThird<T>(), x.Pointer, x.Pointer, n);
            SameBits.Check("in place", expected, x.ToArray());
        }
    }

    private static void Check<V, T>(Memory<T> x, T[] expected)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var y = new Memory<T>(expected.Length);
        Map.Unary<V, SquareAndThird<T>, T>(default, x.Pointer, y.Pointer, expected.Length);
        SameBits.Check(typeof(V).Name, expected, y.ToArray());
    }

    private readonly struct SquareAndThird<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => x * x + x / V.Constant(3);
    }
}
