using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>m ← β₁m + (1 − β₁)·(g + λw); an optimizer that starts anew keeps 0 of m.</summary>
internal readonly struct FirstMoment<T>(T keep, T beta, string letter, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V m, V g, V w, V _1, V _2)
        where V : struct, IVec<V, T> => V.Flush(V.Named(keep, letter) * m + V.Named(T.One - beta, "(1 − β₁)") * Decay.Apply<V, T>(g, w, decay));
}
