using System.Collections.Immutable;

namespace Sim;

/// <summary>A model and what is to be done in the world.</summary>
internal readonly record struct Next(SessionModel Model, ImmutableArray<SessionEffect> Effects)
{
    public static implicit operator Next(SessionModel model) => new(model, []);

    public Next And(params ReadOnlySpan<SessionEffect> effects) => this with { Effects = Effects.AddRange(effects) };
}

/// <summary>What happens to the model with each message. Pure: the world is touched by the effects that it returns.</summary>
internal static class SessionUpdate
{
    private const int CaptionsKept = 6;

    public static (SessionModel Model, IReadOnlyList<SessionEffect> Effects) Apply(SessionModel model, SessionMessage message)
    {
        var next = Changed(model, message);
        bool isClosed = message is KeyPressed { Key.Code: KeyCode.Escape };
        if (model.Notice is { Stays: true } && next.Model.Notice is null && !isClosed) next = next with { Model = next.Model with { Notice = model.Notice } };
        if (next.Model.Lesson is { Scroll: > 0 } scrolled && scrolled.Run.Now != model.Lesson?.Run.Now) next = next with { Model = next.Model with { Lesson = scrolled with { Scroll = 0 } } };
        if (next.Model.Lesson is { Check: { } check } lesson && !check.IsOf(lesson)) next = next with { Model = next.Model with { Lesson = lesson with { Check = null } } };
        next = RecordingUpdate.After(model, message, next);
        if (next.Model is { Work: null, Held: { IsEmpty: false } held }) next = (next with { Model = next.Model with { Held = [] } }).And(new TypeAgain(held));
        if (PictureChoice.Shown(next.Model) is var shown && (!shown.SequenceEqual(PictureChoice.Shown(model)) || IsToGrow(next, message, shown))) next = next.And(new WatchPictures(shown));
        return (next.Model, next.Effects);
    }

    // A picture that takes long is gone on with when everything else is on the screen and nothing else is asked for.
    private static bool IsToGrow(Next next, SessionMessage message, ImmutableArray<string> shown) =>
        next.Model is { Work: null, Lesson: { } lesson } && (message is RunMoved or SceneEntered or LessonOpened || message is PicturesReady or KeyPressed && next.Effects.IsEmpty)
        && shown.Any(name => lesson.Pictures.GetValueOrDefault(name) is IGrowingPicture { GoesOn: true });

    private static Next Changed(SessionModel model, SessionMessage message) => message switch
    {
        KeyPressed pressed => Pressed(model, pressed.Key),
        TextPasted pasted => model.Prompt is { } prompt ? model with { Prompt = prompt.Inserted(pasted.Text) } : model,
        Commanded commanded => CommandUpdate.Do(model with { Notice = null }, commanded.Command, commanded.Argument),
        LessonAsked asked => ((Next)(model with { Notice = null })).And(new OpenLesson(asked.Target, Resume: false)),
        Resized resized => model with { Size = resized.Size },
        AutoTick => AutoUpdate.Tick(model),
        WorkTick => model.Work is null ? model : ((Next)model).And(new PollWork()),
        FileTick when model.Screen == SessionScreen.Menu => model.Menu.Folder is null || model.Work is not null ? model : ((Next)model).And(new RefreshMenu()),
        FileTick => model.Work is null && model.Prompt is null ? ((Next)model).And(new ReloadLesson()) : model,
        Failed failed => throw new InvalidOperationException(failed.Problem.Message, failed.Problem),
        WorkEnded => model with { Work = null },
        KeepTick => model.Work is null ? SceneUpdate.Saved(model) : model,
        Ended ended => SceneUpdate.Saved(model with { ExitCode = ended.Code }),
        MenuRead read => model with { Menu = read.Menu with { Search = model.Menu.Search, Chosen = Math.Clamp(model.Menu.Chosen, 0, Math.Max(0, read.Menu.Shown.Length - 1)) } },
        PromptRefused refused => model.Prompt is { } open ? model with { Work = null, Prompt = open with { Problem = refused.Problem } } : Told(model, new Notice(refused.Problem, true)),
        Said said => Told(model, said.Notice),
        _ => EngineUpdate.Apply(model, message),
    };

    private static SessionModel Told(SessionModel model, Notice notice) => model with { Notice = notice, Work = null };

    private static Next Pressed(SessionModel model, Key key)
    {
        if (model.ShowsKeys) model = model with { Pressed = [.. model.Pressed.TakeLast(CaptionsKept - 1), KeyNames.Shown(key.ToString())] };
        if (model.IsBlank) return model with { IsBlank = false };
        if (model.Work is not null) return WhileWorking(model, key);
        model = model with { Notice = null };
        if (model.Prompt is { } prompt) return PromptUpdate.Key(model, prompt, key);
        if (QuestionUpdate.Key(model, key) is { } answered) return answered;
        return KeyMap.Find(key, model.Scope) is { } command ? CommandUpdate.Do(model, command) : model;
    }

    // The engine is busy: what does not need it works, Esc ends it, everything else waits for nobody.
    private static Next WhileWorking(SessionModel model, Key key) => KeyMap.Find(key, model.Scope) switch
    {
        SessionCommand.Cancel when model is { Work.Yields: true, Prompt: null, Overlay: Overlay.None } => ((Next)model).And(new CancelWork()),
        { } command when DisplayUpdate.Handles(command) && model.Prompt is null => DisplayUpdate.Do(model, command),
        _ when model.Work is { Yields: true } => ((Next)(model with { Held = model.Held.Add(key) })).And(new CancelWork()),
        SessionCommand.Cancel or SessionCommand.Quit => ((Next)(model with { Lesson = model.Lesson is { } lesson ? lesson with { Auto = null } : null })).And(new CancelWork()),
        _ => model,
    };
}
