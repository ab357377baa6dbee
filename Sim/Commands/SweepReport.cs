using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>A sweep for people: the picture, and the runs below it.</summary>
internal sealed class SweepReport(SweepData data, OpenedExperiment opened, Language language, CommandHost host)
{
    private const int Width = 80, Height = 22, WidestFile = 240, HighestFile = 120;

    private static readonly Lessons.Text Loss = new("loss", "损失"), Best = new("best loss", "最小损失"), Updates = new("updates", "更新次数"),
        Diverged = new("✕ diverged at update {0}", "✕ 第 {0} 次更新时发散"), Risen = new("▲ larger than at the start", "▲ 比开始时大"), Least = new("◉ least", "◉ 最低");

    /// <summary>The picture, and the runs: a line each, or as many numbers of a map as fit.</summary>
    public void WriteTable()
    {
        Write(Picture(data, opened, language, host.IsAscii));
        host.Out.Write('\n');
        if (data.Grid.Rows is null) WriteRuns();
        else Write(SweepNumbers.Draw(data, Width, language));
    }

    /// <summary>The picture in its frame; for a file as large as the runs need.</summary>
    public static Grid Picture(SweepData data, OpenedExperiment opened, Language language, bool isAscii, bool forFile = false)
    {
        var settings = new ViewSettings { Language = language, Ascii = isAscii };
        var grid = new Grid(SizeOf(data.Grid, forFile));
        SweepView.Draw(Frame.Draw(grid.All, $"{opened.Title[language]} · {SweepView.Title(data, settings)}"), data, settings);
        return grid;
    }

    // Around the cells: frame, legend, names, values, and the runs that are missing.
    private static Size SizeOf(SweepGrid grid, bool forFile)
    {
        const int Around = 7, Beside = 16, AroundBars = 5;
        int most = forFile ? HighestFile : 2 * Height, more = grid.IsWhole ? 0 : 1;
        if (grid.Rows is not { } rows) return new(Width, grid.Columns.IsNumeric ? Height : Math.Min(2 * grid.Width + AroundBars + more, most));
        int high = Math.Clamp((Height - Around) / rows.Count, 1, 3), width = forFile ? Math.Max(Width, 2 * grid.Width + Beside) : Width;
        return new(Math.Min(width, WidestFile), Math.Min(high * rows.Count + Around + more, most));
    }

    private void WriteRuns()
    {
        var (grid, shows) = (data.Grid, data.Shows.Select((show, k) => (show, k)).Where(shown => shown.show != "loss").ToArray());
        Column[] columns = [new(grid.Columns.Over, Align.Right), new(Updates.In(language), Align.Right), new(Loss.In(language), Align.Right), new(Best.In(language), Align.Right), .. shows.Select(shown => new Column(shown.show, Align.Right)), new("")];
        var rows = new List<IReadOnlyList<Span>>();
        for (int k = 0; k < grid.Width; k++)
            if (grid[0, k] is { } point)
                rows.Add([grid.Columns.IsNumeric ? NumberText.Of(point.Value, 6) : grid.Columns.Words[k], point.Updates.ToString(CultureInfo.InvariantCulture), NumberText.Of(point.Last, 6), NumberText.Of(point.Best, 6),
                    .. shows.Select(shown => (Span)(point.All[shown.k] is { } value ? NumberText.Of(value, 6) : "")), Said(point, grid.Least == (0, k))]);
        var table = new Grid(Table.Widths(columns, rows, int.MaxValue / 2).Sum() + 2 * columns.Length, rows.Count + 1);
        Table.Draw(table.All, columns, rows);
        Write(table);
    }

    private void Write(Grid grid)
    {
        var glyphs = host.IsAscii ? GlyphSet.Ascii : GlyphSet.Unicode;
        if (host.Colors == ColorDepth.None) GridText.Write(grid, host.Out, glyphs);
        else GridAnsi.Write(grid, Theme.Dark, host.Colors, host.Out, glyphs);
    }

    private string Said(SweepPoint point, bool isLeast) =>
        point.DivergedAt is { } at ? string.Format(CultureInfo.InvariantCulture, Diverged.In(language), at)
        : point.HasRisen ? Risen.In(language) : isLeast ? Least.In(language) : "";
}
