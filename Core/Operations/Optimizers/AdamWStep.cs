using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − ηλw − η·m̂/(√v̂ + ε): the decay is decoupled from the gradient.</summary>
internal readonly struct AdamWStep<T>(T epsilon, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 4;

    public static int Scalars => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V m, V v, V rate, V _1)
        where V : struct, IVec<V, T> => w * (V.Create(T.One) - rate * V.Named(decay, "λ")) - rate * (m / (V.Sqrt(v) + V.Named(epsilon, "ε")));
}
