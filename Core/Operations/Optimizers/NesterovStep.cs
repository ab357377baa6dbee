using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − η·(g + λw + μv).</summary>
internal readonly struct NesterovStep<T>(T momentum, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 4;

    public static int Scalars => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V v, V g, V rate, V _1)
        where V : struct, IVec<V, T> => w - rate * (Decay.Apply<V, T>(g, w, decay) + V.Named(momentum, "μ") * v);
}
