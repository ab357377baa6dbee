using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = z·σ(βz); β = 1 is SiLU (Ramachandran et al. 2017).</summary>
internal readonly struct Swish<T>(T beta) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = z·σ(βz)";

    public static string Slope => "f′(z) = σ(βz) + β·a·(1 − σ(βz))";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => z * V.Sigmoid(V.Named(beta, "β") * z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Sigmoid(V.Named(beta, "β") * z) + V.Named(beta, "β") * a * (V.Create(T.One) - V.Sigmoid(V.Named(beta, "β") * z));
}
