using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>m̂ = m·1/(1 − βᵗ): undoes the start at 0. The quotient is taken once an update: a division per parameter costs more than all else.</summary>
internal readonly struct BiasCorrection<T>(T factor, string letter) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V m, V _1, V _2, V _3, V _4)
        where V : struct, IVec<V, T> => m * V.Named(factor, letter);
}
