using System.Collections.Immutable;

namespace Sim;

/// <summary>What comes back from the engine.</summary>
internal static class EngineUpdate
{
    public static Next Apply(SessionModel model, SessionMessage message)
    {
        if (message is LessonOpened opened) return Opened(model, opened);
        if (message is WorkMoved moved) return Growing(model with { Work = moved.Work }, moved.Picture);
        if (model.Lesson is not { } lesson) return model with { Work = null };
        return message switch
        {
            RunMoved run => Moved(model, lesson, run),
            SceneEntered entered => SceneUpdate.Entered(model, lesson, entered),
            PicturesReady ready => model with { Work = null, Lesson = lesson with { Pictures = ready.Pictures.SetItems(model.Held.IsEmpty ? [] : Going(ready.Pictures)) } },
            AnswerJudged judged => QuestionUpdate.Judged(model with { Work = null }, lesson, judged),
            NumberChecked check => model with { Work = null, Lesson = PaneUpdate.ToCheck(model, lesson with { Check = check.Check }), Notice = CheckText.Notice(check.Check, model.View.Digits) },
            BreakpointAdded added => Breaking(model with { Work = null }, lesson, added.Text),
            _ => model,
        };
    }

    private static SessionModel Growing(SessionModel model, KeyValuePair<string, object>? picture) =>
        picture is { } grown && model.Lesson is { } lesson ? model with { Lesson = lesson with { Pictures = lesson.Pictures.SetItem(grown.Key, grown.Value) } } : model;

    // Stopped by a key that meant something else.
    private static IEnumerable<KeyValuePair<string, object>> Going(ImmutableDictionary<string, object> pictures) =>
        pictures.Where(picture => picture.Value is IGrowingPicture).Select(picture => KeyValuePair.Create(picture.Key, ((IGrowingPicture)picture.Value).GoingOn()));

    /// <summary>The lesson with what the engine shows now.</summary>
    public static LessonModel Shown(LessonModel lesson, EngineState state) => lesson with
    {
        Run = state.Run,
        Variant = state.Variant,
        RunTitle = state.RunTitle,
        Other = state.Other,
        OtherTitle = state.OtherTitle,
        FirstDifference = state.FirstDifference,
        Forks = state.Forks,
        Address = state.Address,
        Pictures = state.Pictures,
        Scenes = [.. lesson.Scenes.Select((scene, k) => scene with { At = k < state.SceneMoments.Length ? state.SceneMoments[k] : null })],
    };

    /// <summary>The selection if the step's value has such an element; else its nearest one.</summary>
    public static Selection Fitting(LessonModel lesson, Selection selection)
    {
        if (lesson.Run.Step?.Output is not { } output) return Selection.None;
        return selection with { Index = ElementCursor.Clamp(output.Shape, selection.Index) };
    }

    private static SessionModel Opened(SessionModel model, LessonOpened opened)
    {
        var lesson = opened.Lesson;
        if (opened.IsAgain && model.Lesson is { } old)
            lesson = lesson with { Page = old.Page, Focus = old.Focus, IsZoomed = old.IsZoomed, Picture = old.Picture, Breakpoints = old.Breakpoints, Answers = old.Answers };
        else if (lesson.Content?.Zoom is not null) lesson = lesson with { IsZoomed = true, Focus = SceneUpdate.PaneOf(lesson.Content.Zoom) };
        lesson = lesson with { Kept = lesson.Address };
        return model with { Lesson = lesson, Screen = SessionScreen.Lesson, Overlay = Overlay.None, Prompt = null, Work = null, Notice = opened.Said };
    }

    private static Next Moved(SessionModel model, LessonModel lesson, RunMoved moved)
    {
        var before = lesson;
        bool sameValue = lesson.Run.Step?.Name == moved.State.Run.Step?.Name;
        var selection = moved.Element ?? (sameValue ? lesson.Selection : lesson.Selection with { Term = -1 });
        lesson = Shown(lesson, moved.State);
        if (moved.IsBreak) lesson = lesson with { Stops = lesson.Stops.Add(lesson.Run.Now) };
        lesson = lesson with { Selection = Fitting(lesson, selection), Auto = moved.StopsAuto ? null : lesson.Auto };
        Next next = model with { Lesson = lesson, Work = null, Prompt = model.Prompt?.Kind == PromptKind.Answer ? model.Prompt : null, Notice = moved.Said ?? model.Notice };
        // Another run at the same moment: what was checked is checked there too.
        bool isAnother = before.Forks != lesson.Forks || before.Variant != lesson.Variant;
        return before.Check is { } check && isAnother && check.At == lesson.Run.Now && check.Name == lesson.Run.Step?.Name ? next.And(new CheckNumber(check.Index)) : next;
    }

    private static SessionModel Breaking(SessionModel model, LessonModel lesson, string text) => model with
    {
        Prompt = null,
        Lesson = lesson.Breakpoints.Any(point => point.Text == text) ? lesson : lesson with { Breakpoints = lesson.Breakpoints.Add(new Breakpoint(text)) },
        Notice = new Notice(SessionWords.BreakpointSet.With(text)),
    };
}
