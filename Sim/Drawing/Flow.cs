namespace Sim;

/// <summary>
/// Breaks text into lines. Latin words stay whole, Han breaks anywhere, no line starts with 。，、）》 and the like
/// or ends with （《; a word wider than the line is broken where the line is full. Newlines in the text always break.
/// </summary>
internal static class Flow
{
    private const string NeverFirst = "。，、；：？！）》」』】〉〕”’…—·％‰,.;:?!)]}%";
    private const string NeverLast = "（《「『【〈〔“‘([{";

    private readonly record struct Piece(Glyph Glyph, Style Style)
    {
        public bool IsSpace => Glyph.Text == " ";
        public bool Is(string set) => set.Contains(Glyph.Text, StringComparison.Ordinal);
    }

    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in Wrap([new Span(text, Role.Text)], width))
            lines.Add(string.Concat(line.Select(span => span.Text)));
        return lines;
    }

    /// <summary>Lines of at most <paramref name="width"/> cells; a two-cell glyph on a one-cell line becomes ….</summary>
    public static List<List<Span>> Wrap(IEnumerable<Span> spans, int width)
    {
        var lines = new List<List<Span>>();
        if (width <= 0) return lines;
        foreach (var paragraph in Paragraphs(spans, width)) Break(paragraph, width, lines);
        return lines;
    }

    private static List<List<Piece>> Paragraphs(IEnumerable<Span> spans, int width)
    {
        var paragraphs = new List<List<Piece>> { new() };
        foreach (var span in spans)
        {
            string[] parts = span.Text.ReplaceLineEndings("\n").Split('\n');
            for (int i = 0; i < parts.Length; i++)
            {
                if (i > 0) paragraphs.Add([]);
                foreach (var glyph in Glyph.Split(parts[i]))
                    paragraphs[^1].Add(new Piece(glyph.Width > width ? new Glyph("…", 1) : glyph, span.Style));
            }
        }
        return paragraphs;
    }

    private static void Break(List<Piece> text, int width, List<List<Span>> lines)
    {
        int start = 0, used = 0, chance = -1;
        for (int i = 0; i < text.Count; i++)
        {
            if (i > start && MayBreak(text, i)) chance = i;
            used += text[i].Glyph.Width;
            if (used <= width || text[i].IsSpace) continue;
            int end = chance > start ? chance : i;
            lines.Add(Line(text, start, end));
            start = end;
            while (start < text.Count && text[start].IsSpace) start++;
            (chance, used, i) = (-1, 0, start - 1);
        }
        if (start < text.Count || text.Count == 0) lines.Add(Line(text, start, text.Count));
    }

    private static bool MayBreak(List<Piece> text, int i)
    {
        Piece before = text[i - 1], after = text[i];
        if (after.IsSpace) return false;
        if (before.IsSpace) return !after.Is(NeverFirst) || !IsHanBefore(text, i);
        if (before.Glyph.Width == 1 && after.Glyph.Width == 1) return false;
        return !after.Is(NeverFirst) && !before.Is(NeverLast);
    }

    private static bool IsHanBefore(List<Piece> text, int i)
    {
        while (--i >= 0 && text[i].IsSpace) { }
        return i >= 0 && text[i].Glyph.Width == 2;
    }

    // Spaces at a line's end are not drawn; neighbours of one style become one span.
    private static List<Span> Line(List<Piece> text, int start, int end)
    {
        while (end > start && text[end - 1].IsSpace) end--;
        var line = new List<Span>();
        for (int i = start; i < end;)
        {
            int from = i;
            var run = new System.Text.StringBuilder();
            for (; i < end && text[i].Style == text[from].Style; i++) run.Append(text[i].Glyph.Text);
            line.Add(new Span(run.ToString(), text[from].Style));
        }
        return line;
    }
}
