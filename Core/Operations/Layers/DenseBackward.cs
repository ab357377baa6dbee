using System.Numerics;

namespace Core;

/// <summary>∂L/∂W = Σ over the batch of ∂L/∂z · x; one chain over the samples for each weight.</summary>
/// <param name="dz">[batch, out]</param>
/// <param name="x">[batch, in]</param>
/// <param name="gradient">Shown [out, in], stored [in, out].</param>
internal sealed unsafe class DenseWeightGradient<T>(Buffer<T> dz, Buffer<T> x, Buffer<T> gradient)
    : Operation<T>(Phase.Backward, "∂L/∂W = Σ ∂L/∂z · x over the batch", gradient, dz, x)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int inputs = gradient.Shape[1];
    private readonly int outputs = gradient.Shape[0];
    private Action<int, int>? byInputs, byOutputs;
    private int rows;

    public Buffer<T> PreActivationGradient => dz;

    public Buffer<T> Input => x;

    internal override bool CanShare(int rows) => Threads.Pays(rows, inputs, outputs, outputs);

    public override void Run(RunState run)
    {
        rows = run.Rows;
        if (run.Workers is not null && CanShare(rows)) Share(run.Workers);
        else MatMul.WeightGradient(x.Pointer, dz.Pointer, Output.Pointer, rows, inputs, outputs);
    }

    // By inputs where a row of weights is whole registers, for so the optimizer's pass is shared too: each core keeps its weights and their gradients.
    private void Share(WorkerPool workers)
    {
        if (SharedMatrix.CanSplit(inputs, outputs)) workers.Split(inputs, byInputs ??= SomeInputs, SharedMatrix.Unit);
        else workers.Split(outputs, byOutputs ??= Columns);
    }

    private void SomeInputs(int from, int to) => MatMul.WeightGradientRows(x.Pointer, dz.Pointer, Output.Pointer, rows, inputs, outputs, from, to);

    private void Columns(int from, int to) => MatMul.WeightGradient(x.Pointer, dz.Pointer, Output.Pointer, rows, inputs, outputs, from, to);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var (unit, input) = (index[0], index[1]);
        return Terms.Chain(run.Rows, s => operands.Symbol(x, s, input) * operands.Symbol(dz, s, unit)).Formula;
    }
}

/// <summary>∂L/∂b = Σ over the batch of ∂L/∂z.</summary>
/// <param name="dz">[batch, out]</param>
/// <param name="gradient">[out]</param>
internal sealed unsafe class DenseBiasGradient<T>(Buffer<T> dz, Buffer<T> gradient)
    : Operation<T>(Phase.Backward, "∂L/∂b = Σ ∂L/∂z over the batch", gradient, dz)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run) => MatMul.BiasGradient(dz.Pointer, Output.Pointer, run.Rows, Output.Capacity);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var unit = index[0];
        return Terms.Chain(run.Rows, s => operands.Symbol(dz, s, unit)).Formula;
    }
}

/// <summary>∂L/∂x = ∂L/∂z · W: what the layer below is told.</summary>
/// <param name="dz">[batch, out]</param>
/// <param name="weight">Shown [out, in], stored [in, out].</param>
/// <param name="scratch">[out, in]: room for the weights turned around.</param>
/// <param name="dx">[batch, in]</param>
internal sealed unsafe class DenseInputGradient<T>(Buffer<T> dz, Buffer<T> weight, Buffer<T> scratch, Buffer<T> dx)
    : Operation<T>(Phase.Backward, "∂L/∂x = Wᵀ·∂L/∂z", dx, dz, weight)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int inputs = weight.Shape[1];
    private readonly int outputs = weight.Shape[0];
    private Action<int, int>? part;
    private int rows;

    /// <summary>[out, in]: room for the weights turned around.</summary>
    public Buffer<T> Turned => scratch;

    internal override bool CanShare(int rows) => outputs > 1 && Threads.Pays(rows, inputs, outputs, inputs);

    public override void Run(RunState run)
    {
        rows = run.Rows;
        if (run.Workers is null || !CanShare(rows))
        {
            MatMul.InputGradient(dz.Pointer, weight.Pointer, Output.Pointer, scratch.Pointer, rows, inputs, outputs);
            return;
        }

        Transpose.Run(weight.Pointer, scratch.Pointer, inputs, outputs);
        run.Workers!.Split(inputs, part ??= Columns);
    }

    private void Columns(int from, int to) => MatMul.InputGradient(dz.Pointer, scratch.Pointer, Output.Pointer, rows, inputs, outputs, from, to);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        // The inputs of the network may have any rank.
        var (sample, input) = Math.DivRem(Output.Offset(index), inputs);
        return Terms.Chain(outputs, o => operands.Symbol(dz, sample, o) * operands.Symbol(weight, o, input)).Formula;
    }
}
