namespace Lessons;

/// <summary>Says how much room a text takes on the smallest screen. The program supplies its own, which wraps as it draws.</summary>
public interface ITextFit
{
    /// <summary>Most pages a text may take.</summary>
    int MostPages { get; }

    /// <summary>Pages of the lesson pane that a text takes.</summary>
    int Pages(string text, Language language);

    /// <summary>Whether a heading fits on one line.</summary>
    bool FitsLine(string heading, Language language);
}

/// <summary>A plain measure: lines filled word by word, Chinese character by character, wide characters counted as two columns.</summary>
/// <param name="Columns">Width of the pane.</param>
/// <param name="Rows">Lines of a page.</param>
/// <param name="MostPages">Most pages a text may take.</param>
public sealed record PaneFit(int Columns = 38, int Rows = 8, int MostPages = 3) : ITextFit
{
    /// <inheritdoc/>
    public int Pages(string text, Language language) => (text.Split('\n').Sum(Lines) + Rows - 1) / Rows;

    /// <inheritdoc/>
    public bool FitsLine(string heading, Language language) => Width(heading) <= Columns;

    private int Lines(string paragraph)
    {
        var (lines, used) = (1, 0);
        foreach (var word in Words(paragraph))
        {
            var width = Width(word);
            if (used + Width(word.TrimEnd()) > Columns && used > 0) (lines, used) = (lines + 1, 0);
            used += width;
            while (used > Columns && Width(word.TrimEnd()) > Columns) (lines, used) = (lines + 1, used - Columns);
        }
        return lines;
    }

    // A word with the blank after it; a wide character is a word of its own.
    private static IEnumerable<string> Words(string paragraph)
    {
        var start = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (paragraph[i] != ' ' && !IsWide(paragraph[i]) && !(i + 1 < paragraph.Length && IsWide(paragraph[i + 1]))) continue;
            yield return paragraph[start..(i + 1)];
            start = i + 1;
        }
        if (start < paragraph.Length) yield return paragraph[start..];
    }

    private static int Width(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    // East Asian Wide and Fullwidth (Unicode Annex 11), as far as lesson texts use them.
    private static bool IsWide(char c) => c is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3')
        or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60') or (>= '\uffe0' and <= '\uffe6');
}
