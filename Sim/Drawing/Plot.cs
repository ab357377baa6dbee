namespace Sim;

/// <summary>One curve or cloud of points. Values that are not finite break a curve and show as ! at the top.</summary>
internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points, Style Style, bool Scatter = false)
{
    /// <summary>A curve over 0, 1, 2 …</summary>
    public static Series Of(string name, IEnumerable<double> values, Style style) =>
        new(name, [.. values.Select((y, x) => ((double)x, y))], style);
}

/// <summary>A straight line across the plot: a limit, or (vertical) a moment such as "now".</summary>
internal sealed record Threshold(double Value, string Label, Style Style, bool Vertical = false);

internal sealed record Plot
{
    public IReadOnlyList<Series> Series { get; init; } = [];
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];
    public bool LogX { get; init; }
    public bool LogY { get; init; }

    /// <summary>The range shown; what the data need unless set.</summary>
    public Scale? X { get; init; }
    public Scale? Y { get; init; }

    /// <summary>For the last row of a lecture hall: thick lines, few ticks.</summary>
    public bool Bold { get; init; }

    public bool Axes { get; init; } = true;
    public bool Legend { get; init; } = true;

    /// <summary>Two ticks on an axis at least, closer together if need be.</summary>
    public bool MoreTicks { get; init; }

    // Curves differ by dashes and marks too: solid ●, dashed ◆, dotted ▲, dash-dot ■.
    private const string Marks = "●◆▲■○◇△□";
    private static readonly int[] Patterns = [0xFFF, 0x3CF, 0x249, 0x27F];

    /// <summary>Draws the plot; returns the region of the data and its scales, for views that add to it.</summary>
    public static (Region Area, Scale X, Scale Y) Draw(Region region, Plot plot)
    {
        var x = plot.X ?? Scale.Fit(plot.Series.SelectMany(s => s.Points.Select(p => p.X)), plot.LogX);
        var y = plot.Y ?? Scale.Fit(
            plot.Series.SelectMany(s => s.Points.Select(p => p.Y)).Concat(plot.Thresholds.Where(t => !t.Vertical).Select(t => t.Value)), plot.LogY);
        var area = region;
        if (plot.Legend && region.Height >= 5 && (plot.Series.Count > 1 || plot.Thresholds.Count > 0))
        {
            DrawLegend(region.Top(1), plot);
            area = area.SkipTop(1);
        }
        if (plot.Axes) area = DrawAxes(area, x, y, plot.MoreTicks, plot.Bold ? 2 : 1);
        var dots = new Braille(area.Width, area.Height);
        foreach (var threshold in plot.Thresholds) DrawThreshold(dots, threshold, x, y);
        for (int i = 0; i < plot.Series.Count; i++)
            if (!plot.Series[i].Scatter)
                DrawCurve(dots, plot.Series[i], Patterns[i % Patterns.Length], x, y, plot.Bold);
        dots.Draw(area);
        for (int i = 0; i < plot.Series.Count; i++) DrawMarks(area, plot, i, x, y);
        return (area, x, y);
    }

    /// <summary>The cell of a data point; null outside or where a scale has no place for it.</summary>
    public static Point? CellOf(Region area, Scale x, Scale y, double atX, double atY)
    {
        double column = x.Fraction(atX), row = y.Fraction(atY);
        if (!(column >= 0 && column <= 1 && row >= 0 && row <= 1)) return null;
        return new Point(Column(column, area.Width), Row(row, area.Height));
    }

    private static void DrawLegend(Region line, Plot plot)
    {
        var spans = new List<Span>();
        for (int i = 0; i < plot.Series.Count; i++)
        {
            if (plot.Series[i].Name.Length == 0) continue;
            spans.Add(new Span($"{Marks[i % Marks.Length]} {plot.Series[i].Name}  ", plot.Series[i].Style));
        }
        foreach (var threshold in plot.Thresholds)
            if (threshold.Label.Length > 0)
                spans.Add(new Span($"{(threshold.Vertical ? "┆" : "┄")} {threshold.Label}  ", threshold.Style));
        Text.Line(line, 0, spans);
    }

    private static Region DrawAxes(Region area, Scale x, Scale y, bool more, int sparse)
    {
        if (area.Width < 16 || area.Height < 4) return area;
        int plotHeight = area.Height - 2;
        var yTicks = Ticks(y, Math.Max(2, plotHeight / (2 * sparse)), more);
        int gutter = yTicks.Count == 0 ? 0 : Math.Min(8, yTicks.Max(tick => Scale.Label(tick).Length));
        var data = area.Sub(gutter + 1, 0, area.Width - gutter - 1, plotHeight);
        Frame.VerticalRule(area.Top(plotHeight), gutter);
        foreach (double tick in yTicks)
        {
            int row = Row(y.Fraction(tick), plotHeight);
            Text.Line(area.Sub(0, row, gutter, 1), 0, Scale.Label(tick), Role.Dim, Align.Right);
            area.Put(gutter, row, "┤", Role.Frame);
        }
        Frame.Rule(area.SkipLeft(gutter), plotHeight);
        area.Put(gutter, plotHeight, "└", Role.Frame);
        int free = 0;
        foreach (double tick in Ticks(x, Math.Max(2, data.Width / (10 * sparse)), more))
        {
            string label = Scale.Label(tick);
            int column = Column(x.Fraction(tick), data.Width);
            int start = Math.Min(column + gutter + 1 - label.Length / 2, area.Width - label.Length);
            area.Put(gutter + 1 + column, plotHeight, "┬", Role.Frame);
            if (start >= free) free = area.Write(start, plotHeight + 1, label, Role.Dim) + 1;
        }
        return data;
    }

    private static IReadOnlyList<double> Ticks(Scale scale, int count, bool more) =>
        scale.Ticks(count) is { Count: < 2 } && more ? scale.Ticks(2 * count) : scale.Ticks(count);

    private static void DrawThreshold(Braille dots, Threshold threshold, Scale x, Scale y)
    {
        double at = (threshold.Vertical ? x : y).Fraction(threshold.Value);
        if (!(at >= 0 && at <= 1)) return;
        if (threshold.Vertical)
        {
            int column = Dot(at, dots.Width);
            dots.Line(column, 0, column, dots.Height - 1, threshold.Style, 0x333);
        }
        else
        {
            int row = Dot(1 - at, dots.Height);
            dots.Line(0, row, dots.Width - 1, row, threshold.Style, 0x333);
        }
    }

    private static void DrawCurve(Braille dots, Series series, int pattern, Scale x, Scale y, bool bold)
    {
        (int X, int Y)? last = null;
        int number = 0;
        foreach (var point in series.Points)
        {
            double column = x.Fraction(point.X), row = y.Fraction(point.Y);
            if (double.IsNaN(column) || double.IsNaN(row))
            {
                last = null;
                continue;
            }
            var dot = (X: Dot(Math.Clamp(column, -1, 2), dots.Width), Y: Dot(Math.Clamp(1 - row, -1, 2), dots.Height));
            if (last == dot) continue;
            number = last is { } from
                ? dots.Line(from.X, from.Y, dot.X, dot.Y, series.Style, pattern, number)
                : dots.Line(dot.X, dot.Y, dot.X, dot.Y, series.Style);
            if (bold && last is { } thick) dots.Line(thick.X, Math.Max(0, thick.Y - 1), dot.X, Math.Max(0, dot.Y - 1), series.Style, pattern);
            last = dot;
        }
    }

    // Every point of a cloud; on curves a few marks when there is more than one curve; ! where a value is not finite.
    private static void DrawMarks(Region area, Plot plot, int index, Scale x, Scale y)
    {
        var series = plot.Series[index];
        bool curves = plot.Series.Count(s => !s.Scatter) > 1;
        string mark = Marks.Substring(index % Marks.Length, 1);
        int gap = Math.Max(6, area.Width / 5), next = index * gap / Math.Max(1, plot.Series.Count);
        foreach (var point in series.Points)
        {
            if (!double.IsFinite(point.Y) && x.Fraction(point.X) is >= 0 and <= 1)
                area.Put(Column(x.Fraction(point.X), area.Width), 0, "!", Role.Bad);
            if (!series.Scatter && !curves || CellOf(area, x, y, point.X, point.Y) is not { } cell) continue;
            if (!series.Scatter && cell.X < next) continue;
            area.Put(cell.X, cell.Y, mark, series.Style);
            next = cell.X + gap;
        }
    }

    // The cell that holds the dot: marks and ticks sit on the curve.
    private static int Column(double fraction, int width) => Dot(fraction, 2 * width) / 2;

    private static int Row(double fraction, int height) => Dot(1 - fraction, 4 * height) / 4;

    private static int Dot(double fraction, int dots) => (int)Math.Round(fraction * (dots - 1));
}
