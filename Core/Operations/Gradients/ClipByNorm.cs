using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>g·min(1, c/(‖g‖ + ε)): one factor for all parameters.</summary>
internal readonly struct ClipByNorm<T>(T maximum, T epsilon) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    public static int Scalars => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V g, V norm, V _1, V _2, V _3)
        where V : struct, IVec<V, T>
    {
        var factor = V.Named(maximum, "c") / (norm + V.Named(epsilon, "ε"));
        return V.Select(V.Less(factor, V.Create(T.One)), g * factor, g);
    }
}
