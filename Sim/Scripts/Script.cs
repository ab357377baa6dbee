using System.Collections.Immutable;
using System.Globalization;

namespace Sim;

/// <summary>A script: what to show, command by command.</summary>
/// <param name="Name">File name without folder and ending.</param>
/// <param name="Text">The whole text; places are offsets in it.</param>
/// <param name="Commands">In order.</param>
internal sealed record Script(string Name, string Text, ImmutableArray<ScriptCommand> Commands)
{
    /// <summary>The size of screen for which a script is written unless it says another.</summary>
    public static Size UsualSize { get; } = new(100, 30);

    /// <summary>Whether the lessons' menu is seen before a lesson is.</summary>
    public bool BeginsInMenu => Commands.FirstOrDefault(command => !(command.Is(ScriptWords.Size) || command.Is(ScriptWords.Lang) || command.Is(ScriptWords.Chapter)))?.Is(ScriptWords.Lesson) != true;

    /// <summary>Its chapters: the number of the command that begins each, and its title.</summary>
    public ImmutableArray<(int At, string Title)> Chapters { get; } =
        [.. Commands.Index().Where(pair => pair.Item.Is(ScriptWords.Chapter)).Select(pair => (pair.Index, pair.Item.Argument))];

    /// <summary>Whether a chapter begins with the command before this number.</summary>
    public bool IsChapter(int at) => at > 0 && at <= Commands.Length && Commands[at - 1].Is(ScriptWords.Chapter);

    /// <summary>The names of its snapshots.</summary>
    public IEnumerable<string> Snapshots => Commands.Where(command => command.Is(ScriptWords.Snapshot)).Select(command => command.Argument);
}

/// <summary>One command of a script.</summary>
/// <param name="Word">What to do.</param>
/// <param name="Argument">The rest of the line, without a comment; empty if there is none.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Start">Offset of the word in the script's text.</param>
/// <param name="ArgumentStart">Offset of the argument; where it would stand if there is none.</param>
internal sealed record ScriptCommand(ScriptWord Word, string Argument, int Line, int Start, int ArgumentStart)
{
    /// <summary>So many moves are shown one by one; more are one jump.</summary>
    public const int MostShown = 200;

    public string Name => Word.Name;

    /// <summary>How often, where the argument is a count.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How long, of <c>pause</c>.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Of <c>size</c>.</summary>
    public Size Size { get; init; }

    /// <summary>Of <c>key</c>.</summary>
    public Key Key { get; init; }

    /// <summary>Moves that are shown one by one; a long way along the run is one jump.</summary>
    public int Moves => Count <= MostShown || !IsAlongTheRun ? Count : 1;

    public bool Is(string name) => Word.Name == name;

    /// <summary>What the session is told besides the command: a count if it jumps, or the text.</summary>
    public string SessionArgument => Word.Argument != ScriptArgument.Count ? Argument : Moves == Count ? "" : Count.ToString(CultureInfo.InvariantCulture);

    private bool IsAlongTheRun => Word.Command is SessionCommand.StepForward or SessionCommand.StepBack or SessionCommand.PhaseForward or SessionCommand.PhaseBack
        or SessionCommand.UpdateForward or SessionCommand.UpdateBack or SessionCommand.EpochForward or SessionCommand.EpochBack;

    public override string ToString() => Argument.Length == 0 ? Name : $"{Name} {Argument}";
}
