using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − ηv.</summary>
internal readonly struct MomentumStep<T> : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    public static int Scalars => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V v, V rate, V _1, V _2)
        where V : struct, IVec<V, T> => w - rate * v;
}
