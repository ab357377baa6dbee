using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Cross-entropy on probabilities, mean over the batch; logarithm clamped at −100.</summary>
internal readonly struct ProbabilityCrossEntropy<T> : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = −Σ y·ln a / B";

    public static string Slope => "∂L/∂a = −y/a / B";

    public static (int Divisor, string Letters) LossDivisor(int rows, int outputs) => (rows, "B");

    public static (int Divisor, string Letters) GradientDivisor(int rows, int outputs) => (rows, "B");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T> => -(y * V.Select(V.Less(V.Log(a), V.Constant(-100)), V.Constant(-100), V.Log(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T> => -(y / V.Select(V.Less(a, V.Constant(1e-12)), V.Constant(1e-12), a));
}
