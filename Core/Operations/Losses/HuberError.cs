using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Huber (1964): squared near 0, absolute beyond δ.</summary>
internal readonly struct HuberError<T>(T delta) : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = Σ h(a − y)/(B·K),  h(d) = ½d² if |d| ≤ δ, else δ(|d| − ½δ)";

    public static string Slope => "∂L/∂a = clamp(a − y, −δ, δ)/(B·K)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T>
    {
        var (d, width) = (a - y, V.Named(delta, "δ"));
        var size = V.Abs(d);
        return V.Select(V.LessOrEqual(size, width), V.Constant(0.5) * (d * d), width * (size - V.Constant(0.5) * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T>
    {
        var (d, width) = (a - y, V.Named(delta, "δ"));
        return V.Select(V.Less(width, d), width, V.Select(V.Less(d, -width), -width, d));
    }
}
