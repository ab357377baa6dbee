using System.Globalization;
using Core;

namespace Sim;

/// <summary>The schedule curve with the current update marked.</summary>
internal static class ScheduleView
{
    private static readonly Lessons.Text Name = new("learning rate", "学习率"), Update = new("update", "更新");

    public static string Title(ViewSettings settings) => $"{settings.Say(Name)} η";

    public static string Note(ScheduleData data, ViewSettings settings) => data.Current is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"{settings.Say(Update)} {data.Update} · η = {NumberText.Of(rate, settings.Digits)}")
        : "";

    public static void Draw(Region region, ScheduleData data, ViewSettings settings)
    {
        if (region.Height >= 6)
        {
            Text.Line(region, 0, Lessons.RuleWords.Of(data.Rule, settings.Language) ?? data.Rule, Role.Dim);
            region = region.SkipTop(1);
        }
        double max = data.Rates.Max(point => point.Rate), min = data.Rates.Min(point => point.Rate);
        var plot = new Plot
        {
            Bold = settings.Projector,
            Series = [new Series("", [.. data.Rates.Select(point => (point.Update, point.Rate))], Role.Accent)],
            Legend = false,
            X = new Scale(1, Math.Max(2, data.Rates[^1].Update)),
            Y = new Scale(Math.Min(0, min), max > 0 ? max * 1.05 : 1),
        };
        var (area, x, y) = Plot.Draw(region, plot);
        if (data.Current is not { } rate || Plot.CellOf(area, x, y, data.Update, rate) is not { } cell) return;
        for (int row = cell.Y + 1; row < area.Height; row++) area.Put(cell.X, row, "┆", Role.Active);
        area.Put(cell.X, cell.Y, "◉", Role.Active);
        Text.Line(area.Sub(Math.Min(cell.X + 2, area.Width - 8), Math.Max(0, cell.Y - 1), 8, 1), 0, NumberText.Of(rate, 3), Role.Active);
    }
}
