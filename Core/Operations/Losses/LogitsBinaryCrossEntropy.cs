using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Binary cross-entropy from logits z, stable for any z; a sum over outputs also serves multi-label targets.</summary>
internal readonly struct LogitsBinaryCrossEntropy<T> : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = Σ(max(z, 0) − z·y + ln(1 + e^−|z|))/(B·K)";

    public static string Slope => "∂L/∂z = (σ(z) − y)/(B·K)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T>
    {
        var positive = V.Select(V.Less(a, V.Create(T.Zero)), V.Create(T.Zero), a);
        return positive - a * y + V.Log1p(V.Exp(-V.Abs(a)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T> => V.Sigmoid(a) - y;
}
