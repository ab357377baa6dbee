namespace Sim;

/// <summary>Bars in eighths of a cell, gauges and sparklines.</summary>
internal static class Bar
{
    private const string Eighths = " ▏▎▍▌▋▊▉█", Steps = "▁▂▃▄▅▆▇█";

    /// <summary>A bar from the left, filled to <paramref name="fraction"/> of the line.</summary>
    public static void Draw(Region region, int y, double fraction, Style style)
    {
        int eighths = (int)Math.Round(Share(fraction) * region.Width * 8);
        for (int x = 0; x < region.Width && eighths > 0; x++, eighths -= 8)
            region.Put(x, y, Eighths.Substring(Math.Min(8, eighths), 1), style);
    }

    /// <summary>A bar from the middle: to the right with + when positive, to the left with − when negative.</summary>
    public static void Signed(Region region, int y, double value, double max)
    {
        int middle = region.Width / 2;
        double share = max > 0 && !double.IsNaN(value) ? Math.Clamp(value / max, -1, 1) : 0;
        int cells = (int)Math.Round(Math.Abs(share) * Math.Max(0, share < 0 ? middle : region.Width - middle - 1));
        region.Put(middle, y, "│", Role.Dim);
        Style style = share < 0 ? Role.Negative : Role.Positive;
        for (int i = 1; i <= cells; i++) region.Put(share < 0 ? middle - i : middle + i, y, share < 0 ? "▒" : "█", style);
        if (cells > 0) region.Put(share < 0 ? middle - cells : middle + cells, y, share < 0 ? "−" : "+", style.Bold);
    }

    /// <summary>Label, bar and figure on one line.</summary>
    public static void Gauge(Region region, int y, string label, double fraction, string figure, Style style)
    {
        int labelWidth = Math.Min(TextWidth.Of(label) + 1, region.Width / 2), figureWidth = TextWidth.Of(figure) + 1;
        Text.Line(region.Sub(0, y, labelWidth - 1, 1), 0, label, Role.Text);
        var track = region.Sub(labelWidth, y, region.Width - labelWidth - figureWidth, 1);
        for (int x = 0; x < track.Width; x++) track.Put(x, 0, "·", Role.Dim);
        Draw(track, 0, fraction, style);
        Text.Line(region.Sub(labelWidth + track.Width, y, figureWidth, 1), 0, figure, Role.Text, Align.Right);
    }

    /// <summary>The last values that fit, one cell each; a value that is not finite shows as !.</summary>
    public static void Sparkline(Region region, int y, ReadOnlySpan<double> values, Style style)
    {
        if (values.Length > region.Width) values = values[^region.Width..];
        double low = double.MaxValue, high = double.MinValue;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        for (int x = 0; x < values.Length; x++)
        {
            double share = high > low ? (values[x] / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
            if (double.IsFinite(values[x])) region.Put(x, y, Steps.Substring((int)Math.Round(Share(share) * 7), 1), style);
            else region.Put(x, y, "!", Role.Bad);
        }
    }

    private static double Share(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1);
}
