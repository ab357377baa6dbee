namespace Sim;

/// <summary>A column of a table: at most <paramref name="Max"/> cells wide when there is room.</summary>
internal readonly record struct Column(string Header, Align Align = Align.Left, int Max = int.MaxValue);

/// <summary>Rows under headers; columns shrink, the widest first, until the table fits.</summary>
internal static class Table
{
    private const int Apart = 2;

    /// <summary>Draws rows from <paramref name="first"/> on, the selected one marked by &gt; and reversed; <paramref name="gap"/> cells between columns.</summary>
    public static void Draw(
        Region region, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Span>> rows, int first = 0, int selected = -1, int gap = Apart)
    {
        if (columns.Count == 0 || region.IsEmpty) return;
        int margin = selected >= 0 ? 2 : 0;
        int[] widths = Widths(columns, rows, region.Width - margin, gap);
        DrawRow(region, 0, (margin, gap), columns, widths, i => new Span(columns[i].Header, new Style(Role.Dim).Bold));
        for (int y = 1; y < region.Height && first + y - 1 < rows.Count; y++)
        {
            int index = first + y - 1;
            if (index < 0) continue;
            DrawRow(region, y, (margin, gap), columns, widths, i => i < rows[index].Count ? rows[index][i] : "");
            if (index != selected) continue;
            region.Put(0, y, ">", Role.Active);
            for (int x = margin; x < region.Width; x++) region.Restyle(x, y, style => new Style(Role.Selected, style.Attributes));
        }
    }

    /// <summary>The first row to draw so that the selected one is seen; stays where it is if it can.</summary>
    public static int Scroll(int first, int selected, int visible, int count)
    {
        if (selected >= 0 && selected < first) first = selected;
        if (selected >= first + visible) first = selected - visible + 1;
        return Math.Max(0, Math.Min(first, count - visible));
    }

    internal static int[] Widths(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Span>> rows, int total, int gap = Apart)
    {
        var widths = new int[columns.Count];
        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] = TextWidth.Of(columns[i].Header);
            foreach (var row in rows)
                if (i < row.Count)
                    widths[i] = Math.Max(widths[i], TextWidth.Of(row[i].Text));
            widths[i] = Math.Min(widths[i], columns[i].Max);
        }
        for (int spare = widths.Sum() + gap * (widths.Length - 1) - total; spare > 0 && widths.Max() > 1; spare--)
            widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }

    private static void DrawRow(Region region, int y, (int X, int Gap) at, IReadOnlyList<Column> columns, int[] widths, Func<int, Span> cell)
    {
        int x = at.X;
        for (int i = 0; i < widths.Length; i++)
        {
            var span = cell(i);
            Text.Line(region.Sub(x, y, widths[i], 1), 0, span.Text, span.Style, columns[i].Align);
            x += widths[i] + at.Gap;
        }
    }
}
