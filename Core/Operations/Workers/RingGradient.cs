using System.Numerics;

namespace Core;

/// <summary>∂L/∂W or ∂L/∂b, gone on with: the sum of the worker before, then the samples of this shard, one chain.</summary>
/// <param name="before">The sum so far, or none.</param>
/// <param name="dz">[shard, out]</param>
/// <param name="x">[shard, in]; none for biases.</param>
/// <param name="output">Shown [out, in], stored [in, out]; of biases [out].</param>
internal sealed unsafe class RingGradient<T>(Buffer<T>? before, Buffer<T> dz, Buffer<T>? x, Buffer<T> output) : Operation<T>(
    Phase.Backward,
    $"{(x is null ? "∂L/∂b" : "∂L/∂W")} = {(before is null ? "" : "sum so far + ")}Σ {(x is null ? "∂L/∂z" : "∂L/∂z · x")} over the batch",
    output,
    [.. new[] { before, dz, x }.OfType<Buffer<T>>()])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int outputs = output.Shape[0];
    private readonly int inputs = x is null ? 1 : output.Shape[1];

    public override void Run(RunState run)
    {
        for (var i = 0; i < inputs; i++)
            for (var o = 0; o < outputs; o++)
            {
                var sum = before is null ? T.Zero : before.Pointer[i * outputs + o];
                for (var s = 0; s < run.Rows; s++) sum += x is null ? dz.Pointer[s * outputs + o] : x.Pointer[s * inputs + i] * dz.Pointer[s * outputs + o];
                Output.Pointer[i * outputs + o] = sum;
            }
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var place = index.ToArray();
        var start = before is null ? 0 : 1;
        return Terms.Chain(run.Rows + start, k => k < start ? operands.Symbol(before!, place)
            : x is null ? operands.Symbol(dz, k - start, place[0])
            : operands.Symbol(x, k - start, place[1]) * operands.Symbol(dz, k - start, place[0])).Formula;
    }
}
