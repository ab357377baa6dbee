using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>The numbers of a map: rows and columns of them, as many columns as fit, and how many were left out.</summary>
internal static class SweepNumbers
{
    private const int Digits = 3, Gap = 2, WidestName = 24;

    private static readonly Lessons.Text Critical = new("critical", "临界值"),
        LeftOut = new("{0} of {1} columns are shown; --format csv has all.", "共 {1} 列，显示 {0} 列；--format csv 输出全部。");

    public static Grid Draw(SweepData data, int width, Language language)
    {
        var grid = data.Grid;
        bool hasCritical = grid.Critical.Any(rate => rate is not null);
        int[] shown = Fitting(data, width - (hasCritical ? TextWidth.Of(Critical.In(language)) + 2 * Gap : 0));
        int middle = shown.Length < grid.Width ? (shown.Length + 1) / 2 : -1;
        var columns = new List<Column> { new("", Align.Right, WidestName) };
        foreach (int column in shown) columns.Add(new(SweepWords.Value(grid.Columns, column), Align.Right));
        if (middle >= 0) columns.Insert(middle + 1, new("…"));
        if (hasCritical) columns.Add(new(Critical.In(language), Align.Right));
        var rows = new List<IReadOnlyList<Span>>();
        for (int row = 0; row < grid.Height; row++)
        {
            List<Span> line = [new(SweepWords.Value(grid.Rows!, row), Role.Dim), .. shown.Select(column => Cell(grid, row, column))];
            if (middle >= 0) line.Insert(middle + 1, "…");
            if (hasCritical) line.Add(new(grid.Critical[row] is { } rate ? NumberText.Of(rate, Digits) : "", Role.Warning));
            rows.Add(line);
        }
        var sheet = new Grid(width, rows.Count + 2 + (middle >= 0 ? 1 : 0));
        Text.Line(sheet.All, 0, $"{grid.Rows!.Over} ↓   {grid.Columns.Over} →", Role.Weight);
        Table.Draw(sheet.All.SkipTop(1), columns, rows);
        if (middle >= 0) Text.Line(sheet.All.Bottom(1), 0, string.Format(CultureInfo.InvariantCulture, LeftOut.In(language), shown.Length, grid.Width), Role.Dim);
        return sheet;
    }

    // The first and the last columns; in between they are left out.
    private static int[] Fitting(SweepData data, int width)
    {
        var grid = data.Grid;
        int names = Math.Min(WidestName, Enumerable.Range(0, grid.Height).Max(row => TextWidth.Of(SweepWords.Value(grid.Rows!, row))));
        int[] widths = [.. Enumerable.Range(0, grid.Width).Select(column => Gap + Enumerable.Range(0, grid.Height).Select(row => TextWidth.Of(Cell(grid, row, column).Text)).Append(TextWidth.Of(SweepWords.Value(grid.Columns, column))).Max())];
        if (names + widths.Sum() <= width) return [.. Enumerable.Range(0, grid.Width)];
        int left = 0, right = 0, used = names + 1 + Gap;
        while (left + right < grid.Width)
        {
            int next = left <= right ? left : grid.Width - 1 - right;
            if (used + widths[next] > width) break;
            used += widths[next];
            if (left <= right) left++;
            else right++;
        }
        return [.. Enumerable.Range(0, left), .. Enumerable.Range(grid.Width - right, right)];
    }

    private static Span Cell(SweepGrid grid, int row, int column)
    {
        if (grid[row, column] is not { } point) return new Span("·", Role.Dim);
        if (SweepRamp.Shown(point) is not { } shown) return new Span(SweepWords.Diverged, Role.Bad);
        string number = NumberText.Of(shown, Digits);
        return grid.Least == (row, column) ? new Span($"{SweepWords.Least} {number}", Role.Good) : point.HasRisen ? new Span($"{SweepWords.Risen} {number}", Role.Warning) : new Span(number, Role.Text);
    }
}
