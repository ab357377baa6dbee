namespace Sim;

/// <summary>Who has the wheel.</summary>
internal enum ReplayState { Playing, Paused, TakenOver, Ended }

/// <summary>A place of a script that was played: everything on the screen, and where the engine stood.</summary>
/// <param name="Session">The session.</param>
/// <param name="Engine">The engine; null without a lesson.</param>
/// <param name="Caption">What was said.</param>
internal sealed record ReplayMark(SessionModel Session, EngineMark? Engine, string Caption);

/// <summary>A place to go to.</summary>
/// <param name="At">Before this command.</param>
/// <param name="IsHere">Not to its beginning, but to where the script stands in it.</param>
/// <param name="Plays">Whether the script goes on from there.</param>
internal sealed record ReplayJump(int At, bool IsHere = false, bool Plays = false);

/// <summary>A script that is played on a screen. Immutable; changed only by <see cref="ReplayUpdate"/>.</summary>
internal sealed record ReplayModel
{
    public required Script Script { get; init; }

    /// <summary>What is on the screen.</summary>
    public required SessionModel Session { get; init; }

    public string Caption { get; init; } = "";

    public ReplayState State { get; init; } = ReplayState.Playing;

    /// <summary>The next command, or the one that is being done.</summary>
    public int At { get; init; }

    /// <summary>Moves of it that are done.</summary>
    public int Move { get; init; }

    /// <summary>Times as fast as the script says.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>How long what is shown stays, at speed 1.</summary>
    public TimeSpan Stay { get; init; }

    /// <summary>Up to here commands follow one another at once.</summary>
    public int Hurry { get; init; }

    /// <summary>The key, or the word, of what was done last.</summary>
    public string Key { get; init; } = "";

    /// <summary>What the script has to tell: an expectation that does not hold, a command that cannot be done.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the session is doing a move of the script.</summary>
    public bool IsMoving { get; init; }

    /// <summary>Answers the session still waits for.</summary>
    public int Awaited { get; init; }

    /// <summary>Where to go as soon as the session is quiet.</summary>
    public ReplayJump? Wanted { get; init; }

    /// <summary>Where the script stands.</summary>
    public required ReplayMark Here { get; init; }

    /// <summary>The places before commands that were played.</summary>
    public ReplayMarks Marks { get; init; } = ReplayMarks.None;

    /// <summary>The learner's language holds against the script's.</summary>
    public bool KeepsLanguage { get; init; }

    public bool IsQuiet => Awaited == 0 && Session.Work is null;

    public ScriptCommand? Command => At < Script.Commands.Length ? Script.Commands[At] : null;

    /// <summary>The chapter the script is in; empty before the first.</summary>
    public string Chapter => Script.Chapters.LastOrDefault(chapter => chapter.At < At).Title ?? "";

    public string Say(Phrase phrase) => Session.Say(phrase);
}
