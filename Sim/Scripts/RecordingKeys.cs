namespace Sim;

/// <summary>Keys as lines of a script.</summary>
internal static class RecordingKeys
{
    /// <summary>The word that does what the key does here; the key itself where words do something else.</summary>
    public static RecordedLine Line(SessionModel before, Key key)
    {
        if (before.IsBlank || before.Prompt is not null || before.Work is not null || QuestionUpdate.Key(before, key) is not null) return Raw(key);
        if (KeyMap.Find(key, before.Scope) is not { } command) return Raw(key);
        if (command == SessionCommand.Language) return new(ScriptWords.Lang, before.Language == Lessons.Language.English ? "zh" : "en");
        return ScriptWords.Of(command) is { Argument: ScriptArgument.Count or ScriptArgument.Answer } word ? new(word.Name) : Raw(key);
    }

    public static RecordedLine Raw(Key key) => new(ScriptWords.Key, key.ToString());

    /// <summary>Whether a key changes how things look, which it does everywhere.</summary>
    public static bool IsLook(SessionModel before, Key key) => before.IsBlank || KeyMap.Find(key, before.Scope) is { } command && DisplayUpdate.Handles(command);

    /// <summary>Whether a key that asked nothing of the engine has done something that a script should do too.</summary>
    public static bool Counts(SessionModel before, Key key, SessionModel after)
    {
        if (after.Screen == SessionScreen.Menu || before.Screen == SessionScreen.Menu || after.ExitCode is not null) return false;
        // A busy session passes over every other key.
        if (before.Work is not null && !IsLook(before, key)) return false;
        var command = KeyMap.Find(key, before.Scope);
        if (command is SessionCommand.Auto or SessionCommand.Faster or SessionCommand.Slower or SessionCommand.SaveSvg or SessionCommand.SaveText or SessionCommand.Record) return false;
        // Playing by itself is written down as its steps: what stops it has nothing to stop in the script.
        if (command is SessionCommand.Cancel && before is { Prompt: null, IsBlank: false, Overlay: Overlay.None, Lesson.Auto: not null }) return false;
        return before.IsBlank || command is not null || QuestionUpdate.Key(before, key) is not null || before.Notice is not null;
    }
}
