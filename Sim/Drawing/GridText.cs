namespace Sim;

/// <summary>A grid as plain text: one line a row, no spaces at line ends.</summary>
internal static class GridText
{
    public static void Write(Grid grid, TextWriter output, GlyphSet glyphs = GlyphSet.Unicode)
    {
        var line = new System.Text.StringBuilder();
        for (int y = 0; y < grid.Height; y++)
        {
            line.Clear();
            foreach (var cell in grid.Row(y)) line.Append(Glyphs.For(cell.Glyph, glyphs));
            output.Write(line.ToString().TrimEnd(' '));
            output.Write('\n');
        }
    }

    public static string Of(Grid grid, GlyphSet glyphs = GlyphSet.Unicode)
    {
        var output = new StringWriter();
        Write(grid, output, glyphs);
        return output.ToString();
    }
}
