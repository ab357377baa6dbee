using System.Numerics;

namespace Core;

/// <summary>Draws a mask for an evaluation in which dropout is left on: another one for every update, set and chunk of samples.</summary>
/// <param name="rate">Probability of 0.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="set">Which set, counted from 0.</param>
/// <param name="layer">Which dropout layer, counted from 1.</param>
/// <param name="mask">[rows, width]</param>
internal sealed unsafe class EvaluationMask<T>(double rate, ulong seed, int set, int layer, Buffer<T> mask)
    : Operation<T>(Phase.Evaluate, "mask = 1 with probability 1 − p, else 0", mask)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        var stream = ((long)set << 48) + ((long)layer << 32) + run.First;
        BernoulliMask.Fill(new CounterRandom(seed, RandomPurpose.EvaluationDropout, run.Update, stream), 1 - rate, Output.Pointer, Output.Count(run.Rows));
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), null);
}
