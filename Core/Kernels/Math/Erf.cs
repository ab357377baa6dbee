using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

// |x| <= 1: x + x·P(x²). Beyond: 1 − e^(−x²)·G(t), t = (|x| − c)/(|x| + c). Both interpolated at Chebyshev nodes in 80 digits.
public static partial class VecMath
{
    /// <summary>Error function 2/√π·∫₀ˣ e^(−t²) dt; ±1 far out, keeps the sign of 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Erf<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Constant(1);
        V a = Min<V, T>(V.Abs(x), Pick<V, T>(4f, 6));
        V square = a * a;
        V inner = a * ErfInner<V, T>(square) + a;
        V center = Pick<V, T>(2f, 2.5);
        V outer = one - Exp<V, T>(-square) * ErfcScaled<V, T>((a - center) / (a + center));
        return CopySign<V, T>(V.Select(V.Less(one, a), outer, inner), x);
    }

    [MethodImpl(AggressiveInlining)]
    private static V ErfInner<V, T>(V z)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V p;
        if (Single<T>())
        {
            p = V.Constant(7.875875062685488e-05);
            p = p * z + V.Constant(-0.000801686428716587);
            p = p * z + V.Constant(0.005189087423433974);
            p = p * z + V.Constant(-0.026854212010626412);
            p = p * z + V.Constant(0.11283594715160218);
            p = p * z + V.Constant(-0.37612626666720334);
            p = p * z + V.Constant(0.12837916584835093);
        }
        else
        {
            p = V.Constant(-7.795898827002142e-10);
            p = p * z + V.Constant(1.3720064546777686e-08);
            p = p * z + V.Constant(-1.6208483801871705e-07);
            p = p * z + V.Constant(1.6447424703317362e-06);
            p = p * z + V.Constant(-1.492473690741966e-05);
            p = p * z + V.Constant(0.00012055294904839707);
            p = p * z + V.Constant(-0.0008548325975389692);
            p = p * z + V.Constant(0.0052239776071164225);
            p = p * z + V.Constant(-0.02686617064323777);
            p = p * z + V.Constant(0.11283791670945006);
            p = p * z + V.Constant(-0.37612638903183543);
            p = p * z + V.Constant(0.12837916709551256);
        }
        return p;
    }

    /// <summary>e^(x²)·(1 − erf x) on [1, 4] (single) or [1, 6] (double).</summary>
    [MethodImpl(AggressiveInlining)]
    private static V ErfcScaled<V, T>(V t)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V p;
        if (Single<T>())
        {
            p = V.Constant(-0.0008379754387023134);
            p = p * t + V.Constant(0.006811140131085635);
            p = p * t + V.Constant(0.0037323717589395444);
            p = p * t + V.Constant(-0.07896830612793473);
            p = p * t + V.Constant(0.2416582015255602);
            p = p * t + V.Constant(-0.4271859897684867);
            p = p * t + V.Constant(0.25539567631050575);
        }
        else
        {
            p = V.Constant(8.134380709229634e-08);
            p = p * t + V.Constant(-1.5625258507743158e-06);
            p = p * t + V.Constant(-2.2842173094341345e-06);
            p = p * t + V.Constant(7.48480117852628e-06);
            p = p * t + V.Constant(1.8609712314617464e-05);
            p = p * t + V.Constant(-3.4172229273553035e-05);
            p = p * t + V.Constant(-0.00012887649615317198);
            p = p * t + V.Constant(0.00022837955896605415);
            p = p * t + V.Constant(0.0008759154019168855);
            p = p * t + V.Constant(-0.002642365927759658);
            p = p * t + V.Constant(-0.0039937011641469865);
            p = p * t + V.Constant(0.0399225390747838);
            p = p * t + V.Constant(-0.12503305237885554);
            p = p * t + V.Constant(0.251713193217456);
            p = p * t + V.Constant(-0.3717367339489732);
            p = p * t + V.Constant(0.21080636406114356);
        }
        return p;
    }
}
