namespace Sim;

/// <summary>Moving inside a pane: its lines, the rows of a table, the inputs of a boundary.</summary>
internal static class PaneUpdate
{
    private const int Lines = 3;

    /// <summary>The data table where it is in focus, the text where it is, else the step pane.</summary>
    public static Next Scroll(SessionModel model, LessonModel lesson, int by)
    {
        if (lesson.Focus == Pane.Text && lesson.Content is not null) return model with { Lesson = lesson with { Page = Math.Clamp(lesson.Page + by, 0, Math.Max(0, LessonPages.Count(model) - 1)) } };
        if (lesson.Focus == Pane.Picture && Data<DataTableData>(lesson, "data") is { } table)
            return model with { Lesson = lesson with { FirstRow = Math.Clamp((lesson.FirstRow ?? table.FirstInBatch) + by * Lines, 0, Math.Max(0, table.Samples.Length - 1)) } };
        int most = StepPanel.MostScroll(model, lesson);
        return model with { Lesson = lesson with { Scroll = Math.Clamp(lesson.Scroll + by * Lines, 0, most) } };
    }

    /// <summary>Whether the picture in focus is a boundary over two of several inputs.</summary>
    public static bool ChoosesInputs(LessonModel lesson) => lesson.Focus == Pane.Picture && Data<BoundaryData>(lesson, "boundary") is { Held.IsEmpty: false };

    public static Next Inputs(SessionModel model, LessonModel lesson, int by) => ((Next)model).And(new ChooseInputs(by), new WatchPictures(PictureChoice.Shown(model)));

    /// <summary>Scrolled such that a check that was asked for is seen.</summary>
    public static LessonModel ToCheck(SessionModel model, LessonModel lesson) => lesson with { Scroll = StepPanel.ScrollToCheck(model, lesson) };

    private static TData? Data<TData>(LessonModel lesson, string name) where TData : class =>
        PictureChoice.Current(lesson) == name ? lesson.Pictures.GetValueOrDefault(name) as TData : null;
}
