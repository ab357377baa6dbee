using Lessons;

namespace Sim;

/// <summary>Curves, clouds, named points and lines across.</summary>
internal static class FigurePlot
{
    private const int LeastPlot = 6;

    public static void Draw(Region region, PlotValues data, ViewSettings settings)
    {
        var series = Series(data, settings);
        var rest = FigureLegend.Draw(region, Legend(data, series, settings), LeastPlot);
        string xName = settings.Say(data.Scales.XName), yName = settings.Say(data.Scales.YName);
        if (rest.Height >= LeastPlot + 2 && (xName.Length > 0 || yName.Length > 0))
        {
            if (yName.Length > 0) Text.Line(rest.Top(1), 0, $"↑ {yName}", Role.Dim);
            if (xName.Length > 0) Text.Line(rest.Bottom(1), 0, $"{xName} →", Role.Dim, Align.Right);
            rest = rest.SkipTop(yName.Length > 0 ? 1 : 0).SkipBottom(xName.Length > 0 ? 1 : 0);
        }
        var marks = series.Skip(data.Series.Length).ToList();
        var (area, x, y) = Plot.Draw(rest, new Plot
        {
            Series = series,
            Thresholds = [.. data.Lines.Select((line, k) => new Threshold(line.At, "", LineStyle(k), line.IsVertical))],
            Legend = false,
            MoreTicks = true,
            X = Room(Scale.Fit([.. series.SelectMany(one => one.Points.Select(point => point.X)), .. data.Lines.Where(line => line.IsVertical).Select(line => line.At)], data.Scales.LogX), data),
            Y = Room(Scale.Fit([.. series.SelectMany(one => one.Points.Select(point => point.Y)), .. data.Lines.Where(line => !line.IsVertical).Select(line => line.At)], data.Scales.LogY), data),
        });
        // Named points lie above everything.
        for (int k = 0; k < marks.Count; k++)
            foreach (var point in marks[k].Points)
                if (Plot.CellOf(area, x, y, point.X, point.Y) is { } cell) area.Put(cell.X, cell.Y, FigureLegend.Sign(data.Series.Length + k), marks[k].Style);
    }

    private static List<Series> Series(PlotValues data, ViewSettings settings) =>
    [
        .. data.Series.Select((one, k) => new Series(settings.Say(one.Name), Points(one.X, one.Y), FigureLegend.StyleOf(k), one.IsCloud)),
        .. data.Marks.Select(mark => new Series(settings.Say(mark.Name), Points(mark.X, mark.Y), new Style(Role.Active).Bold, Scatter: true)),
    ];

    // nan means: no value there.
    private static List<(double, double)> Points(IEnumerable<double> x, IEnumerable<double> y) => [.. x.Zip(y).Where(point => !double.IsNaN(point.Second) && !double.IsNaN(point.First))];

    private static IEnumerable<(string, string, Style)> Legend(PlotValues data, List<Series> series, ViewSettings settings)
    {
        for (int k = 0; k < series.Count; k++) yield return (FigureLegend.Sign(k), series[k].Name, series[k].Style);
        for (int k = 0; k < data.Lines.Length; k++) yield return (data.Lines[k].IsVertical ? "┆" : "┄", settings.Say(data.Lines[k].Name), LineStyle(k));
    }

    private static Style LineStyle(int index) => index % 2 == 0 ? Role.Warning : Role.Dim;

    // Points on the frame of a cloud would be half hidden.
    private static Scale Room(Scale scale, PlotValues data)
    {
        if (scale.Log || !data.Series.Any(one => one.IsCloud)) return scale;
        double room = (scale.Max - scale.Min) / 40;
        return new Scale(scale.Min - room, scale.Max + room);
    }
}
