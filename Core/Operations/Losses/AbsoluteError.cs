using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Mean absolute error; derivative 0 at 0.</summary>
internal readonly struct AbsoluteError<T> : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = Σ|a − y|/(B·K)";

    public static string Slope => "∂L/∂a = sign(a − y)/(B·K)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T> => V.Abs(a - y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T>
    {
        var (zero, one) = (V.Create(T.Zero), V.Create(T.One));
        return V.Select(V.Less(y, a), one, V.Select(V.Less(a, y), -one, zero));
    }
}
