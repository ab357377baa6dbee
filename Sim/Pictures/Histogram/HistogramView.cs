using System.Globalization;
using Core;

namespace Sim;

/// <summary>Small histograms side by side, one a layer, with mean and standard deviation.</summary>
internal static class HistogramView
{
    private const int TileWidth = 28, ProjectorTile = 44, LeastTile = 5;
    private const string Steps = "▁▂▃▄▅▆▇█";

    public static string Title(HistogramData data, ViewSettings settings) => settings.Say(HistogramWords.Title(data.Kind));

    public static string Note(HistogramData data, ViewSettings settings) => string.Format(CultureInfo.InvariantCulture, settings.Say(HistogramWords.Note(data)), data.Rows, data.AllRows);

    public static void Draw(Region region, HistogramData data, ViewSettings settings)
    {
        int count = data.Layers.Length;
        if (count == 0) return;
        int across = Math.Clamp(region.Width / (settings.Projector ? ProjectorTile : TileWidth), 1, count), down = (count + across - 1) / across;
        across = (count + down - 1) / down;
        if (region.Height / down < LeastTile)
        {
            Lines(region, data, settings);
            return;
        }
        int width = region.Width / across, height = region.Height / down;
        for (int k = 0; k < count; k++)
            Tile(region.Sub(k % across * width, k / across * height, width - (across > 1 ? 2 : 0), height - (down > 1 && height > LeastTile ? 1 : 0)), data.Layers[k], settings);
    }

    private static void Tile(Region tile, LayerHistogram layer, ViewSettings settings)
    {
        Head(tile, layer, settings);
        var bars = tile.Sub(0, 1, tile.Width, tile.Height - 3);
        int most = Math.Max(1, layer.Counts.Max()), used = bars.Width;
        for (int x = 0; x < used; x++) Column(bars, x, Count(layer, x, used) / (double)most, Mark(layer, x, used));
        Axis(tile.Sub(0, tile.Height - 2, used, 2), layer);
    }

    // On a narrow tile a column holds several bins: the fullest is shown.
    private static int Count(LayerHistogram layer, int x, int width)
    {
        int bins = layer.Counts.Length, first = x * bins / width, last = Math.Max(first + 1, (x + 1) * bins / width);
        return Enumerable.Range(first, last - first).Max(bin => layer.Counts[bin]);
    }

    private static bool Mark(LayerHistogram layer, int x, int width) =>
        double.IsFinite(layer.Mean) && (int)Math.Clamp((layer.Mean - layer.Low) / (layer.High - layer.Low) * width, 0, width - 1) == x;

    private static void Column(Region bars, int x, double share, bool isMean)
    {
        Style style = isMean ? Role.Active : Role.Accent;
        int eighths = share > 0 ? Math.Max(1, (int)Math.Round(share * bars.Height * 8)) : 0;
        for (int y = bars.Height - 1; y >= 0; y--, eighths -= 8)
            if (eighths > 0) bars.Put(x, y, Steps.Substring(Math.Min(8, eighths) - 1, 1), style);
            else if (isMean) bars.Put(x, y, "┆", Role.Active);
    }

    private static void Axis(Region axis, LayerHistogram layer)
    {
        if (axis.IsEmpty) return;
        Frame.Rule(axis, 0);
        string low = Scale.Label(layer.Low), high = Scale.Label(layer.High);
        if (layer.Low < 0 && layer.High > 0)
        {
            int zero = (int)Math.Clamp(-layer.Low / (layer.High - layer.Low) * axis.Width, 0, axis.Width - 1);
            axis.Put(zero, 0, "┴", Role.Frame);
            if (zero > low.Length && zero < axis.Width - high.Length - 1) axis.Put(zero, 1, "0", Role.Dim);
        }
        Text.Line(axis, 1, low, Role.Dim);
        if (low.Length + high.Length < axis.Width) Text.Line(axis, 1, high, Role.Dim, Align.Right);
    }

    private static void Head(Region line, LayerHistogram layer, ViewSettings settings)
    {
        var spans = new List<Span> { new($"{layer.Name}  ", new Style(Role.Text).Bold), new($"μ {NumberText.Of(layer.Mean, 3)}  ", Role.Active), new($"σ {NumberText.Of(layer.Deviation, 3)}  ", Role.Text) };
        if (layer.NotFinite > 0) spans.Add(new(string.Format(CultureInfo.InvariantCulture, settings.Say(HistogramWords.NotFinite), layer.NotFinite), Role.Bad));
        else if (layer.Zeros > 0) spans.Add(new($"{Math.Round(layer.Zeros * 100)}% = 0", Role.Dim));
        Text.Line(line, 0, spans);
    }

    // A line or a few a layer: name, shape, numbers; the first and the last ones around a gap where there are too many.
    private static void Lines(Region region, HistogramData data, ViewSettings settings)
    {
        int names = Math.Min(data.Layers.Max(layer => TextWidth.Of(layer.Name)) + 1, region.Width / 3);
        int shape = Math.Clamp(region.Width - names - 26, Math.Clamp(region.Width - names - 11, 0, 12), data.Layers[0].Counts.Length);
        int count = data.Layers.Length, tall = Math.Clamp(region.Height / count, 1, LeastTile - 2);
        bool all = count <= region.Height;
        int first = all ? count : region.Height / 2, last = all ? 0 : Math.Max(0, region.Height - first - 1);
        for (int k = 0; k < Math.Min(count, region.Height); k++)
        {
            var line = region.Sub(0, k * tall, region.Width, tall);
            if (k < first) Line(line, data.Layers[k], names, shape, settings);
            else if (k > first) Line(line, data.Layers[count - last + k - first - 1], names, shape, settings);
            else Text.Line(line, 0, string.Format(CultureInfo.InvariantCulture, settings.Say(HistogramWords.Between), count - first - last), Role.Dim);
        }
    }

    private static void Line(Region line, LayerHistogram layer, int names, int shape, ViewSettings settings)
    {
        int foot = line.Height - 1, most = Math.Max(1, layer.Counts.Max());
        Text.Line(line.Sub(0, foot, names - 1, 1), 0, layer.Name, new Style(Role.Text).Bold);
        for (int x = 0; x < shape; x++) Column(line.Sub(names, 0, shape, line.Height), x, Count(layer, x, shape) / (double)most, false);
        var numbers = line.Sub(names + shape + 1, foot, line.Width - names - shape - 1, 1);
        var spans = new List<Span> { new($"σ {NumberText.Of(layer.Deviation, 3)}  ", Role.Text) };
        if (layer.NotFinite > 0) spans.Insert(0, new(string.Format(CultureInfo.InvariantCulture, settings.Say(HistogramWords.NotFinite), layer.NotFinite) + "  ", Role.Bad));
        else if (numbers.Width >= 24) spans.Add(new($"μ {NumberText.Of(layer.Mean, 3)}  ", Role.Active));
        else if (foot > 0) Text.Line(line.Sub(names + shape + 1, foot - 1, numbers.Width, 1), 0, $"μ {NumberText.Of(layer.Mean, 3)}", Role.Active);
        if (layer.Zeros > 0 && numbers.Width >= 34) spans.Add(new($"{Math.Round(layer.Zeros * 100)}% = 0", Role.Dim));
        Text.Line(numbers, 0, spans);
    }
}
