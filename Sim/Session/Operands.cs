using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>What the selected number was made of, in the order the step pane lists it.</summary>
internal static class Operands
{
    public static StepPaneData Data(LessonModel lesson, ViewSettings view) => StepPaneData.From(lesson.Run, lesson.Selection.Index, view, lesson.Check);

    public static ImmutableArray<ExplainedOperand> Of(LessonModel lesson, ViewSettings view) => Data(lesson, view).Explanation?.Operands ?? [];
}
