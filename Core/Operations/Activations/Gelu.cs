using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = z·Φ(z), Φ the normal distribution function (Hendrycks and Gimpel 2016).</summary>
internal readonly struct Gelu<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double SqrtHalf = 0.70710678118654752440;
    private const double SqrtTwoPi = 2.5066282746310005024;

    public static string Rule => "a = z/2·(1 + erf(z/√2))";

    public static string Slope => "f′(z) = ½(1 + erf(z/√2)) + z·e^(−z²/2)/√(2π)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Constant(0.5) * z * (V.Create(T.One) + V.Erf(z * V.Constant(SqrtHalf)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Constant(0.5) * (V.Create(T.One) + V.Erf(z * V.Constant(SqrtHalf))) + z * V.Constant(1 / SqrtTwoPi) * V.Exp(-(V.Constant(0.5) * (z * z)));
}
