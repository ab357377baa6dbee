using System.Globalization;

namespace Sim;

/// <summary>Where two screens of text differ, row by row.</summary>
internal static class TextDifference
{
    private const int MostRows = 12;

    /// <summary>The rows that differ, as they should be (−) and as they are (+), with a line that points at the first sign that differs.</summary>
    public static IEnumerable<string> Of(string expected, string found)
    {
        string[] old = Rows(expected), now = Rows(found);
        int[] differing = [.. Enumerable.Range(0, Math.Max(old.Length, now.Length)).Where(y => Row(old, y) != Row(now, y))];
        foreach (int y in differing.Take(MostRows))
        {
            string number = (y + 1).ToString(CultureInfo.InvariantCulture).PadLeft(4), before = Row(old, y) ?? "", after = Row(now, y) ?? "";
            yield return $"{number} - {before}";
            yield return $"{number} + {after}";
            yield return $"       {new string(' ', TextWidth.Of(before[..SameBeginning(before, after)]))}^";
        }
        if (differing.Length > MostRows) yield return $"     … and {differing.Length - MostRows} more rows";
    }

    private static string[] Rows(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string? Row(string[] rows, int y) => y < rows.Length ? rows[y] : null;

    private static int SameBeginning(string a, string b)
    {
        int k = 0;
        while (k < a.Length && k < b.Length && a[k] == b[k]) k++;
        return k > 0 && k < a.Length && char.IsLowSurrogate(a[k]) ? k - 1 : k;
    }
}
