namespace Sim;

/// <summary>Boxes and rules.</summary>
internal static class Frame
{
    private const string Light = "┌┐└┘─│", Heavy = "┏┓┗┛━┃";

    /// <summary>A box with its title in the upper edge and an optional note in the lower; returns the inside.</summary>
    public static Region Draw(Region region, string title = "", Style? style = null, string note = "", bool focused = false)
    {
        var ink = style ?? (focused ? Role.Active : Role.Frame);
        string edges = focused ? Heavy : Light;
        int right = region.Width - 1, bottom = region.Height - 1;
        if (right < 1 || bottom < 1) return region.Sub(0, 0, 0, 0);
        for (int x = 1; x < right; x++)
        {
            Edge(region, x, 0, edges[4], ink);
            Edge(region, x, bottom, edges[4], ink);
        }
        for (int y = 1; y < bottom; y++)
        {
            Edge(region, 0, y, edges[5], ink);
            Edge(region, right, y, edges[5], ink);
        }
        Edge(region, 0, 0, edges[0], ink);
        Edge(region, right, 0, edges[1], ink);
        Edge(region, 0, bottom, edges[2], ink);
        Edge(region, right, bottom, edges[3], ink);
        Label(region.Sub(2, 0, region.Width - 4, 1), title, focused ? Role.Active : Role.Title, Align.Left);
        Label(region.Sub(2, bottom, region.Width - 4, 1), note, Role.Dim, Align.Right);
        return region.Inset(1, 1);
    }

    /// <summary>A horizontal line across the region, with a label set into it.</summary>
    public static void Rule(Region region, int y, string label = "", Style? style = null)
    {
        for (int x = 0; x < region.Width; x++) Edge(region, x, y, '─', style ?? Role.Frame);
        Label(region.Sub(1, y, region.Width - 2, 1), label, Role.Title, Align.Left);
    }

    public static void VerticalRule(Region region, int x, Style? style = null)
    {
        for (int y = 0; y < region.Height; y++) Edge(region, x, y, '│', style ?? Role.Frame);
    }

    private static void Label(Region line, string text, Style style, Align align)
    {
        if (text.Length > 0 && line.Width > 2) Text.Line(line, 0, $" {Text.Truncate(text, line.Width - 2)} ", style, align);
    }

    private static void Edge(Region region, int x, int y, char glyph, Style style) =>
        region.Put(x, y, new Glyph(Glyph.Of(new System.Text.Rune(glyph)), 1), style);
}
