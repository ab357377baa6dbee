using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>A line for every bar: its name, the bar, the number; of several series one below the other.</summary>
internal static class FigureBars
{
    private static readonly Lessons.Text More = new("… {0} more", "…… 另有 {0} 个");

    public static void Draw(Region region, BarsValues data, ViewSettings settings)
    {
        int series = data.Series.Length;
        if (series > 1)
            region = FigureLegend.Draw(region, data.Series.Select((one, k) => (FigureLegend.Sign(k), settings.Say(one.Name), FigureLegend.StyleOf(k))), data.Labels.Length * series);
        bool isApart = series > 1 && region.Height >= data.Labels.Length * (series + 1) - 1;
        int tall = series + (isApart ? 1 : 0), room = (region.Height + (isApart ? 1 : 0)) / tall;
        int shown = room >= data.Labels.Length ? data.Labels.Length : Math.Max(0, Math.Min(room, (region.Height - 1) / tall));
        double most = data.Series.SelectMany(one => one.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        bool isSigned = data.Series.Any(one => one.Values.Any(value => value < 0));
        string[][] numbers = [.. data.Series.Select(one => one.Values.Select(value => FigureNumber.Of(value, data.Format, settings)).ToArray())];
        int labels = Math.Min(region.Width / 3, data.Labels.Max(label => TextWidth.Of(settings.Say(label)))), figures = Math.Min(region.Width / 3, numbers.Max(row => row.Max(TextWidth.Of)));
        for (int k = 0; k < shown; k++)
        {
            Text.Line(region.Sub(0, k * tall, labels, 1), 0, settings.Say(data.Labels[k]), Role.Text);
            for (int s = 0; s < series; s++)
            {
                var line = region.Sub(labels + 1, k * tall + s, region.Width - labels - 1, 1);
                if (series > 1) line.Put(0, 0, FigureLegend.Sign(s), FigureLegend.StyleOf(s));
                double value = data.Series[s].Values[k];
                One(line.SkipLeft(series > 1 ? 2 : 0).SkipRight(figures + 1), value, most, isSigned, FigureLegend.StyleOf(s));
                Text.Line(line.Right(figures), 0, numbers[s][k], double.IsFinite(value) ? Role.Text : Role.Bad, Align.Right);
            }
        }
        if (shown < data.Labels.Length && region.Height > 0)
            Text.Line(region, shown * tall, string.Format(CultureInfo.InvariantCulture, settings.Say(More), data.Labels.Length - shown), Role.Dim);
    }

    private static void One(Region bar, double value, double most, bool isSigned, Style style)
    {
        if (isSigned) Bar.Signed(bar, 0, value, most);
        else Bar.Draw(bar, 0, most > 0 ? value / most : 0, style);
    }
}

/// <summary>Numbers of figures.</summary>
internal static class FigureNumber
{
    public static string Of(double value, NumberFormat? format, ViewSettings settings, int most = 4) =>
        format is { } given ? given.Write(value) : Core.NumberText.Of(value, Math.Min(most, settings.Digits));
}
