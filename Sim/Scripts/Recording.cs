using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sim;

/// <summary>How halts are written.</summary>
/// <param name="Kept">Whether they are.</param>
/// <param name="Each">How long each; null: as long as it was.</param>
internal sealed record RecordedPauses(bool Kept, TimeSpan? Each = null)
{
    public static RecordedPauses Real { get; } = new(true);

    public static RecordedPauses None { get; } = new(false);
}

/// <summary>One line that was recorded.</summary>
/// <param name="Word">The command.</param>
/// <param name="Argument">What stands after it; empty for a count of 1.</param>
/// <param name="Count">How often, where that can be said.</param>
internal sealed record RecordedLine(string Word, string Argument = "", int Count = 1)
{
    public override string ToString() => Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Word} {Count}") : Argument.Length > 0 ? $"{Word} {Argument}" : Word;
}

/// <summary>What was done in a session, as a script. Immutable.</summary>
internal sealed record Recording
{
    private static readonly TimeSpan Halt = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(20);

    /// <summary>Time since some beginning.</summary>
    public Func<TimeSpan> Clock { get; init; } = () => TimeSpan.Zero;

    public RecordedPauses Pauses { get; init; } = RecordedPauses.Real;

    /// <summary>Whether what is done is written down.</summary>
    public bool IsOn { get; init; }

    /// <summary>The file; null: one is chosen by the name of the lesson.</summary>
    public string? Path { get; init; }

    /// <summary>Counts recordings, so that each has a file of its own.</summary>
    public int Number { get; init; }

    /// <summary>What the open lesson was called when it was opened, as a script calls it.</summary>
    public string Target { get; init; } = "";

    public ImmutableArray<RecordedLine> Lines { get; init; } = [];

    /// <summary>Keys of a line that is being typed: they count only if nothing better says what they did.</summary>
    public ImmutableArray<RecordedLine> Typed { get; init; } = [];

    /// <summary>The lesson before <see cref="Typed"/>.</summary>
    public LessonModel? Before { get; init; }

    /// <summary>The lines before a list or page was laid over the screen; default: none is, or how things look was changed meanwhile.</summary>
    public ImmutableArray<RecordedLine> BeforePage { get; init; }

    /// <summary>What was recorded before the last line, should the session refuse it.</summary>
    public Recording? Fallback { get; init; }

    /// <summary>The key behind the last line.</summary>
    public RecordedLine? FallbackKey { get; init; }

    /// <summary>When the last thing was done.</summary>
    public TimeSpan Last { get; init; }

    /// <summary>With one more line; the same again is counted, and a halt before it becomes a pause.</summary>
    public Recording With(RecordedLine line)
    {
        var now = Clock();
        var recording = Lines.IsEmpty ? this : Halted(now - Last);
        var lines = recording.Lines;
        bool counts = line.Argument.Length == 0 && ScriptWords.Find(line.Word)?.Argument == ScriptArgument.Count;
        if (counts && lines.Length > 0 && lines[^1] is var last && last.Word == line.Word && last.Count + line.Count <= ScriptCommand.MostShown)
            lines = lines.SetItem(lines.Length - 1, last with { Count = last.Count + line.Count });
        else lines = lines.Add(line);
        return recording with { Lines = lines, Last = now };
    }

    public string Text()
    {
        var text = new StringBuilder("# Recorded. Play it: sim replay FILE; change it: it is a script like any other.\n\n");
        foreach (var line in Lines) text.Append(line).Append('\n');
        return text.ToString();
    }

    // What a replay waits by itself, and the moment to think that everybody needs, are no pause.
    private Recording Halted(TimeSpan gap)
    {
        if (!Pauses.Kept || gap < Halt) return this;
        var pause = Pauses.Each ?? (gap > Longest ? Longest : gap);
        return this with { Lines = Lines.Add(new("pause", pause.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture))) };
    }
}
