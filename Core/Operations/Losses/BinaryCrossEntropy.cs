using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Binary cross-entropy of probabilities, natural logarithm clamped at −100 as in PyTorch.</summary>
internal readonly struct BinaryCrossEntropy<T> : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = −Σ(y·ln a + (1 − y)·ln(1 − a))/(B·K)";

    public static string Slope => "∂L/∂a = (a − y)/(a(1 − a))/(B·K)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T>
    {
        var one = V.Create(T.One);
        return -(y * Clamp(V.Log(a)) + (one - y) * Clamp(V.Log1p(-a)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T>
    {
        // Below 1e−12 the quotient is bounded, as in PyTorch.
        var (spread, least) = (a * (V.Create(T.One) - a), V.Constant(1e-12));
        return (a - y) / V.Select(V.Less(spread, least), least, spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Clamp<V>(V logarithm)
        where V : struct, IVec<V, T> => V.Select(V.Less(logarithm, V.Constant(-100)), V.Constant(-100), logarithm);
}
