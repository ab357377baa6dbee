using System.Text;

namespace Sim;

internal enum Align { Left, Center, Right }

/// <summary>Lines and paragraphs.</summary>
internal static class Text
{
    /// <summary>The text if it fits, else its beginning and ….</summary>
    public static string Truncate(string text, int width)
    {
        if (width <= 0) return "";
        if (TextWidth.Of(text) <= width) return text;
        var kept = new StringBuilder();
        int used = 0;
        foreach (var glyph in Glyph.Split(text))
        {
            if (used + glyph.Width > width - 1) break;
            kept.Append(glyph.Text);
            used += glyph.Width;
        }
        return kept.Append('…').ToString();
    }

    /// <summary>Exactly <paramref name="width"/> cells: truncated or filled with spaces.</summary>
    public static string Fit(string text, int width, Align align = Align.Left)
    {
        string kept = Truncate(text, width);
        int spare = Math.Max(0, width - TextWidth.Of(kept)), before = Indent(spare, align);
        return new string(' ', before) + kept + new string(' ', spare - before);
    }

    /// <summary>One line, truncated with … to the region.</summary>
    public static void Line(Region region, int y, string text, Style style, Align align = Align.Left)
    {
        string kept = Truncate(text, region.Width);
        region.Write(Indent(region.Width - TextWidth.Of(kept), align), y, kept, style);
    }

    /// <summary>One line of several styles, truncated with … to the region.</summary>
    public static void Line(Region region, int y, IReadOnlyList<Span> spans, Align align = Align.Left)
    {
        int total = spans.Sum(span => TextWidth.Of(span.Text)), x = Indent(Math.Max(0, region.Width - total), align);
        for (int i = 0; i < spans.Count; i++)
        {
            int left = region.Width - x, width = TextWidth.Of(spans[i].Text);
            bool more = i + 1 < spans.Count && spans.Skip(i + 1).Any(span => TextWidth.Of(span.Text) > 0);
            if (width > left || width == left && more)
            {
                region.Write(x, y, Truncate(spans[i].Text + (more ? "…" : ""), left), spans[i].Style);
                return;
            }
            x = region.Write(x, y, spans[i].Text, spans[i].Style);
        }
    }

    /// <summary>Wrapped text from line <paramref name="skip"/> of it on; returns how many lines the whole text has.</summary>
    public static int Paragraph(Region region, IEnumerable<Span> spans, Align align = Align.Left, int skip = 0)
    {
        var lines = Flow.Wrap(spans, region.Width);
        for (int y = 0; y < region.Height && y + skip < lines.Count; y++)
            if (y + skip >= 0)
                Line(region, y, lines[y + skip], align);
        return lines.Count;
    }

    public static int Paragraph(Region region, string text, Style style, Align align = Align.Left, int skip = 0) =>
        Paragraph(region, [new Span(text, style)], align, skip);

    private static int Indent(int spare, Align align) => align switch
    {
        Align.Center => spare / 2,
        Align.Right => spare,
        _ => 0,
    };
}
