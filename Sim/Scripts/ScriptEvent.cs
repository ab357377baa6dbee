namespace Sim;

/// <summary>Something that happens while a script is played, in order. Exports and checks are made of these.</summary>
/// <param name="At">When, by the clock of the script: it goes on only by what the script says, so it is the same on every machine.</param>
/// <param name="Command">The command that caused it.</param>
internal abstract record ScriptEvent(TimeSpan At, ScriptCommand Command);

/// <summary>A command begins.</summary>
internal sealed record CommandBegun(TimeSpan At, ScriptCommand Command) : ScriptEvent(At, Command);

/// <summary>A chapter begins.</summary>
internal sealed record ChapterBegun(TimeSpan At, ScriptCommand Command, string Title) : ScriptEvent(At, Command);

/// <summary>A caption is shown from now on; empty: none.</summary>
internal sealed record CaptionShown(TimeSpan At, ScriptCommand Command, string Text) : ScriptEvent(At, Command);

/// <summary>A key is pressed: one of the script, or the key that does what the command does.</summary>
/// <param name="Key">As the screen shows it: →, PgDn, g.</param>
internal sealed record KeyShown(TimeSpan At, ScriptCommand Command, string Key) : ScriptEvent(At, Command);

/// <summary>The screen has changed.</summary>
internal sealed record FrameShown(TimeSpan At, ScriptCommand Command, ScriptFrame Frame) : ScriptEvent(At, Command);

/// <summary>A screen to keep: without caption, as the session alone draws it.</summary>
internal sealed record SnapshotTaken(TimeSpan At, ScriptCommand Command, string Name, ScriptFrame Frame) : ScriptEvent(At, Command);

/// <summary>What was expected, and whether it is so.</summary>
/// <param name="Holds">Whether it holds on the exact values.</param>
/// <param name="Found">What was found instead: the values of both sides, or why there are none; empty if it holds.</param>
internal sealed record ExpectationChecked(TimeSpan At, ScriptCommand Command, bool Holds, string Found) : ScriptEvent(At, Command);

/// <summary>A command could not be done; the script ends here.</summary>
internal sealed record CommandFailed(TimeSpan At, ScriptCommand Command, string Message) : ScriptEvent(At, Command);

/// <summary>The end of the script.</summary>
/// <param name="Frame">The last screen.</param>
/// <param name="Hash">Hash of the run's state bits; 0 without a lesson.</param>
internal sealed record ScriptEnded(TimeSpan At, ScriptCommand Command, ScriptFrame Frame, ulong Hash) : ScriptEvent(At, Command);

/// <summary>A screen of a script that is played: the session, which is immutable, and what the script says over it. Drawn when somebody looks.</summary>
/// <param name="Session">The session.</param>
/// <param name="Caption">What is said; empty: nothing.</param>
/// <param name="Chapter">The chapter it is said in; empty before the first.</param>
internal sealed record ScriptFrame(SessionModel Session, string Caption, string Chapter = "")
{
    /// <summary>The session as it is.</summary>
    public Grid DrawSession() => SessionView.Draw(Session, Session.Size);

    /// <summary>The session and the caption.</summary>
    public Grid Draw()
    {
        var grid = DrawSession();
        CaptionView.Draw(grid.All, Caption, Chapter);
        return grid;
    }
}
