using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>sum ← sum + (g + λw)².</summary>
internal readonly struct SquareSum<T>(T decay) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V sum, V g, V w, V _1, V _2)
        where V : struct, IVec<V, T>
    {
        var gradient = Decay.Apply<V, T>(g, w, decay);
        return sum + gradient * gradient;
    }
}
