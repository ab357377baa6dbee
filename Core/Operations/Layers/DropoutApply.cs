using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a·mask/(1 − rate): what is kept is scaled up, so that the expected value stays (inverted dropout).</summary>
internal readonly struct DropoutApply<T>(T keep) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V mask, V _1, V _2, V _3)
        where V : struct, IVec<V, T> => a * mask / V.Named(keep, "(1 − p)");
}

/// <summary>a·mask: dropout that forgets to scale up what is kept.</summary>
internal readonly struct DropoutKeep<T> : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V mask, V _1, V _2, V _3)
        where V : struct, IVec<V, T> => a * mask;
}
