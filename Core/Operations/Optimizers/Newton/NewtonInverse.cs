using System.Numerics;

namespace Core;

/// <summary>H⁻¹, or (H + μI)⁻¹ with damping, solved in double precision from H as written.</summary>
/// <param name="curvature">Who solves.</param>
/// <param name="damping">μ.</param>
/// <param name="hessian">[n, n]</param>
/// <param name="output">[n, n]</param>
internal sealed class NewtonInverse<T>(ICurvature curvature, double damping, Buffer<T> hessian, Buffer<T> output)
    : Operation<T>(Phase.Update, damping == 0 ? "H⁻¹·H = I" : "H⁻¹·(H + μI) = I", output, hessian)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rounds once into a buffer of the same shape.</summary>
    internal static void Write(double[,] matrix, Buffer<T> output)
    {
        var stored = output.Stored();
        var place = 0;
        foreach (var value in matrix) stored[place++] = T.CreateTruncating(value);
    }

    public override void Run(RunState run)
    {
        var n = hessian.Shape[0];
        var stored = hessian.Stored();
        var matrix = new double[n, n];
        for (var place = 0; place < stored.Length; place++) matrix[place / n, place % n] = double.CreateTruncating(stored[place]);
        Write(curvature.Inverse(matrix, damping), Output);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), null);
}
