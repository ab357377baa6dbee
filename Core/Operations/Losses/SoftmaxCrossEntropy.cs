using System.Numerics;

namespace Core;

/// <summary>
/// data_loss of a softmax from its logits: mean over the batch of Σ_c y_c·(ln Σⱼ e^(zⱼ − m) − (z_c − m)), m = max z: right for logits of ±1000,
/// and a small loss is not lost beside a large logit. For a class number the sum is its one term.
/// </summary>
internal sealed unsafe class SoftmaxCrossEntropy<T>(LossBuffers<T> buffers)
    : Operation<T>(Phase.Loss, "L = Σ y·(ln Σⱼ e^(zⱼ − max z) − (z − max z))/B", buffers.Loss, buffers.Z, buffers.Y)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int classes = buffers.Z.Shape[1];

    /// <summary>[batch, classes]: room.</summary>
    public Buffer<T> Parts => buffers.Parts;

    /// <summary>[classes]: room.</summary>
    public Buffer<T> Columns => buffers.Columns;

    public override void Run(RunState run)
    {
        T* z = buffers.Z.Pointer, y = buffers.Y.Pointer, maxima = buffers.Maxima.Pointer, losses = buffers.LogSums.Pointer;
        Softmax.LogSums(z, buffers.Parts.Pointer, maxima, losses, run.Rows, classes);
        var sum = T.Zero;
        for (var r = 0; r < run.Rows; r++, z += classes, y += classes)
        {
            var loss = T.Zero;
            // A term with target 0 is left out, not multiplied by 0: an infinite logit must not turn it into NaN.
            for (var c = 0; c < classes; c++)
                if (y[c] != T.Zero)
                    loss += y[c] * (losses[r] - (z[c] - maxima[r]));
            sum += loss;
        }

        *Output.Pointer = sum / T.CreateTruncating(run.Rows);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        (Terms.Chain(run.Rows, r => OfSample(r, operands)) / Symbol<T>.Named(T.CreateTruncating(run.Rows), "B")).Formula;

    private Symbol<T> OfSample(int r, Operands<T> operands)
    {
        var (z, y) = (buffers.Z, buffers.Y);
        var max = Terms.Largest(classes, k => operands.Symbol(z, r, k));
        var logSum = Symbol<T>.Log(Terms.Chain(classes, k => Symbol<T>.Exp(operands.Symbol(z, r, k) - max)));
        var present = Enumerable.Range(0, classes).Where(c => operands.Value(y, y.Offset([r, c])) != T.Zero).ToArray();
        return Terms.Chain(present.Length, k => operands.Symbol(y, r, present[k]) * (logSum - (operands.Symbol(z, r, present[k]) - max)));
    }
}
