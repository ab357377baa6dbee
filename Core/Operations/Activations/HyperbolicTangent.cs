using System.Numerics;

namespace Core;

/// <summary>a = tanh z.</summary>
internal readonly struct HyperbolicTangent<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = tanh(z)";

    public static string Slope => "f′(z) = 1 − a²";

    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Tanh(z);

    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Create(T.One) - a * a;
}
