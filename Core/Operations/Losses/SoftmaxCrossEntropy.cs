using System.Numerics;

namespace Core;

/// <summary>
/// data_loss of a softmax from its logits: mean over the batch of Σ_c y_c·(ln Σ e^z − z_c), by log-sum-exp, so that logits of ±1000 are fine.
/// For a class number the sum is its one term.
/// </summary>
/// <param name="z">[batch, classes]: logits.</param>
/// <param name="y">[batch, classes]: one-hot or soft targets.</param>
/// <param name="parts">[batch, classes]: room.</param>
/// <param name="sums">[batch]: room for the log-sum-exp of each sample.</param>
/// <param name="output">Scalar.</param>
internal sealed unsafe class SoftmaxCrossEntropy<T>(Buffer<T> z, Buffer<T> y, Buffer<T> parts, Buffer<T> sums, Buffer<T> output)
    : Operation<T>(Phase.Loss, "L = Σ y·(ln Σⱼ e^zⱼ − z)/B", output, z, y)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int classes = z.Shape[1];

    public override void Run(RunState run)
    {
        Softmax.LogSumExp(z.Pointer, sums.Pointer, run.Rows, classes);
        for (var r = 0; r < run.Rows; r++)
        {
            T* logits = z.Pointer + r * classes, targets = y.Pointer + r * classes;
            var loss = T.Zero;
            // A term with target 0 is left out, not multiplied by 0: an infinite logit must not turn it into NaN.
            for (var c = 0; c < classes; c++)
                if (targets[c] != T.Zero)
                    loss += targets[c] * (sums.Pointer[r] - logits[c]);
            parts.Pointer[r] = loss;
        }

        *Output.Pointer = Reduce.Sum(parts.Pointer, run.Rows, 1) / T.CreateTruncating(run.Rows);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        (Terms.Chain(run.Rows, r => OfSample(r, operands)) / Symbol<T>.Named(T.CreateTruncating(run.Rows), "B")).Formula;

    private Symbol<T> OfSample(int r, Operands<T> operands)
    {
        var max = Terms.Largest(classes, k => operands.Symbol(z, r, k));
        var sum = max + Symbol<T>.Log(Terms.Chain(classes, k => Symbol<T>.Exp(operands.Symbol(z, r, k) - max)));
        var present = Enumerable.Range(0, classes).Where(c => operands.Value(y, y.Offset([r, c])) != T.Zero).ToArray();
        return Terms.Chain(present.Length, k => operands.Symbol(y, r, present[k]) * (sum - operands.Symbol(z, r, present[k])));
    }
}
