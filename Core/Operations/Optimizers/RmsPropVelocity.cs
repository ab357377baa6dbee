using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>velocity ← μ·velocity + (g + λw)/(√v + ε).</summary>
internal readonly struct RmsPropVelocity<T>(T momentum, T epsilon, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V velocity, V g, V v, V w, V _1)
        where V : struct, IVec<V, T> => V.Flush(V.Named(momentum, "μ") * velocity + Decay.Apply<V, T>(g, w, decay) / (V.Sqrt(v) + V.Named(epsilon, "ε")));
}
