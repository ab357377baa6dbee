using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a + b.</summary>
internal readonly struct Addition<T> : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b, V _1, V _2, V _3)
        where V : struct, IVec<V, T> => a + b;
}
