using System.Numerics;

namespace Core;

/// <summary>lr: the schedule's rate for this update, computed in double precision and rounded once.</summary>
/// <param name="schedule">Which rates.</param>
/// <param name="initial">η₀.</param>
/// <param name="output">Scalar.</param>
internal sealed unsafe class LearningRate<T>(Schedule schedule, double initial, Buffer<T> output)
    : Operation<T>(Phase.Update, schedule.Rule, output)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether every update has the same.</summary>
    public bool IsConstant => schedule.IsConstant;

    public override void Run(RunState run) => *Output.Pointer = Rate(run);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(Rate(run), schedule.WithNumbers(initial, run.Update, run.Epoch));

    private readonly T constant = T.CreateTruncating(initial);

    private T Rate(RunState run) => schedule.IsConstant ? constant : T.CreateTruncating(schedule.Rate(initial, run.Update, run.Epoch));
}
