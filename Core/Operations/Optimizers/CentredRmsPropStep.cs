using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − η·(g + λw)/(√(v − g_avg²) + ε).</summary>
internal readonly struct CentredRmsPropStep<T>(T epsilon, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 5;

    public static int Scalars => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V g, V v, V average, V rate)
        where V : struct, IVec<V, T> => w - rate * (Decay.Apply<V, T>(g, w, decay) / (V.Sqrt(v - average * average) + V.Named(epsilon, "ε")));
}
