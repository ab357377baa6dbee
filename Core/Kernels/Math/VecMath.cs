using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// Elementary functions of registers, made of multiplications, additions and divisions only: the same bits on every machine.
/// At most 2.5 ulp off in single and 4 ulp in double precision. Results of exp below the normal range are flushed to 0.
/// </summary>
public static partial class VecMath
{
    /// <summary>a &lt; b ? b : a; NaN in <paramref name="a"/> stays.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Max<V, T>(V a, V b)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Select(V.Less(a, b), b, a);

    /// <summary>b &lt; a ? b : a; NaN in <paramref name="a"/> stays.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V Min<V, T>(V a, V b)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Select(V.Less(b, a), b, a);

    /// <summary>|magnitude| with the sign bit of <paramref name="sign"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    public static V CopySign<V, T>(V magnitude, V sign)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Abs(magnitude) | (sign & V.Constant(-0d));

    [MethodImpl(AggressiveInlining)]
    private static bool Single<T>() => typeof(T) == typeof(float);

    /// <summary>A constant that differs by type.</summary>
    [MethodImpl(AggressiveInlining)]
    private static V Pick<V, T>(float single, double @double)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Constant(Single<T>() ? single : @double);
}
