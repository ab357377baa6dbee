namespace Sim;

/// <summary>A grid as lines with colour sequences, for output that scrolls; every line ends in the default style.</summary>
internal static class GridAnsi
{
    public static void Write(Grid grid, Theme theme, ColorDepth depth, TextWriter output, GlyphSet glyphs = GlyphSet.Unicode)
    {
        for (int y = 0; y < grid.Height; y++)
        {
            var row = grid.Row(y);
            int end = row.Length;
            while (end > 0 && row[end - 1] == Cell.Blank) end--;
            Style? current = null;
            for (int x = 0; x < end; x++)
            {
                if (current != row[x].Style) output.Write(Sgr.Of(row[x].Style, theme, depth));
                current = row[x].Style;
                output.Write(Glyphs.For(row[x].Glyph, glyphs));
            }
            output.Write(current is null ? "\n" : Sgr.Reset + "\n");
        }
    }
}
