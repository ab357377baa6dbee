using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>g_avg ← α·g_avg + (1 − α)·(g + λw).</summary>
internal readonly struct AverageGradient<T>(T alpha, T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V average, V g, V w, V _1, V _2)
        where V : struct, IVec<V, T> => V.Flush(V.Named(alpha, "α") * average + V.Named(T.One - alpha, "(1 − α)") * Decay.Apply<V, T>(g, w, decay));
}
