using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = ln(1 + eᶻ); its derivative is σ(z).</summary>
internal readonly struct Softplus<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = ln(1 + eᶻ)";

    public static string Slope => "f′(z) = σ(z)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Softplus(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Sigmoid(z);
}
