namespace Sim;

/// <summary>The session as a program of the loop.</summary>
internal static class SessionProgram
{
    private static readonly TimeSpan WorkPace = TimeSpan.FromMilliseconds(60), FilePace = TimeSpan.FromSeconds(1), KeepPace = TimeSpan.FromSeconds(2);

    /// <param name="start">The model before anything has happened.</param>
    /// <param name="first">What to do first.</param>
    /// <param name="runner">Does the effects.</param>
    /// <param name="watchesFile">Whether the open file is read again when it changes.</param>
    public static Loop<SessionModel, SessionMessage, SessionEffect> Of(SessionModel start, IReadOnlyList<SessionEffect> first, SessionRunner runner, bool watchesFile = false) => new()
    {
        Init = start,
        InitEffects = first,
        ShowsFirst = first is [ReadMenu],
        Update = SessionUpdate.Apply,
        View = SessionView.Draw,
        Translate = Translate,
        Perform = runner.Perform,
        Timers = model => Timers(model, watchesFile),
        Exit = model => model.ExitCode,
    };

    public static bool Translate(TerminalEvent happened, out SessionMessage message)
    {
        message = happened switch
        {
            KeyEvent key => new KeyPressed(key.Key),
            PasteEvent paste => new TextPasted(paste.Text),
            ResizeEvent resize => new Resized(resize.Size),
            QuitEvent quit => new Ended(quit.ExitCode),
            MouseEvent { Action: MouseAction.WheelUp } => new KeyPressed(new Key(KeyCode.Up)),
            MouseEvent { Action: MouseAction.WheelDown } => new KeyPressed(new Key(KeyCode.Down)),
            _ => null!,
        };
        return message is not null;
    }

    // A file of the learner's folder is watched as one that was named is.
    private static bool IsOwn(SessionModel model) => model.Lesson is { } lesson && model.Menu.Entries.Any(entry => entry.IsOwn && entry.Id == lesson.Id);

    /// <summary>The timers that run while the model is this one.</summary>
    public static IReadOnlyList<Ticking<SessionMessage>> Timers(SessionModel model, bool watchesFile)
    {
        var timers = new List<Ticking<SessionMessage>>();
        if (model.Work is not null) timers.Add(new("work", WorkPace, new WorkTick()));
        else if (model.Lesson?.Auto is { } auto && model.Screen == SessionScreen.Lesson) timers.Add(new("auto", AutoUpdate.Pace(auto), new AutoTick()));
        if (model is { Screen: SessionScreen.Lesson, Work: null, Lesson: { Scene: >= 0 } lesson } && lesson.Address != lesson.Kept) timers.Add(new("keep", KeepPace, new KeepTick()));
        if (watchesFile || model.Menu.Folder is not null && (model.Screen == SessionScreen.Menu || IsOwn(model))) timers.Add(new("file", FilePace, new FileTick()));
        return timers;
    }
}
