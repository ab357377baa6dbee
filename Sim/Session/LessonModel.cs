using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>Panes of the lesson's screen, in the order of Tab.</summary>
internal enum Pane { Formula, Network, Picture, Text }

/// <summary>An element of the step's value, and one term of what it is made of.</summary>
internal sealed record Selection(ImmutableArray<int> Index, int Term = -1)
{
    public static Selection None { get; } = new([]);
}

/// <summary>A condition to stop at.</summary>
/// <param name="Text">The expression as typed.</param>
/// <param name="IsOn">Whether it is looked at.</param>
internal sealed record Breakpoint(string Text, bool IsOn = true);

/// <summary>Playing by itself.</summary>
/// <param name="Speed">Steps a second are 2^speed.</param>
internal sealed record AutoPlay(int Speed);

/// <summary>Where a number was looked at before it was followed.</summary>
internal sealed record Trail(Moment Now, Selection Selection);

/// <summary>The lesson, or the experiment, that is open.</summary>
internal sealed record LessonModel
{
    /// <summary>Id, or file name.</summary>
    public required string Id { get; init; }

    public required Phrase Title { get; init; }

    /// <summary>Its scenes; none for an experiment alone.</summary>
    public ImmutableArray<SceneInfo> Scenes { get; init; } = [];

    public ImmutableArray<VariantInfo> Variants { get; init; } = [];

    /// <summary>The words it explains.</summary>
    public ImmutableArray<(Phrase Word, Phrase Meaning)> Glossary { get; init; } = [];

    /// <summary>All other words of the field.</summary>
    public ImmutableArray<(Phrase Word, Phrase Meaning)> OtherWords { get; init; } = [];

    public Phrase Takeaway { get; init; } = Phrase.Empty;

    public Phrase Sandbox { get; init; } = Phrase.Empty;

    public required RunView Run { get; init; }

    /// <summary>The variant that is shown; null: the lesson's own run.</summary>
    public string? Variant { get; init; }

    /// <summary>What makes this run another than the lesson's own: a variant's title or a changed setting; empty: nothing.</summary>
    public Phrase RunTitle { get; init; } = Phrase.Empty;

    /// <summary>The run beside it, if two are compared.</summary>
    public RunView? Other { get; init; }

    public Phrase OtherTitle { get; init; } = Phrase.Empty;

    /// <summary>The first number in which the two differ.</summary>
    public FirstDifference? FirstDifference { get; init; }

    /// <summary>How many changes of the run can be undone.</summary>
    public int Forks { get; init; }

    /// <summary>Data of the pictures on the screen, by name.</summary>
    public ImmutableDictionary<string, object> Pictures { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The scene the lesson is at; −1 for an experiment alone.</summary>
    public int Scene { get; init; } = -1;

    /// <summary>What this scene says, with the numbers of its moment.</summary>
    public SceneContent? Content { get; init; }

    /// <summary>Page of the scene's text.</summary>
    public int Page { get; init; }

    /// <summary>Whether the learner has left the lesson's moment.</summary>
    public bool IsExploring { get; init; }

    public ImmutableDictionary<string, AskState> Answers { get; init; } = ImmutableDictionary<string, AskState>.Empty;

    public ImmutableArray<Breakpoint> Breakpoints { get; init; } = [];

    /// <summary>Where breakpoints were met.</summary>
    public ImmutableHashSet<Moment> Stops { get; init; } = [];

    public Selection Selection { get; init; } = Selection.None;

    /// <summary>Lines the step pane is scrolled down.</summary>
    public int Scroll { get; init; }

    /// <summary>The first sample of the data table; null: where the batch is.</summary>
    public int? FirstRow { get; init; }

    /// <summary>The check of the chosen number, if it was asked for.</summary>
    public NumberCheck? Check { get; init; }

    public ImmutableArray<Trail> Trail { get; init; } = [];

    public Pane Focus { get; init; } = Pane.Formula;

    public bool IsZoomed { get; init; }

    /// <summary>The picture chosen by hand; null: the scene's first one.</summary>
    public string? Picture { get; init; }

    /// <summary>What is chosen in it by hand.</summary>
    public PictureCursor? PictureCursor { get; init; }

    public AutoPlay? Auto { get; init; }

    /// <summary>The address of this moment.</summary>
    public string Address { get; init; } = "";

    /// <summary>The address that progress was kept with last.</summary>
    public string Kept { get; init; } = "";

    public AskState? Answer => Content?.Ask is null ? null : Answers.GetValueOrDefault(Content.Id);
}

/// <summary>A scene as the timeline and the summary see it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its heading, may be empty.</param>
/// <param name="At">Its moment, once known.</param>
/// <param name="Asks">Whether it asks something.</param>
internal sealed record SceneInfo(string Id, Phrase Title, Moment? At, bool Asks);

/// <summary>A variant of the lesson.</summary>
internal sealed record VariantInfo(string Id, Phrase Title);

/// <summary>What a scene says at its moment.</summary>
internal sealed record SceneContent(
    string Id, Phrase Title, Phrase Text, Phrase Notes, ImmutableArray<string> Panels, string? Zoom, string? Focus, ImmutableArray<int> FocusIndex, AskContent? Ask)
{
    /// <summary>How many figures it defines.</summary>
    public int Figures { get; init; }
}

/// <summary>What a scene asks.</summary>
/// <param name="Prompt">The question.</param>
/// <param name="Choices">What can be chosen; empty if a number is asked for.</param>
/// <param name="Hints">Up to three.</param>
/// <param name="Explain">Why the answer is what it is.</param>
internal sealed record AskContent(Phrase Prompt, ImmutableArray<Phrase> Choices, ImmutableArray<Phrase> Hints, Phrase Explain);

/// <summary>How far a question is.</summary>
/// <param name="Given">Every answer given, in order.</param>
/// <param name="IsRight">Whether the last one is right.</param>
/// <param name="Feedback">What was said to the last one.</param>
/// <param name="Hints">Hints shown.</param>
/// <param name="Chosen">The choice under the cursor.</param>
internal sealed record AskState(ImmutableArray<string> Given, bool IsRight, Phrase Feedback, int Hints = 0, int Chosen = 0)
{
    public static AskState None { get; } = new([], false, Phrase.Empty);

    public bool IsFirstTry => IsRight && Given.Length == 1 && Hints == 0;
}
