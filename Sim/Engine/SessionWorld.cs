namespace Sim;

/// <summary>Everything a session touches outside itself.</summary>
internal sealed record SessionWorld
{
    public required LessonLibrary Library { get; init; }

    public ProgressStore? Progress { get; init; }

    public ChoiceStore? Choices { get; init; }

    /// <summary>What <c>sim notes</c> reads.</summary>
    public NotesFile? Notes { get; init; }

    /// <summary>Whether lessons open at their beginning, whatever is known of the learner.</summary>
    public bool StartsAfresh { get; init; }

    /// <summary>Where pictures of the screen are saved.</summary>
    public string ExportFolder { get; init; } = ".";

    /// <summary>Shows the colours of a theme.</summary>
    public Action<Theme> UseTheme { get; init; } = _ => { };

    /// <summary>How long the screen may stand still for the engine.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The lesson named on the command line, ready to be opened first.</summary>
    public PreparedLesson? First { get; init; }

    /// <summary>When a file was changed last.</summary>
    public Func<string, DateTime?> Changed { get; init; } = _ => null;
}
