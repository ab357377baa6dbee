using System.Globalization;
using System.Security;
using System.Text;

namespace Sim;

/// <summary>A grid as a picture. Each word has its own x, each sign outside Latin too, so that no font can push cells apart.</summary>
internal static class GridSvg
{
    private const double CellWidth = 9, CellHeight = 19, FontSize = 15, Baseline = 14.2, Margin = 10;
    private const string Fonts = "'DejaVu Sans Mono','Cascadia Mono','SF Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','Noto Sans CJK SC',"
        + "'PingFang SC','Microsoft YaHei','Source Han Sans SC',monospace";

    public static void Write(Grid grid, Theme theme, TextWriter output, string title = "")
    {
        double width = grid.Width * CellWidth + 2 * Margin, height = grid.Height * CellHeight + 2 * Margin;
        output.Write(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{Fonts}\" font-size=\"{FontSize}\">\n"));
        if (title.Length > 0) output.Write($"<title>{Escape(title)}</title>\n");
        output.Write($"<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{theme.Background}\"/>\n");
        for (int y = 0; y < grid.Height; y++) WriteBackgrounds(grid.Row(y), y, theme, output);
        var shapes = new SortedDictionary<(Paint Paint, string Color), StringBuilder>();
        for (int y = 0; y < grid.Height; y++) WriteRow(grid.Row(y), y, theme, output, shapes);
        foreach (var ((paint, color), path) in shapes) output.Write($"<path d=\"{path}\" {PaintOf(paint, color)}/>\n");
        output.Write("</svg>\n");
    }

    private static void WriteBackgrounds(ReadOnlySpan<Cell> row, int y, Theme theme, TextWriter output)
    {
        for (int x = 0; x < row.Length;)
        {
            var back = theme.Colors(row[x].Style).Background;
            int start = x;
            while (x < row.Length && theme.Colors(row[x].Style).Background == back) x++;
            if (back == theme.Background) continue;
            output.Write(string.Create(CultureInfo.InvariantCulture,
                $"<rect x=\"{Margin + start * CellWidth:0.##}\" y=\"{Margin + y * CellHeight:0.##}\" width=\"{(x - start) * CellWidth:0.##}\" height=\"{CellHeight:0.##}\" fill=\"{back}\"/>\n"));
        }
    }

    private static void WriteRow(ReadOnlySpan<Cell> row, int y, Theme theme, TextWriter output,
        SortedDictionary<(Paint, string), StringBuilder> shapes)
    {
        for (int x = 0; x < row.Length; x++)
        {
            var (glyph, style) = (row[x].Glyph, row[x].Style);
            bool underlined = theme.AttributesOf(style).HasFlag(Attributes.Underline);
            if (glyph is "" || glyph == " " && !underlined) continue;
            string color = theme.Colors(style).Foreground.ToString();
            if (BoxPaths.Of(glyph, Margin + x * CellWidth, Margin + y * CellHeight, CellWidth, CellHeight) is { } shape)
            {
                if (!shapes.TryGetValue((shape.Paint, color), out var path)) shapes[(shape.Paint, color)] = path = new StringBuilder();
                path.Append(shape.Path);
                continue;
            }
            int start = x;
            var word = new StringBuilder(glyph);
            while (IsLatin(glyph) && x + 1 < row.Length && row[x + 1].Style == style && IsLatin(row[x + 1].Glyph)) word.Append(row[++x].Glyph);
            WriteText(output, Margin + start * CellWidth, Margin + y * CellHeight + Baseline, word.ToString(), color, theme.AttributesOf(style));
        }
    }

    private static void WriteText(TextWriter output, double x, double y, string text, string color, Attributes attributes)
    {
        string bold = attributes.HasFlag(Attributes.Bold) ? " font-weight=\"bold\"" : "";
        string line = attributes.HasFlag(Attributes.Underline) ? " text-decoration=\"underline\"" : "";
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" fill=\"{color}\"{bold}{line}>{Escape(text)}</text>\n"));
    }

    // All lines of a colour are one path, so that cells that meet leave no seam.
    private static string PaintOf(Paint paint, string color) => paint switch
    {
        Paint.Light => $"fill=\"none\" stroke=\"{color}\" stroke-width=\"1.2\" stroke-linecap=\"square\"",
        Paint.Heavy => $"fill=\"none\" stroke=\"{color}\" stroke-width=\"2.4\" stroke-linecap=\"square\"",
        Paint.Quarter => $"fill=\"{color}\" fill-opacity=\"0.25\"",
        Paint.Half => $"fill=\"{color}\" fill-opacity=\"0.5\"",
        Paint.ThreeQuarters => $"fill=\"{color}\" fill-opacity=\"0.75\"",
        _ => $"fill=\"{color}\"",
    };

    private static bool IsLatin(string glyph) => glyph.Length == 1 && glyph[0] is > ' ' and < '\x7F';

    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(Glyph.Split(text).Select(glyph => glyph.Text)));
}
