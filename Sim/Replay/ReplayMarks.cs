using System.Collections.Immutable;

namespace Sim;

/// <summary>Places of a script, by the number of the command they are before. The beginning, chapters and the last few commands are kept.</summary>
internal sealed record ReplayMarks(ImmutableSortedDictionary<int, ReplayMark> All)
{
    /// <summary>Each may hold all values of a network.</summary>
    private const int MostCommands = 60, MostChapters = 40;

    public static ReplayMarks None { get; } = new(ImmutableSortedDictionary<int, ReplayMark>.Empty);

    /// <summary>With one more; far from it only chapters are kept.</summary>
    public ReplayMarks With(int at, ReplayMark mark, Script script)
    {
        var all = All.SetItem(at, mark);
        var commands = all.Keys.Where(key => key > 0 && !script.IsChapter(key)).ToList();
        if (commands.Count > MostCommands) all = all.Remove(commands.MaxBy(key => Math.Abs(key - at)));
        var chapters = all.Keys.Where(key => key > 0 && script.IsChapter(key)).ToList();
        if (chapters.Count > MostChapters) all = all.Remove(chapters.MaxBy(key => Math.Abs(key - at)));
        return new(all);
    }

    /// <summary>The nearest place at or before a command.</summary>
    public (int At, ReplayMark Mark) Before(int at) => All.Where(pair => pair.Key <= at).Select(pair => (pair.Key, pair.Value)).Last();
}
