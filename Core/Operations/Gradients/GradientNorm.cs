using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>‖g‖ = √Σg² over the elements of one or more buffers; each matrix column by column, then over its columns, then buffer by buffer.</summary>
/// <param name="gradients">Any shapes.</param>
/// <param name="columnSums">[widest]: room for the sums of columns.</param>
/// <param name="norm">Scalar.</param>
internal sealed unsafe class GradientNorm<T>(ImmutableArray<Buffer<T>> gradients, Buffer<T> columnSums, Buffer<T> norm)
    : Operation<T>(Phase.Backward, gradients.Length == 1 ? "‖g‖ = √Σg²" : "‖g‖ = √Σg² over all parameters", norm, gradients)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        var sum = T.Zero;
        foreach (var gradient in Inputs)
        {
            var (rows, columns) = Table.Of(gradient);
            sum += Reduce.SumOfSquares(gradient.Pointer, columnSums.Pointer, rows, columns);
        }

        *Output.Pointer = T.Sqrt(sum);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        Symbol<T>.Sqrt(Terms.Chain(Inputs.Length, k => Terms.OfTable(Inputs[k], operands, g => g * g))).Formula;
}
