using System.Numerics;

namespace Core;

/// <summary>What early stopping carries from epoch to epoch.</summary>
/// <param name="Best">Scalar: the best value so far.</param>
/// <param name="Wait">Scalar: epochs without improvement.</param>
/// <param name="BestEpoch">Scalar: its epoch, 0 before the first.</param>
/// <param name="StoppedEpoch">Scalar: the epoch at whose end the run stopped, 0 = never.</param>
internal sealed record EarlyStopState<T>(Buffer<T> Best, Buffer<T> Wait, Buffer<T> BestEpoch, Buffer<T> StoppedEpoch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>
/// stopped_epoch: improved means value &lt; best − minDelta (or &gt; best + minDelta); stops at the end of the epoch in which the epochs
/// without improvement reach patience. A value that is not a number is no improvement.
/// </summary>
internal sealed unsafe class EarlyStop<T>(EarlyStoppingSettings settings, bool isSmallerBetter, Buffer<T> monitored, EarlyStopState<T> state, (Buffer<T> From, Buffer<T> To)[] keep)
    : Operation<T>(
        Phase.Evaluate,
        $"improved: {settings.Monitor} {(isSmallerBetter ? "< best − minDelta" : "> best + minDelta")}; stop after {settings.Patience} epochs without",
        state.StoppedEpoch,
        monitored,
        state.Best,
        state.Wait,
        state.BestEpoch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => run.EndsEpoch;

    public override void Run(RunState run)
    {
        var value = *monitored.Pointer;
        var delta = T.CreateTruncating(settings.MinDelta);
        var isFirst = *state.BestEpoch.Pointer == T.Zero;
        if (isFirst ? !T.IsNaN(value) : isSmallerBetter ? value < *state.Best.Pointer - delta : value > *state.Best.Pointer + delta)
        {
            (*state.Best.Pointer, *state.Wait.Pointer, *state.BestEpoch.Pointer) = (value, T.Zero, T.CreateTruncating(run.Epoch));
            foreach (var (from, to) in keep) from.Stored().CopyTo(to.Stored());
            return;
        }

        *state.Wait.Pointer += T.One;
        if (*state.Wait.Pointer < T.CreateTruncating(settings.Patience)) return;
        *Output.Pointer = T.CreateTruncating(run.Epoch);
        run.EndsRun = true;
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, 0), null);
}

/// <summary>best_epoch: told after stopped_epoch, which keeps it.</summary>
internal sealed class BestEpoch<T>(Buffer<T> best) : Operation<T>(Phase.Evaluate, "epoch of the best value so far", best)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => run.EndsEpoch;

    public override void Run(RunState run)
    {
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, 0), null);
}

/// <summary>restored.layerN.…: the parameter of the best epoch, put back when the run ends.</summary>
internal sealed class Restore<T>(Buffer<T> best, Buffer<T> bestEpoch, Buffer<T> parameter, Buffer<T> output)
    : Operation<T>(Phase.Evaluate, "w ← w of the best epoch", output, best)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => run.EndsRun && bestEpoch.Stored()[0] != T.Zero;

    public override void Run(RunState run)
    {
        best.Stored().CopyTo(parameter.Stored());
        best.Stored().CopyTo(Output.Stored());
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => operands.At(best, index);
}
