using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>g = (g₁ + g₂ + …)/K: the mean of the workers' gradients.</summary>
/// <param name="gradients">One of each worker, any shape.</param>
/// <param name="output">The same shape.</param>
internal sealed unsafe class AverageGradients<T>(ImmutableArray<Buffer<T>> gradients, Buffer<T> output)
    : Operation<T>(Phase.Backward, "g = (g₁ + g₂ + …)/K over the workers", output, gradients)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T count = T.CreateTruncating(gradients.Length);

    public override void Run(RunState run)
    {
        for (var i = 0; i < Output.Capacity; i++)
        {
            var sum = T.Zero;
            foreach (var gradient in Inputs) sum += gradient.Pointer[i];
            Output.Pointer[i] = sum / count;
        }
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var place = index.ToArray();
        return (Terms.Chain(Inputs.Length, k => operands.Symbol(Inputs[k], place)) / Symbol<T>.Named(count, "K")).Formula;
    }
}

/// <summary>The gradient that has gone once around: what the last worker ends with, handed to all.</summary>
/// <param name="last">Of the last worker.</param>
/// <param name="output">The same shape.</param>
internal sealed class RingResult<T>(Buffer<T> last, Buffer<T> output) : Operation<T>(Phase.Backward, "g = sum of the last worker", output, last)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run) => last.Stored().CopyTo(Output.Stored());

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => operands.At(last, index);
}
