namespace Sim;

/// <summary>The step pane in its frame.</summary>
internal static class StepPanel
{
    public static void Draw(Region place, SessionModel model, LessonModel lesson, bool focused)
    {
        var inside = Frame.Draw(place, StepPaneView.Title(lesson.Run, model.View), note: StepPaneView.Note(lesson.Run, model.View), focused: focused).Inset(1, 0);
        StepPaneView.Draw(inside, Operands.Data(lesson, model.View), model.View, new StepPaneState(lesson.Selection.Term));
    }
}
