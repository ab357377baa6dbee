using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

// x = 2^e·(1+f) with √½ ≤ 1+f < √2; s = f/(2+f); ln(1+f) = f − (f²/2 − s·(f²/2 + R(s²))). Coefficients of fdlibm e_log.c and e_logf.c.
public static partial class VecMath
{
    /// <summary>Natural logarithm; −∞ at 0, NaN below 0, also right for denormal x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Log<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = LogOfPositive<V, T>(x, V.Constant(0));
        V infinity = V.Constant(double.PositiveInfinity);
        y = V.Select(V.Less(x, infinity), y, x);
        y = V.Select(V.Equal(x, V.Constant(0)), -infinity, y);
        return V.Select(V.Less(x, V.Constant(0)), V.Constant(double.NaN), y);
    }

    /// <summary>ln(1 + x) without cancellation near 0; −∞ at −1, NaN below; keeps the sign of 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Log1p<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Constant(1);
        V u = one + x;
        V y = LogOfPositive<V, T>(u, (x - (u - one)) / u);
        V infinity = V.Constant(double.PositiveInfinity);
        y = V.Select(V.Less(x, infinity), y, x);
        y = V.Select(V.Equal(u, one), x, y);
        y = V.Select(V.Equal(u, V.Constant(0)), -infinity, y);
        return V.Select(V.Less(u, V.Constant(0)), V.Constant(double.NaN), y);
    }

    /// <summary>ln x + correction for finite positive x.</summary>
    [MethodImpl(AggressiveInlining)]
    private static V LogOfPositive<V, T>(V x, V correction)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Constant(1);
        V denormal = V.Less(x, Pick<V, T>(1.17549435e-38f, 2.2250738585072014e-308));
        V normal = V.Select(denormal, x * Pick<V, T>(8388608f, 4503599627370496d), x);
        V e = V.Exponent(normal) - (denormal & Pick<V, T>(23f, 52));
        V m = V.Mantissa(normal);
        V big = V.Less(V.Constant(1.4142135623730951), m);
        e += big & one;
        V f = V.Select(big, m * V.Constant(0.5), m) - one;

        V s = f / (V.Constant(2) + f);
        V half = V.Constant(0.5) * f * f;
        V low = s * (half + LogSeries<V, T>(s * s)) + (e * Pick<V, T>(9.0580006145e-06f, 1.90821492927058770002e-10) + correction);
        return e * Pick<V, T>(6.9313812256e-01f, 6.93147180369123816490e-01) - ((half - low) - f);
    }

    [MethodImpl(AggressiveInlining)]
    private static V LogSeries<V, T>(V z)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V r;
        if (Single<T>())
        {
            r = V.Constant(0.24279078841f);
            r = r * z + V.Constant(0.28498786688f);
            r = r * z + V.Constant(0.40000972152f);
            r = r * z + V.Constant(0.66666662693f);
        }
        else
        {
            r = V.Constant(1.479819860511658591e-01);
            r = r * z + V.Constant(1.531383769920937332e-01);
            r = r * z + V.Constant(1.818357216161805012e-01);
            r = r * z + V.Constant(2.222219843214978396e-01);
            r = r * z + V.Constant(2.857142874366239149e-01);
            r = r * z + V.Constant(3.999999999940941908e-01);
            r = r * z + V.Constant(6.666666666666735130e-01);
        }
        return r * z;
    }
}
