using Lessons;

namespace Sim;

/// <summary>What the viewer has chosen; the same for every view.</summary>
internal sealed record ViewSettings
{
    public static readonly ViewSettings Default = new();

    public Language Language { get; init; } = Language.English;

    /// <summary>Significant digits of numbers.</summary>
    public int Digits { get; init; } = 4;

    /// <summary>The terminal draws ASCII only: pictures choose signs that stay apart there (the screen replaces the rest).</summary>
    public bool Ascii { get; init; }

    /// <summary>Fewer and bolder things, for the last row of a lecture hall.</summary>
    public bool Projector { get; init; }

    public bool HighContrast { get; init; }

    /// <summary>The text in the viewer's language.</summary>
    public string Say(Lessons.Text text) => text.In(Language);
}
