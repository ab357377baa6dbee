using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>What each pair of values of two fields ends with, as a map of shades; the least, runs that got worse and the learning rate that theory calls critical in each row are marked.</summary>
internal static class SweepMapView
{
    private static readonly Lessons.Text Elided = new("{0} of {1} columns, {2} of {3} rows", "{1} 列取 {0}，{3} 行取 {2}");

    public static void Draw(Region region, SweepData data, ViewSettings settings)
    {
        var grid = data.Grid;
        var ramp = SweepRamp.Of(data);
        if (region.Height >= 8)
        {
            Text.Line(region, 0, SweepWords.Legend(data, settings));
            ramp.Legend(region.Sub(0, 1, region.Width, 1), SweepCurves.Name(data, data.Shows.Length - 1, settings));
            region = region.SkipTop(2);
        }
        var names = region.Height >= 5 ? region : default;
        if (!names.IsEmpty) region = region.SkipTop(1).SkipBottom(1);
        var (map, values) = region.Height >= 3 ? (region.SkipBottom(1), true) : (region, false);
        var layout = SweepMapLayout.Of(map.Size, grid);
        int bottom = layout.Rows.Length * layout.Cell.Height;
        Cells(map, data, layout, ramp);
        if (values) ColumnValues(region.Sub(layout.Gutter, bottom, region.Width - layout.Gutter, 1), grid, layout);
        if (!names.IsEmpty) Names(names, names.Height - region.Height + bottom, grid, layout, settings);
    }

    private static void Names(Region names, int bottom, SweepGrid grid, SweepMapLayout layout, ViewSettings settings)
    {
        Text.Line(names, 0, $"{grid.Rows!.Over} ↓", Role.Weight);
        string across = $"{grid.Columns.Over} →";
        Text.Line(names, bottom, new string(' ', layout.Gutter) + across, Role.Weight);
        if (!layout.IsElided(grid)) return;
        string kept = string.Format(CultureInfo.InvariantCulture, settings.Say(Elided), layout.Columns.Length, grid.Width, layout.Rows.Length, grid.Height);
        Text.Line(names.SkipLeft(layout.Gutter + TextWidth.Of(across) + 2), bottom, kept, Role.Dim, Align.Right);
    }

    // As many as fit below their columns.
    private static void ColumnValues(Region line, SweepGrid grid, SweepMapLayout layout)
    {
        int free = 0;
        for (int k = 0; k < layout.Columns.Length; k++)
        {
            string value = SweepWords.Value(grid.Columns, layout.Columns[k]);
            int width = TextWidth.Of(value), start = Math.Max(0, k * layout.Cell.Width + (layout.Cell.Width - width) / 2);
            if (start >= free && start + width <= line.Width) free = line.Write(start, 0, value, Role.Dim) + 1;
        }
    }

    private static void Cells(Region map, SweepData data, SweepMapLayout layout, SweepRamp ramp)
    {
        var (grid, cell, least) = (data.Grid, layout.Cell, data.Grid.Least);
        for (int y = 0; y < layout.Rows.Length; y++)
        {
            int row = layout.Rows[y];
            var line = map.Sub(0, y * cell.Height, map.Width, cell.Height);
            Text.Line(line.Left(layout.Gutter - 1), (cell.Height - 1) / 2, SweepWords.Value(grid.Rows!, row), Role.Dim, Align.Right);
            line = line.SkipLeft(layout.Gutter);
            int? critical = grid.Critical[row] is { } rate ? layout.At(grid.Columns, rate) : null;
            for (int x = 0; x < layout.Columns.Length; x++)
                if (grid[row, layout.Columns[x]] is { } point)
                    SweepCell.Draw(line.Sub(x * cell.Width, 0, cell.Width, cell.Height), point, ramp, least == (row, layout.Columns[x]), critical - x * cell.Width);
                else if (critical - x * cell.Width is { } inside && inside >= 0 && inside < cell.Width)
                    SweepCell.Line(line.Sub(x * cell.Width, 0, cell.Width, cell.Height), inside);
        }
    }
}
