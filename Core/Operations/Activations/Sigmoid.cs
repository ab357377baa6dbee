using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = σ(z) = 1/(1 + e⁻ᶻ); its derivative is at most 1/4.</summary>
internal readonly struct Sigmoid<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = σ(z)";

    public static string Slope => "f′(z) = a(1 − a)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Sigmoid(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => a * (V.Create(T.One) - a);
}
