using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

public static partial class VecMath
{
    /// <summary>1 / (1 + e^(−x)): 0 and 1 far out, never NaN for a number.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Sigmoid<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Constant(1) / (V.Constant(1) + Exp<V, T>(-x));

    /// <summary>tanh x = u/(u + 2) with u = e^(2|x|) − 1, the sign of x put back; 0 stays 0 and −0 stays −0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Tanh<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // From the limit on, tanh rounds to 1.
        V a = Min<V, T>(V.Abs(x), Pick<V, T>(10f, 20));
        V u = Expm1InRange<V, T>(a + a);
        return CopySign<V, T>(u / (u + V.Constant(2)), x);
    }

    /// <summary>ln(1 + e^x) = max(x, 0) + ln(1 + e^(−|x|)): no overflow, and not 0 before e^x is.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Softplus<V, T>(V x)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Max<V, T>(x, V.Constant(0)) + Log1p<V, T>(Exp<V, T>(-V.Abs(x)));
}
