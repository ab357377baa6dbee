using System.Numerics;

namespace Core;

/// <summary>
/// z = x·Wᵀ + b. Every z is one chain from 0 over the inputs in ascending order, the bias added last.
/// </summary>
/// <param name="x">[batch, in]</param>
/// <param name="weight">Shown [out, in], stored [in, out].</param>
/// <param name="bias">[out], or none.</param>
/// <param name="z">[batch, out]</param>
internal sealed unsafe class DenseForward<T>(Buffer<T> x, Buffer<T> weight, Buffer<T>? bias, Buffer<T> z)
    : Operation<T>(Phase.Forward, bias is null ? "z = W·x" : "z = W·x + b", z, bias is null ? [x, weight] : [x, weight, bias])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FewestSamples = 8, Unit = 4;
    private readonly int inputs = weight.Shape[1];
    private readonly int outputs = weight.Shape[0];

    private Action<int, int>? bySamples, byOutputs;
    private int rows;

    internal override bool CanShare(int rows) => Threads.Pays(rows, inputs, outputs, outputs);

    public override void Run(RunState run)
    {
        rows = run.Rows;
        if (run.Workers is not null && CanShare(rows)) Share(run.Workers);
        else MatMul.Forward(x.Pointer, weight.Pointer, bias is null ? null : bias.Pointer, Output.Pointer, rows, inputs, outputs);
    }

    // By samples where each thread has enough of them to be worth reading all weights.
    private void Share(WorkerPool workers)
    {
        if (rows >= FewestSamples * workers.Active) workers.Split(rows, bySamples ??= Samples, Unit);
        else workers.Split(outputs, byOutputs ??= Columns);
    }

    private void Samples(int from, int to) => MatMul.Forward(
        x.Pointer + (nint)from * inputs, weight.Pointer, bias is null ? null : bias.Pointer, Output.Pointer + (nint)from * outputs, to - from, inputs, outputs);

    private void Columns(int from, int to) =>
        MatMul.Forward(x.Pointer, weight.Pointer, bias is null ? null : bias.Pointer, Output.Pointer, rows, inputs, outputs, from, to);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var (sample, unit) = (index[0], index[1]);
        var sum = Terms.Chain(inputs, i => operands.Symbol(weight, unit, i) * operands.Symbol(x, sample, i));
        return (bias is null ? sum : sum + operands.Symbol(bias, unit)).Formula;
    }
}
