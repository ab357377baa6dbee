using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>d = H⁻¹·g: every element is one chain over all gradients, in the order of the parameters.</summary>
/// <param name="inverse">[n, n]</param>
/// <param name="gradients">g of each parameter, one behind the other.</param>
/// <param name="output">[n]</param>
internal sealed class NewtonDirection<T>(Buffer<T> inverse, ImmutableArray<Buffer<T>> gradients, Buffer<T> output)
    : Operation<T>(Phase.Update, "d = H⁻¹·g", output, [inverse, .. gradients])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Place of each gradient as shown: which buffer, which index.
    private readonly (Buffer<T> Buffer, int[] Index)[] places =
        [.. gradients.SelectMany(gradient => Enumerable.Range(0, gradient.Capacity).Select(place => (gradient, gradient.IndexAt(place))))];

    public override void Run(RunState run)
    {
        var rows = inverse.Stored();
        var step = Output.Stored();
        for (var i = 0; i < step.Length; i++)
        {
            var sum = T.Zero;
            for (var j = 0; j < places.Length; j++)
                sum += rows[i * step.Length + j] * places[j].Buffer.Stored()[places[j].Buffer.Offset(places[j].Index)];
            step[i] = sum;
        }
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var row = index[0];
        return Terms.Chain(places.Length, j => operands.Symbol(inverse, row, j) * operands.Symbol(places[j].Buffer, places[j].Index)).Formula;
    }
}
