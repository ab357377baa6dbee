using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − η/(1 + (t − 1)·decay) · (g + λw)/(√sum + ε).</summary>
internal readonly struct AdaGradStep<T>(T slowdown, T epsilon, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 4;

    public static int Scalars => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V g, V sum, V rate, V _1)
        where V : struct, IVec<V, T>
    {
        var step = slowdown == T.One ? rate : rate / V.Named(slowdown, "(1 + (t − 1)·d)");
        return w - step * (Decay.Apply<V, T>(g, w, decay) / (V.Sqrt(sum) + V.Named(epsilon, "ε")));
    }
}
