using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>One number of the run, calculated again by others than the formula that trained.</summary>
/// <param name="At">Its moment.</param>
/// <param name="Name">What the step wrote.</param>
/// <param name="Index">The element.</param>
/// <param name="Value">As the run has it.</param>
/// <param name="Again">The formula in double precision from the same operands; null for a number that is given.</param>
/// <param name="Measured">For a gradient: the loss at a little more and a little less; null for other numbers.</param>
internal sealed record NumberCheck(Moment At, string Name, ImmutableArray<int> Index, double Value, FormulaCheck? Again, GradientCheckRow? Measured)
{
    // Rounding of single precision along a whole backward pass, relative to the derivative, and near zero to the unit.
    private const double PassRounding = 1e-3, NearZero = 1e-6;

    /// <summary>What the measurement says of the number that is shown; null where nothing was measured.</summary>
    public GradientVerdict? Verdict => Measured is not { } measured ? null
        : measured.Verdict != GradientVerdict.Agrees || Math.Abs(Value - measured.Analytic) <= PassRounding * Math.Abs(measured.Analytic) + NearZero ? measured.Verdict
        : GradientVerdict.Differs;

    /// <summary>Whether the second calculation is within rounding.</summary>
    public bool IsConfirmed => Again is not { } again || again.Agrees(Value);

    /// <summary>Whether nothing speaks against the number.</summary>
    public bool IsFine => IsConfirmed && Verdict != GradientVerdict.Differs;

    /// <summary>Whether this is the number that is chosen in the lesson, unchanged.</summary>
    public bool IsOf(LessonModel lesson) =>
        lesson.Run.Now == At && lesson.Run.Step is { } step && step.Name == Name && IsSamePlace(lesson, step) && ((double)step.Output[Index.AsSpan()]).Equals(Value);

    private bool IsSamePlace(LessonModel lesson, Step<float> step) =>
        Index.Length == step.Output.Shape.Length && ElementCursor.Clamp(step.Output.Shape, lesson.Selection.Index).AsSpan().SequenceEqual(Index.AsSpan());
}
