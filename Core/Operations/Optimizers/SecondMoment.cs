using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>v ← βv + (1 − β)·(g + λw)²; an optimizer that starts anew keeps 0 of v.</summary>
internal readonly struct SecondMoment<T>(T keep, T beta, string letter, string restLetters, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V v, V g, V w, V _1, V _2)
        where V : struct, IVec<V, T>
    {
        var gradient = Decay.Apply<V, T>(g, w, decay);
        return V.Flush(V.Named(keep, letter) * v + V.Named(T.One - beta, restLetters) * (gradient * gradient));
    }
}
