using System.Numerics;

namespace Core;

/// <summary>Draws the mask of a dropout layer: 1 = keep with probability 1 − rate, each value on its own; or takes the stated mask of this update.</summary>
/// <param name="rate">Probability of 0.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Which dropout layer, counted from 1.</param>
/// <param name="masks">Stated masks by update, or none.</param>
/// <param name="mask">[batch, width]</param>
internal sealed unsafe class DropoutMask<T>(double rate, ulong seed, int layer, IReadOnlyList<GivenValues>? masks, Buffer<T> mask)
    : Operation<T>(Phase.Forward, masks is null ? "mask = 1 with probability 1 − p, else 0" : "mask as stated", mask)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Probability of 0.</summary>
    public double Rate => rate;

    /// <summary>Whether the masks are a function of seed, layer and update.</summary>
    public bool IsDrawn => masks is null;

    public override void Run(RunState run)
    {
        var count = Output.Count(run.Rows);
        if (masks is null)
        {
            BernoulliMask.Fill(new CounterRandom(seed, RandomPurpose.Dropout, run.Update, layer), 1 - rate, Output.Pointer, count);
            return;
        }

        if (run.Update > masks.Count)
            throw new RunException($"{Output.Name}: update {run.Update} needs a mask, but {masks.Count} are stated. State one for every update, or leave them out to have them drawn.");
        var given = masks[(int)run.Update - 1];
        if ((long)given.Rows.Count * given.Shape[^1] != count)
            throw new RunException($"{Output.Name}: the mask of update {run.Update} has shape {given}, but the batch needs [{string.Join(", ", Output.ShapeFor(run.Rows))}].");
        for (var k = 0; k < count; k++) Output.Pointer[k] = T.CreateTruncating(given[k]);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), null);
}
