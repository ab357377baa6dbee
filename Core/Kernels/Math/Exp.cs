using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

// Reduction x = k·ln2 + r with ln2 in two parts (Cody and Waite); polynomial of Cephes expf in single, Taylor's in double.
public static partial class VecMath
{
    /// <summary>e^x; exactly 1 at 0; 0 where the result would fall below the normal range (x &lt; −87.3 in single, −708.3 in double).</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Exp<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V lowest = Pick<V, T>(-87.33654f, -708.3964185322641);
        V highest = Pick<V, T>(88.72283f, 709.782712893384);
        ReduceByLn2<V, T>(x, out V k, out V r);
        V y = V.Scale(V.Constant(1) + Expm1OfReduced<V, T>(r), k);
        V flushed = V.Select(V.Less(x, lowest), V.Constant(0), y);
        return V.Select(V.LessOrEqual(x, highest), flushed, x * V.Constant(double.PositiveInfinity));
    }

    /// <summary>e^x − 1 without cancellation near 0; keeps the sign of 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Expm1<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V highest = Pick<V, T>(88.72283f, 709.782712893384);
        V y = Expm1InRange<V, T>(Max<V, T>(x, Pick<V, T>(-20f, -40)));
        V tiny = V.Less(V.Abs(x), Pick<V, T>(1e-9f, 1e-18));
        y = V.Select(tiny, x, y);
        return V.Select(V.LessOrEqual(x, highest), y, x * V.Constant(double.PositiveInfinity));
    }

    // 2·((2^(k−1) − ½) + 2^(k−1)·p): half of 2^k stays finite where 2^k itself would overflow.
    [MethodImpl(AggressiveInlining)]
    private static V Expm1InRange<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReduceByLn2<V, T>(x, out V k, out V r);
        V half = V.PowerOfTwo(k - V.Constant(1));
        V y = (half - V.Constant(0.5)) + half * Expm1OfReduced<V, T>(r);
        return y + y;
    }

    [MethodImpl(AggressiveInlining)]
    private static void ReduceByLn2<V, T>(V x, out V k, out V r)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V picker = Pick<V, T>(Bits.Single.IntegerPicker, Bits.Double.IntegerPicker);
        k = (x * V.Constant(1.4426950408889634) + picker) - picker;
        r = (x - k * Pick<V, T>(0.693359375f, 6.93147180369123816490e-01)) - k * Pick<V, T>(-2.12194440e-4f, 1.90821492927058770002e-10);
    }

    /// <summary>e^r − 1 = r + r²·q(r) for |r| ≤ ½·ln2.</summary>
    [MethodImpl(AggressiveInlining)]
    private static V Expm1OfReduced<V, T>(V r)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V q;
        if (Single<T>())
        {
            q = V.Constant(1.9875691500e-4f);
            q = q * r + V.Constant(1.3981999507e-3f);
            q = q * r + V.Constant(8.3334519073e-3f);
            q = q * r + V.Constant(4.1665795894e-2f);
            q = q * r + V.Constant(1.6666665459e-1f);
            q = q * r + V.Constant(5.0000001201e-1f);
        }
        else
        {
            q = V.Constant(1d / 6227020800);
            q = q * r + V.Constant(1d / 479001600);
            q = q * r + V.Constant(1d / 39916800);
            q = q * r + V.Constant(1d / 3628800);
            q = q * r + V.Constant(1d / 362880);
            q = q * r + V.Constant(1d / 40320);
            q = q * r + V.Constant(1d / 5040);
            q = q * r + V.Constant(1d / 720);
            q = q * r + V.Constant(1d / 120);
            q = q * r + V.Constant(1d / 24);
            q = q * r + V.Constant(1d / 6);
            q = q * r + V.Constant(0.5);
        }
        return r * r * q + r;
    }
}
