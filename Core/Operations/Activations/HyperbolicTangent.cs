using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = tanh z.</summary>
internal readonly struct HyperbolicTangent<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = tanh(z)";

    public static string Slope => "f′(z) = 1 − a²";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Tanh(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Create(T.One) - a * a;
}
