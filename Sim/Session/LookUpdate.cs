using System.Collections.Immutable;

namespace Sim;

/// <summary>Looking closer: panes, elements, terms, where a number comes from.</summary>
internal static class LookUpdate
{
    public static Next Do(SessionModel model, LessonModel lesson, SessionCommand command) => command switch
    {
        SessionCommand.FocusNext => Focused(model, lesson, 1),
        SessionCommand.FocusPrevious => Focused(model, lesson, -1),
        SessionCommand.Zoom => model with { Lesson = lesson with { IsZoomed = !lesson.IsZoomed } },
        SessionCommand.NextPicture => model with { Lesson = lesson with { Picture = PictureChoice.After(model, lesson), Focus = Pane.Picture } },
        SessionCommand.Down or SessionCommand.Up or SessionCommand.RowDown or SessionCommand.RowUp when PictureCursor.Moved(lesson, command) is { } moved => model with { Lesson = moved },
        SessionCommand.Down or SessionCommand.Up when lesson.Focus == Pane.Text && lesson.Content is not null => Paged(model, lesson, command == SessionCommand.Down ? 1 : -1),
        SessionCommand.Down => Element(model, lesson, CursorMove.Right),
        SessionCommand.Up => Element(model, lesson, CursorMove.Left),
        SessionCommand.RowDown => Element(model, lesson, CursorMove.Down),
        SessionCommand.RowUp => Element(model, lesson, CursorMove.Up),
        SessionCommand.ScrollDown => PaneUpdate.Scroll(model, lesson, 1),
        SessionCommand.ScrollUp => PaneUpdate.Scroll(model, lesson, -1),
        SessionCommand.TermForward or SessionCommand.TermBack when PaneUpdate.ChoosesInputs(lesson) => PaneUpdate.Inputs(model, lesson, command == SessionCommand.TermForward ? 1 : -1),
        SessionCommand.TermForward => Term(model, lesson, 1),
        SessionCommand.TermBack => Term(model, lesson, -1),
        SessionCommand.WhereFrom => Follow(model, lesson),
        SessionCommand.Check => Check(model, lesson),
        SessionCommand.Return => Return(model, lesson),
        _ => model,
    };

    /// <summary>Asks for the new value of the weight under the cursor.</summary>
    public static Next Edit(SessionModel model, LessonModel lesson) => WeightUnder(lesson) is { } weight
        ? model with { Prompt = Prompt.For(PromptKind.Edit, FormattableString.Invariant($"{weight.Value:R}")) }
        : model with { Notice = new Notice(SessionWords.NoWeightHere) };

    /// <summary>The weight or bias that the cursor is on: an element of the step's value, or the term chosen in its formula.</summary>
    public static (string Name, ImmutableArray<int> Index, double Value)? WeightUnder(LessonModel lesson)
    {
        if (lesson.Run.Step is not { } step) return FirstWeight(lesson);
        if (IsParameter(step.Name)) return (step.Name, lesson.Selection.Index, (lesson.Run.Find(step.Name) ?? step.Output)[lesson.Selection.Index.AsSpan()]);
        var operands = Operands.Of(lesson, ViewSettings.Default).Where(operand => IsParameter(operand.Name)).ToList();
        if (operands.Count == 0) return null;
        var chosen = operands[Math.Clamp(lesson.Selection.Term, 0, operands.Count - 1)];
        return (chosen.Name, chosen.Index, chosen.Value);
    }

    private static (string, ImmutableArray<int>, double)? FirstWeight(LessonModel lesson) =>
        lesson.Run.Find("layer1.weight") is { Values.IsEmpty: false } weight ? (weight.Name, [.. weight.Shape.Select(_ => 0)], weight.Values[0]) : null;

    private static bool IsParameter(string name) => name.EndsWith(".weight", StringComparison.Ordinal) || name.EndsWith(".bias", StringComparison.Ordinal);

    private static Next Focused(SessionModel model, LessonModel lesson, int by)
    {
        var panes = LessonLayout.Panes(model);
        if (panes.Length == 0) return model;
        int at = Math.Max(0, panes.IndexOf(lesson.Focus));
        return model with { Lesson = lesson with { Focus = panes[(at + by + panes.Length) % panes.Length] } };
    }

    private static Next Paged(SessionModel model, LessonModel lesson, int by) =>
        model with { Lesson = lesson with { Page = Math.Clamp(lesson.Page + by, 0, Math.Max(0, LessonPages.Count(model) - 1)) } };

    private static Next Element(SessionModel model, LessonModel lesson, CursorMove move) => lesson.Run.Step?.Output is { } output
        ? model with { Lesson = lesson with { Selection = new Selection(ElementCursor.Move(output.Shape, lesson.Selection.Index, move)) } }
        : model;

    private static Next Term(SessionModel model, LessonModel lesson, int by)
    {
        int count = Operands.Of(lesson, model.View).Length;
        if (count == 0) return model;
        int to = lesson.Selection.Term < 0 ? (by > 0 ? 0 : count - 1) : (lesson.Selection.Term + by + count) % count;
        return model with { Lesson = lesson with { Selection = lesson.Selection with { Term = to } } };
    }

    private static Next Follow(SessionModel model, LessonModel lesson)
    {
        if (Operands.Of(lesson, model.View).IsEmpty) return model with { Notice = new Notice(SessionWords.NothingToFollow) };
        var trail = lesson.Trail.Add(new Trail(lesson.Run.Now, lesson.Selection));
        return ((Next)(model with { Lesson = lesson with { Trail = trail, IsExploring = !lesson.Scenes.IsEmpty, Focus = Pane.Formula } })).And(new FollowOperand(lesson.Selection, model.View));
    }

    private static Next Check(SessionModel model, LessonModel lesson) => lesson.Run.Step is null
        ? model with { Notice = new Notice(SessionWords.NothingToCheck) }
        : ((Next)(model with { Lesson = lesson with { Focus = Pane.Formula } })).And(new CheckNumber(lesson.Selection.Index));

    private static Next Return(SessionModel model, LessonModel lesson)
    {
        if (lesson.Trail.IsEmpty) return model with { Notice = new Notice(SessionWords.NothingToReturn) };
        var last = lesson.Trail[^1];
        return ((Next)(model with { Lesson = lesson with { Trail = lesson.Trail.RemoveAt(lesson.Trail.Length - 1) } })).And(new MoveToMoment(last.Now, last.Selection));
    }
}
