using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Weight decay through the gradient: g + λw, where there is any.</summary>
internal static class Decay
{
    /// <summary>g + λw, or g itself when λ = 0 (so that an infinite weight does not turn 0·w into NaN).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V g, V w, T decay)
        where V : struct, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => decay == T.Zero ? g : g + V.Named(decay, "λ") * w;
}
