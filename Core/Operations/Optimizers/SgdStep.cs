using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − η·(g + λw).</summary>
internal readonly struct SgdStep<T>(T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    public static int Scalars => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V g, V rate, V _1, V _2)
        where V : struct, IVec<V, T> => w - rate * Decay.Apply<V, T>(g, w, decay);
}
