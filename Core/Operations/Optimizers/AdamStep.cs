using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>w ← w − η·m̂/(√v̂ + ε).</summary>
internal readonly struct AdamStep<T>(T epsilon) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 4;

    public static int Scalars => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V m, V v, V rate, V _1)
        where V : struct, IVec<V, T> => w - rate * (m / (V.Sqrt(v) + V.Named(epsilon, "ε")));
}
