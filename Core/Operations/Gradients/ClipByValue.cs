using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>g into [−c, c].</summary>
internal readonly struct ClipByValue<T>(T maximum) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V g, V _1, V _2, V _3, V _4)
        where V : struct, IVec<V, T>
    {
        var (high, low) = (V.Named(maximum, "c"), -V.Named(maximum, "c"));
        return V.Select(V.Less(high, g), high, V.Select(V.Less(g, low), low, g));
    }
}
