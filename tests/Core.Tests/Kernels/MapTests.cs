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
            using var y = new Memory<T>(n, _ => numbers.Next<T>());
            using var z = new Memory<T>(n, _ => numbers.Next<T>());
            T[] expected = new T[n];
            for (int i = 0; i < n; i++)
                expected[i] = x[i] * y[i] + z[i] / T.CreateTruncating(3);
            Check<Vec512<T>, T>(x, y, z, expected);
            Check<Vec256<T>, T>(x, y, z, expected);
            Check<Vec128<T>, T>(x, y, z, expected);
            Check<Scalar<T>, T>(x, y, z, expected);
            using var r = new Memory<T>(n);
            Map.Ternary(new MultiplyAddThird<T>(), x.Pointer, y.Pointer, z.Pointer, r.Pointer, n);
            SameBits.Check("dispatched", expected, r.ToArray());
        }
    }

    private static void Check<V, T>(Memory<T> x, Memory<T> y, Memory<T> z, T[] expected)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var r = new Memory<T>(expected.Length);
        Map.Ternary<V, MultiplyAddThird<T>, T>(default, x.Pointer, y.Pointer, z.Pointer, r.Pointer, expected.Length);
        SameBits.Check(typeof(V).Name, expected, r.ToArray());
    }

    [Fact]
    public void Updates_change_every_stream_in_place_and_leave_the_gradient()
    {
        for (int n = 0; n <= 257; n += n < 20 ? 1 : 17)
        {
            var numbers = new Numbers(7);
            using var g = new Memory<float>(n, _ => numbers.Next<float>());
            using var a = new Memory<float>(n, _ => numbers.Next<float>());
            using var b = new Memory<float>(n, _ => numbers.Next<float>());
            using var c = new Memory<float>(n, _ => numbers.Next<float>());
            using var d = new Memory<float>(n, _ => numbers.Next<float>());
            float[] g0 = g.ToArray(), ea = a.ToArray(), eb = b.ToArray(), ec = c.ToArray(), ed = d.ToArray();
            for (int i = 0; i < n; i++)
            {
                ed[i] = ed[i] * 0.5f + g0[i];
                ec[i] += ed[i];
                eb[i] -= ec[i];
                ea[i] *= eb[i];
            }
            Map.Update4(new Cascade(0.5f), g.Pointer, a.Pointer, b.Pointer, c.Pointer, d.Pointer, n);
            SameBits.Check("g", g0, g.ToArray());
            SameBits.Check("a", ea, a.ToArray());
            SameBits.Check("b", eb, b.ToArray());
            SameBits.Check("c", ec, c.ToArray());
            SameBits.Check("d", ed, d.ToArray());
        }
    }

    private readonly struct MultiplyAddThird<T> : ITernary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y, V z)
            where V : unmanaged, IVec<V, T> => x * y + z / V.Constant(3);
    }

    private readonly struct Cascade(float rate) : IUpdate4<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<V>(V g, ref V a, ref V b, ref V c, ref V d)
            where V : unmanaged, IVec<V, float>
        {
            d = d * V.Create(rate) + g;
            c += d;
            b -= c;
            a *= b;
        }
    }
}
