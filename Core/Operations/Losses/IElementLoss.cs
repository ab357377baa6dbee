using System.Numerics;

namespace Core;

/// <summary>A loss that is a sum over samples and outputs: its part for one output, with the derivative below it.</summary>
internal interface IElementLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The loss in symbols; B samples, K outputs.</summary>
    static abstract string Rule { get; }

    /// <summary>The derivative in symbols.</summary>
    static abstract string Slope { get; }

    /// <summary>By what the sum of the parts is divided, and its letters.</summary>
    static virtual (int Divisor, string Letters) LossDivisor(int rows, int outputs) => (rows * outputs, outputs == 1 ? "B" : "(B·K)");

    /// <summary>By what the part's derivative is divided, and its letters.</summary>
    static virtual (int Divisor, string Letters) GradientDivisor(int rows, int outputs) => (rows * outputs, outputs == 1 ? "B" : "(B·K)");

    /// <summary>The part of one output, not yet divided.</summary>
    V Loss<V>(V a, V y)
        where V : struct, IVec<V, T>;

    /// <summary>Its derivative with respect to a, not yet divided.</summary>
    V Gradient<V>(V a, V y)
        where V : struct, IVec<V, T>;
}
