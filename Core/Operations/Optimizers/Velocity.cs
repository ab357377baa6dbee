using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>v ← μv + (1 − dampening)·(g + λw); the first velocity is the gradient itself, as in PyTorch.</summary>
internal readonly struct Velocity<T>(T momentum, T dampening, T decay, bool first) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V v, V g, V w, V _1, V _2)
        where V : struct, IVec<V, T>
    {
        var gradient = Decay.Apply<V, T>(g, w, decay);
        if (first) return gradient;
        var pull = dampening == T.Zero ? gradient : V.Named(T.One - dampening, "(1 − d)") * gradient;
        return V.Flush(V.Named(momentum, "μ") * v + pull);
    }
}
