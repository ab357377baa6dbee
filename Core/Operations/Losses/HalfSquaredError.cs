using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Σ(a − y)²/(2B): the ½ of courses, summed over outputs.</summary>
internal readonly struct HalfSquaredError<T> : IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "L = Σ(a − y)²/(2B)";

    public static string Slope => "∂L/∂a = (a − y)/B";

    public static (int Divisor, string Letters) LossDivisor(int rows, int outputs) => (2 * rows, "(2·B)");

    public static (int Divisor, string Letters) GradientDivisor(int rows, int outputs) => (rows, "B");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss<V>(V a, V y)
        where V : struct, IVec<V, T> => (a - y) * (a - y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T> => a - y;
}
