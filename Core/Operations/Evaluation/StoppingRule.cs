using System.Numerics;

namespace Core;

/// <summary>One stopping rule with what it counts.</summary>
/// <param name="Settings">The rule.</param>
/// <param name="Value">Scalar looked at: grad_norm or loss.</param>
/// <param name="Previous">Scalar: the loss of the update before.</param>
/// <param name="Count">Scalar: updates in a row below ε.</param>
internal sealed record StoppingWatch<T>(StoppingRuleSettings Settings, Buffer<T> Value, Buffer<T> Previous, Buffer<T> Count)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>stopped_update: the update after which the gradient's norm, or the change of the loss, had been below ε for K updates in a row; 0 = not yet.</summary>
internal sealed unsafe class StoppingRule<T>(StoppingWatch<T>[] watches, Buffer<T> output)
    : Operation<T>(
        Phase.Evaluate,
        string.Join(" or ", watches.Select(watch => watch.Settings.Kind == StoppingRuleKind.GradientNorm ? "‖g‖ < ε" : "|loss − loss before| < ε")) + ", K updates in a row",
        output,
        [.. watches.Select(watch => watch.Value)])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        foreach (var (settings, value, previous, count) in watches)
        {
            var isChange = settings.Kind == StoppingRuleKind.LossChange;
            var size = isChange ? T.Abs(*value.Pointer - *previous.Pointer) : *value.Pointer;
            var isBelow = (!isChange || run.Update > 1) && size < T.CreateTruncating(settings.Below);
            *count.Pointer = isBelow ? *count.Pointer + T.One : T.Zero;
            *previous.Pointer = *value.Pointer;
            if (*count.Pointer < T.CreateTruncating(settings.Updates)) continue;
            *Output.Pointer = T.CreateTruncating(run.Update);
            run.EndsRun = true;
        }
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, 0), null);
}
