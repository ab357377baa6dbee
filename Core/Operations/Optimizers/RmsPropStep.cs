using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − η·(g + λw)/(√v + ε).</summary>
internal readonly struct RmsPropStep<T>(T epsilon, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 4;

    public static int Scalars => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V g, V v, V rate, V _1)
        where V : struct, IVec<V, T> => w - rate * (Decay.Apply<V, T>(g, w, decay) / (V.Sqrt(v) + V.Named(epsilon, "ε")));
}
