using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Calculates a number again: its formula in double precision, and for a gradient a central difference of the loss.</summary>
internal static class NumberChecks
{
    /// <summary>The check of an element of what the last step wrote; null in the initial state.</summary>
    public static NumberCheck? Of(LessonRun run, ImmutableArray<int> wished)
    {
        if (run.Timeline.Current is not { Output.Values.IsEmpty: false } step) return null;
        var element = ElementCursor.Clamp(step.Output.Shape, wished);
        var again = Explanation.Of(step, element.AsSpan(), new Notation()).Check;
        var measured = again is null ? null : MeasuredDerivative.Of(run.Timeline.Program, step.Update, step.Name, element.AsSpan());
        return new NumberCheck(run.Now, step.Name, element, step.Output[element.AsSpan()], again, measured);
    }
}
