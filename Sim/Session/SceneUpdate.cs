namespace Sim;

/// <summary>The led part of a lesson: pages, scenes, the way back to them, the end.</summary>
internal static class SceneUpdate
{
    /// <summary>Space: back to the lesson, the next page, the next scene, the summary.</summary>
    public static Next Continue(SessionModel model, LessonModel lesson)
    {
        if (lesson.Content is null) return CommandUpdate.Do(model, SessionCommand.StepForward);
        if (lesson.IsExploring) return ((Next)model).And(new EnterScene(lesson.Scene));
        if (lesson.Page + 1 < LessonPages.Count(model)) return model with { Lesson = lesson with { Page = lesson.Page + 1 } };
        if (lesson.Content.Ask is not null && lesson.Answer is not { IsRight: true } && !(lesson.Answer?.Given.Length >= 1))
            return model with { Notice = new Notice(SessionWords.AnswerFirst) };
        return Go(model, lesson, 1);
    }

    public static Next Go(SessionModel model, LessonModel lesson, int by)
    {
        int to = lesson.Scene + by;
        if (lesson.Scenes.IsEmpty) return model with { Notice = new Notice(SessionWords.NoScenes) };
        if (to >= lesson.Scenes.Length) return Finish(model, lesson);
        if (to < 0) return lesson.IsExploring || lesson.Page > 0 ? ((Next)model).And(new EnterScene(0)) : model with { Notice = new Notice(SessionWords.FirstScene) };
        return ((Next)model).And(new EnterScene(to));
    }

    /// <summary>The lesson stands at a scene's moment.</summary>
    public static Next Entered(SessionModel model, LessonModel lesson, SceneEntered entered)
    {
        bool isNew = entered.Index != lesson.Scene || lesson.Content is null;
        var content = entered.Content;
        lesson = EngineUpdate.Shown(lesson, entered.State) with
        {
            Scene = entered.Index,
            Content = content,
            Page = isNew ? 0 : lesson.Page,
            IsExploring = false,
            FirstRow = null,
            Trail = [],
            Picture = isNew ? null : lesson.Picture,
            PictureCursor = isNew ? null : lesson.PictureCursor,
            Focus = isNew && content.Zoom is not null ? PaneOf(content.Zoom) : isNew ? Pane.Text : lesson.Focus,
            IsZoomed = isNew ? content.Zoom is not null : lesson.IsZoomed,
            Auto = null,
        };
        lesson = lesson with { Selection = EngineUpdate.Fitting(lesson, content.Focus == entered.State.Run.Step?.Name ? new Selection(content.FocusIndex) : Selection.None) };
        return Saved(model with { Lesson = lesson, Notice = null, Work = null });
    }

    /// <summary>Keeps how far the learner is.</summary>
    public static Next Saved(SessionModel model, bool isDone = false)
    {
        if (model.Lesson is not { Scenes.IsEmpty: false, Scene: >= 0 } lesson) return model;
        var state = new LessonProgressState(lesson.Id, lesson.Scenes[lesson.Scene].Id, lesson.Scene, isDone || model.Screen == SessionScreen.Summary, lesson.Answers, model.Language);
        return ((Next)(model with { Lesson = lesson with { Kept = lesson.Address } })).And(new SaveProgress(state));
    }

    private static Next Finish(SessionModel model, LessonModel lesson) =>
        Saved(model with { Screen = SessionScreen.Summary, OverlayRow = 0, Lesson = lesson with { Auto = null, IsZoomed = false } }, isDone: true);

    public static Pane PaneOf(string picture) => picture switch { "formula" => Pane.Formula, "network" => Pane.Network, _ => Pane.Picture };
}
