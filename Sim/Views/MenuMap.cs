using System.Collections.Immutable;

namespace Sim;

/// <summary>A line of the menu: a heading, or a lesson with its number.</summary>
internal readonly record struct MenuLine(Phrase Heading, MenuEntry? Entry, int Number);

/// <summary>The map of the course in the menu: parts as headings, and for the chosen lesson what it needs and where it leads.</summary>
internal static class MenuMap
{
    public static List<MenuLine> Lines(ImmutableArray<MenuEntry> shown, bool hasHeadings)
    {
        var lines = new List<MenuLine>();
        var part = Phrase.Empty;
        foreach (var (k, entry) in shown.Index())
        {
            if (hasHeadings && entry.Part != part && shown.Any(other => other.Part != entry.Part || !other.IsOwn)) lines.Add(new(part = entry.Part, null, 0));
            lines.Add(new(Phrase.Empty, entry, k + 1));
        }
        return lines;
    }

    /// <summary>← before a lesson the chosen one builds on, → before one that builds on it.</summary>
    public static string Mark(MenuEntry? chosen, MenuEntry entry) =>
        chosen is null ? "" : chosen.NeedIds.Contains(entry.Id) ? "←" : entry.NeedIds.Contains(chosen.Id) ? "→" : "";

    /// <summary>Titles of the lessons that build on one.</summary>
    public static ImmutableArray<Phrase> LeadsTo(ImmutableArray<MenuEntry> entries, MenuEntry entry) =>
        [.. entries.Where(other => other.NeedIds.Contains(entry.Id)).Select(other => other.Title)];
}
