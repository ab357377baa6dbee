namespace Sim;

/// <summary>The step pane in its frame.</summary>
internal static class StepPanel
{
    public static void Draw(Region place, SessionModel model, LessonModel lesson, bool focused)
    {
        var inside = place.Inset(1, 1).Inset(1, 0);
        int lines = StepPaneView.Draw(inside, Operands.Data(lesson, model.View), model.View, new StepPaneState(lesson.Selection.Term, lesson.Scroll));
        string note = StepPaneView.Note(lesson.Run, model.View);
        if (lines > inside.Height) note = $"{KeyMap.Of(lesson.Scroll > 0 ? SessionCommand.ScrollUp : SessionCommand.ScrollDown).Shown} · {note}";
        Frame.Draw(place, StepPaneView.Title(lesson.Run, model.View), note: note, focused: focused);
    }

    /// <summary>How far the pane can be scrolled where it is shown now.</summary>
    public static int MostScroll(SessionModel model, LessonModel lesson) => Measure(model, lesson, lines => lines.All.Count);

    /// <summary>Scrolled just so far that the last line of a check is seen.</summary>
    public static int ScrollToCheck(SessionModel model, LessonModel lesson) => Measure(model, lesson, lines => lines.CheckEnd);

    private static int Measure(SessionModel model, LessonModel lesson, Func<StepPaneLines, int> upTo)
    {
        var place = LessonLayout.Of(model with { Lesson = lesson })[Pane.Formula];
        if (place.Height < 3) return 0;
        var lines = StepPaneView.Fit(new Size(place.Width - 4, place.Height - 2), Operands.Data(lesson, model.View), model.View, new StepPaneState(lesson.Selection.Term));
        return Math.Max(0, upTo(lines) - (place.Height - 2));
    }
}
