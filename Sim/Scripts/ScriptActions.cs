namespace Sim;

/// <summary>What a command of a script means to the session, and whether the session could do it.</summary>
internal static class ScriptActions
{
    /// <summary>What the session is told for one move of a command; null for commands that are none of its business.</summary>
    public static SessionMessage? Message(ScriptCommand command, SessionModel model) => command.Name switch
    {
        ScriptWords.Lesson => new LessonAsked(command.Argument),
        ScriptWords.Key => new KeyPressed(command.Key),
        ScriptWords.Size => new Resized(command.Size),
        ScriptWords.Lang => command.Argument == (model.Language == Lessons.Language.English ? "en" : "zh") ? null : new Commanded(SessionCommand.Language),
        _ => command.Word.Command is { } known ? new Commanded(known, command.SessionArgument) : null,
    };

    /// <summary>Why the session cannot do the command now; null if it can.</summary>
    public static string? Before(ScriptCommand command, SessionModel model)
    {
        if (command.Word.Command is not { } known || command.Is(ScriptWords.Lang)) return null;
        var where = KeyMap.Of(known).Where;
        if (model.Screen == SessionScreen.Lesson && model.Lesson is null || model.Screen == SessionScreen.Menu && (where & KeyScope.Menu) == 0)
            return "no lesson is open; expected `lesson ID` before it";
        if (model.IsBlank) return "the screen is blank; expected `key Escape` before it";
        if (model.Prompt is not null) return "a line is being typed; expected `key Enter` or `key Escape` before it";
        if ((where & model.Scope) == 0)
            return model.Overlay != Overlay.None ? $"the {model.Overlay.ToString().ToLowerInvariant()} page lies over the lesson; expected `cancel` before it" : "the lesson has ended; expected `lesson ID` or `cancel` before it";
        if (known == SessionCommand.Confirm && command.Argument.Length > 0 && model is { Scope: KeyScope.Lesson, Lesson: { } lesson })
            return lesson.Content?.Ask is null ? "this scene asks nothing; expected a scene with a question" : lesson.IsExploring ? "the lesson's moment was left; expected `next` before it, to return to the question" : null;
        return null;
    }

    /// <summary>What went wrong with a command that was told; null if nothing did.</summary>
    public static string? After(ScriptCommand command, SessionModel model)
    {
        if (model.ExitCode is not null) return "it ends the program; a script ends with its last line";
        if (model.Lesson?.Auto is not null) return "auto-play goes by the clock of the machine; expected `step N` and `pause` instead";
        if (command.Word.Command is null && !command.Is(ScriptWords.Lesson)) return null;
        if (model.Notice is { IsProblem: true } notice) return notice.Text.En;
        return model.Prompt?.Problem is { } problem ? problem.En : null;
    }

    /// <summary>The key that does what a command does, as the screen shows it; null if there is none.</summary>
    public static string? Key(ScriptCommand command) =>
        command.Is(ScriptWords.Key) ? KeyNames.Shown(command.Key.ToString()) : command.Word.Command is { } known ? KeyMap.Of(known).Shown : null;
}
