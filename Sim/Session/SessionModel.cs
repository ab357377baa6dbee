using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>Which whole screen is shown.</summary>
internal enum SessionScreen { Menu, Lesson, Summary, Tour }

/// <summary>What lies over the screen.</summary>
internal enum Overlay { None, Help, Notes, Glossary, Breakpoints, Variants, Compare, Address }

/// <summary>One line for the person at the keyboard; gone with the next key.</summary>
/// <param name="Text">What is said.</param>
/// <param name="IsProblem">Whether something is wrong.</param>
/// <param name="Stays">Whether it stays until Esc, because it must be read.</param>
internal sealed record Notice(Phrase Text, bool IsProblem = false, bool Stays = false);

/// <summary>Work of the engine that takes longer than a moment.</summary>
/// <param name="What">What is being done.</param>
/// <param name="Done">Share done, 0 to 1.</param>
/// <param name="Yields">Whether a key stops it and is obeyed: it is a picture that goes on later from where it was.</param>
internal sealed record WorkState(Phrase What, double Done, bool Yields = false);

/// <summary>The whole session. Immutable; changed only by <see cref="SessionUpdate"/>.</summary>
internal sealed record SessionModel
{
    public required Size Size { get; init; }
    public ViewSettings View { get; init; } = ViewSettings.Default;
    public Theme Theme { get; init; } = Theme.Dark;
    public SessionScreen Screen { get; init; } = SessionScreen.Menu;
    public MenuModel Menu { get; init; } = MenuModel.Empty;
    public LessonModel? Lesson { get; init; }

    /// <summary>Page of the tour, from 0.</summary>
    public int TourPage { get; init; }

    public Overlay Overlay { get; init; }

    /// <summary>First line shown, or the chosen row, of what lies over the screen.</summary>
    public int OverlayRow { get; init; }

    /// <summary>What is searched for in the glossary; empty: everything is shown.</summary>
    public string WordSearch { get; init; } = "";

    public Prompt? Prompt { get; init; }
    public Notice? Notice { get; init; }
    public WorkState? Work { get; init; }

    /// <summary>Keys that wait for a picture to stop.</summary>
    public ImmutableArray<Key> Held { get; init; } = [];

    public bool IsBlank { get; init; }
    public bool ShowsKeys { get; init; }

    /// <summary>Whether the lines of time and keys are hidden.</summary>
    public bool HidesControls { get; init; }

    /// <summary>The last keys, for the captions.</summary>
    public ImmutableArray<string> Pressed { get; init; } = [];

    /// <summary>Writes down what is done; null where nothing can be recorded.</summary>
    public Recording? Recording { get; init; }

    /// <summary>Set once the program is to end.</summary>
    public int? ExitCode { get; init; }

    public Language Language => View.Language;

    public string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>Which keys work now.</summary>
    public KeyScope Scope => Overlay switch
    {
        Overlay.Breakpoints or Overlay.Variants or Overlay.Compare => KeyScope.List,
        Overlay.Glossary => KeyScope.Words,
        not Overlay.None => KeyScope.Page,
        _ => Screen switch { SessionScreen.Menu => KeyScope.Menu, SessionScreen.Lesson => KeyScope.Lesson, _ => KeyScope.Page },
    };
}

/// <summary>A lesson as the menu shows it.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Needs">Titles of lessons to be done before.</param>
/// <param name="Topics">Words to find it by.</param>
/// <param name="Scenes">How many scenes it has.</param>
/// <param name="Seen">The furthest scene reached, from 0; −1: not begun.</param>
/// <param name="IsDone">Whether its end was reached.</param>
/// <param name="IsOwn">Whether it comes from the learner's own folder.</param>
internal sealed record MenuEntry(
    string Id, Phrase Title, Phrase Summary, int Minutes, ImmutableArray<Phrase> Needs, ImmutableArray<string> Topics,
    int Scenes, int Seen = -1, bool IsDone = false, bool IsOwn = false)
{
    /// <summary>The heading it stands under; empty: none.</summary>
    public Phrase Part { get; init; } = Phrase.Empty;

    /// <summary>Ids of the lessons to be done before.</summary>
    public ImmutableArray<string> NeedIds { get; init; } = [];

    /// <summary>The words it explains.</summary>
    public ImmutableArray<Phrase> Words { get; init; } = [];
}

/// <summary>The menu of lessons.</summary>
internal sealed record MenuModel(ImmutableArray<MenuEntry> Entries, int Chosen = 0, string Search = "", string? Folder = null)
{
    public static MenuModel Empty { get; } = new([]);

    /// <summary>Whether the lessons have been read.</summary>
    public bool IsRead { get; init; }

    /// <summary>The entries that the search finds, in teaching order.</summary>
    public ImmutableArray<MenuEntry> Shown => Search.Length == 0 ? Entries : [.. Entries.Where(Matches)];

    /// <summary>Words of the field, for the glossary.</summary>
    public ImmutableArray<(Phrase Word, Phrase Meaning)> Glossary { get; init; } = [];

    /// <summary>What to go on with: the first lesson that is begun and not done, else the first one whose needs are done.</summary>
    public MenuEntry? Suggested =>
        Entries.FirstOrDefault(entry => !entry.IsDone && entry.Seen >= 0)
        ?? Entries.FirstOrDefault(entry => !entry.IsDone && entry.NeedIds.All(need => Entries.All(other => other.Id != need || other.IsDone)));

    public MenuEntry? ChosenEntry => Shown is var shown && Chosen >= 0 && Chosen < shown.Length ? shown[Chosen] : null;

    private bool Matches(MenuEntry entry) => Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        new[] { entry.Id, entry.Title.En, entry.Title.Zh, entry.Summary.En, entry.Summary.Zh, entry.Part.En, entry.Part.Zh }
            .Concat(entry.Topics).Concat(entry.Words.SelectMany(term => new[] { term.En, term.Zh }))
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
