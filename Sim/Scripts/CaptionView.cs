namespace Sim;

/// <summary>What a script says: a box over the lower edge of the panes, above the lines of time and keys.</summary>
internal static class CaptionView
{
    private const int MostLines = 4, LinesBelow = 3;

    public static void Draw(Region screen, string caption, string chapter = "")
    {
        if (caption.Length == 0 || screen.Width < 24 || screen.Height < 9) return;
        int width = Math.Min(screen.Width - 4, 96);
        var lines = Flow.Wrap(caption, width - 4);
        int most = Math.Min(MostLines, (screen.Height - 6) / 3);
        if (lines.Count > most) lines = [.. lines.Take(most - 1), Text.Truncate(string.Join(" ", lines.Skip(most - 1)), width - 4)];
        width = Math.Max(Math.Min(width, Math.Max(20, TextWidth.Of(chapter) + 6)), lines.Max(TextWidth.Of) + 4);
        int height = lines.Count + 2;
        var box = screen.Sub((screen.Width - width) / 2, screen.Height - LinesBelow - height, width, height);
        screen.Sub((screen.Width - width) / 2 - 1, screen.Height - LinesBelow - height, width + 2, height).Clear();
        var inside = Frame.Draw(box, Text.Truncate(chapter, Math.Max(0, width - 6)), style: Role.Accent).Inset(1, 0);
        for (int y = 0; y < lines.Count; y++) Text.Line(inside, y, lines[y], new Style(Role.Title));
    }
}
