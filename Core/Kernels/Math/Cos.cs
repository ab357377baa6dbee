using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

// x = k·π/2 + r with π/2 in parts (Cody and Waite); polynomials of Cephes sinf/cosf in single, fdlibm k_sin.c/k_cos.c in double.
public static partial class VecMath
{
    /// <summary>cos x for |x| ≤ 8192 (single) or 10⁶ (double); accuracy fades beyond; NaN for ±∞.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Cos<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReduceByHalfPi<V, T>(x, out V quadrant, out V r);
        V odd = V.Equal(V.Abs(quadrant), V.Constant(1));
        V y = V.Select(odd, SinOfReduced<V, T>(r), CosOfReduced<V, T>(r));
        V negative = V.Equal(quadrant, V.Constant(1)) | V.Equal(V.Abs(quadrant), V.Constant(2));
        return y ^ (negative & V.Constant(-0d));
    }

    /// <summary>sin x, with the range of <see cref="Cos"/>; keeps the sign of 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Sin<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReduceByHalfPi<V, T>(x, out V quadrant, out V r);
        V odd = V.Equal(V.Abs(quadrant), V.Constant(1));
        V y = V.Select(odd, CosOfReduced<V, T>(r), SinOfReduced<V, T>(r));
        V negative = V.Equal(quadrant, V.Constant(-1)) | V.Equal(V.Abs(quadrant), V.Constant(2));
        y ^= negative & V.Constant(-0d);
        return V.Select(V.Equal(x, V.Constant(0)), x, y);
    }

    /// <summary>quadrant in −2…2 (2 and −2 mean the same), |r| ≤ π/4.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void ReduceByHalfPi<V, T>(V x, out V quadrant, out V r)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V k = V.Round(x * V.Constant(0.63661977236758134));
        quadrant = k - V.Constant(4) * V.Round(k * V.Constant(0.25));
        r = x - k * Pick<V, T>(1.5703125f, 1.5707963267341256);
        r -= k * Pick<V, T>(0.0004837512969970703f, 6.077100506303966e-11);
        r -= k * Pick<V, T>(7.549533620476723e-08f, 2.0222662487959506e-21);
        if (Single<T>())
            r -= k * V.Constant(2.563344151594519e-12f);
    }

    [MethodImpl(AggressiveInlining)]
    private static V SinOfReduced<V, T>(V r)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V z = r * r, p;
        if (Single<T>())
        {
            p = V.Constant(-1.9515295891e-4f);
            p = p * z + V.Constant(8.3321608736e-3f);
            p = p * z + V.Constant(-1.6666654611e-1f);
        }
        else
        {
            p = V.Constant(1.58969099521155010221e-10);
            p = p * z + V.Constant(-2.50507602534068634195e-08);
            p = p * z + V.Constant(2.75573137070700676789e-06);
            p = p * z + V.Constant(-1.98412698298579493134e-04);
            p = p * z + V.Constant(8.33333333332248946124e-03);
            p = p * z + V.Constant(-1.66666666666666324348e-01);
        }
        return r * z * p + r;
    }

    [MethodImpl(AggressiveInlining)]
    private static V CosOfReduced<V, T>(V r)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V z = r * r, p;
        if (Single<T>())
        {
            p = V.Constant(2.443315711809948e-5f);
            p = p * z + V.Constant(-1.388731625493765e-3f);
            p = p * z + V.Constant(4.166664568298827e-2f);
        }
        else
        {
            p = V.Constant(-1.13596475577881948265e-11);
            p = p * z + V.Constant(2.08757232129817482790e-09);
            p = p * z + V.Constant(-2.75573143513906633035e-07);
            p = p * z + V.Constant(2.48015872894767294178e-05);
            p = p * z + V.Constant(-1.38888888888741095749e-03);
            p = p * z + V.Constant(4.16666666666666019037e-02);
        }
        return z * z * p + (V.Constant(1) - z * V.Constant(0.5));
    }
}
