using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Mean squared error over batch and outputs.</summary>
internal readonly struct SquaredError<T> : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = Σ(a − y)²/(B·K)";

    public static string Slope => "∂L/∂a = 2(a − y)/(B·K)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T> => (a - y) * (a - y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T> => V.Constant(2) * (a - y);
}
