using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>Columns of counts over one axis, one series above the other, with mean and deviation.</summary>
internal static class FigureHistogram
{
    private const string Steps = "▁▂▃▄▅▆▇█";
    private const int LeastTile = 4;

    private static readonly Lessons.Text NotFinite = new("! {0} not finite", "! {0} 个非有限");

    public static void Draw(Region region, HistogramValues data, ViewSettings settings)
    {
        if (!data.Lines.All(line => line.Name.IsEmpty))
            region = FigureLegend.Draw(region, data.Lines.Select(line => ("┆", settings.Say(line.Name), (Style)Role.Warning)), LeastTile * data.Series.Length);
        int count = Math.Clamp(region.Height / LeastTile, 1, data.Series.Length), tall = region.Height / count;
        for (int k = 0; k < count; k++) Tile(region.Sub(0, k * tall, region.Width, tall), data, k, settings);
    }

    private static void Tile(Region tile, HistogramValues data, int index, ViewSettings settings)
    {
        var series = data.Series[index];
        var head = new List<Span> { new($"{settings.Say(series.Name)}{(series.Name.IsEmpty ? "" : "  ")}", new Style(Role.Text).Bold), new($"μ {NumberText.Of(series.Mean, 3)}  ", Role.Active), new($"σ {NumberText.Of(series.Deviation, 3)}  ", Role.Text) };
        if (series.NotFinite > 0) head.Add(new(string.Format(CultureInfo.InvariantCulture, settings.Say(NotFinite), series.NotFinite), Role.Bad));
        Text.Line(tile, 0, head);
        var bars = tile.Sub(0, 1, tile.Width, tile.Height - 3);
        int wide = Math.Max(1, bars.Width / series.Counts.Length), used = Math.Min(bars.Width, wide * series.Counts.Length), most = Math.Max(1, series.Counts.Max());
        foreach (var line in data.Lines) Marker(bars, At(line.At, data, used));
        for (int x = 0; x < used; x++) Column(bars, x, CountAt(series, x, used) / (double)most, FigureLegend.StyleOf(index));
        Axis(tile.Sub(0, tile.Height - 2, used, 2), data, At(series.Mean, data, used));
    }

    private static int? At(double value, HistogramValues data, int used)
    {
        double share = (value - data.Low) / (data.High - data.Low);
        return share >= 0 && share <= 1 ? (int)Math.Min(used - 1, share * used) : null;
    }

    // On a narrow tile a column holds several bins: the fullest is shown.
    private static int CountAt(HistogramSeries series, int x, int used)
    {
        int bins = series.Counts.Length, first = x * bins / used, last = Math.Max(first + 1, (x + 1) * bins / used);
        return Enumerable.Range(first, last - first).Max(bin => series.Counts[bin]);
    }

    private static void Marker(Region bars, int? x)
    {
        for (int y = 0; x is not null && y < bars.Height; y++) bars.Put(x.Value, y, "┆", Role.Warning);
    }

    private static void Column(Region bars, int x, double share, Style style)
    {
        int eighths = share > 0 ? Math.Max(1, (int)Math.Round(share * bars.Height * 8)) : 0;
        for (int y = bars.Height - 1; y >= 0 && eighths > 0; y--, eighths -= 8)
            bars.Put(x, y, Steps.Substring(Math.Min(8, eighths) - 1, 1), style);
    }

    private static void Axis(Region axis, HistogramValues data, int? mean)
    {
        if (axis.IsEmpty) return;
        Frame.Rule(axis, 0);
        string low = Scale.Label(data.Low), high = Scale.Label(data.High);
        if (At(0, data, axis.Width) is { } zero && zero > low.Length && zero < axis.Width - high.Length - 1)
        {
            axis.Put(zero, 0, "┴", Role.Frame);
            axis.Put(zero, 1, "0", Role.Dim);
        }
        if (mean is { } at) axis.Put(at, 0, "▲", Role.Active);
        Text.Line(axis, 1, low, Role.Dim);
        if (low.Length + high.Length < axis.Width) Text.Line(axis, 1, high, Role.Dim, Align.Right);
    }
}
