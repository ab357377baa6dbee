using Lessons;

namespace Sim;

/// <summary>What each run of a sweep ends with, one curve for each value that is shown, over the field that is swept; runs that got worse and the value theory calls critical are marked.</summary>
internal static class SweepView
{
    private static readonly Lessons.Text Nothing = new("nothing to show", "没有可显示的值");

    public static string Title(SweepData data, ViewSettings settings) => SweepWords.Title(data, settings);

    public static void Draw(Region region, SweepData data, ViewSettings settings)
    {
        region = SweepWords.Progress(region, data, settings);
        if (data.Grid.Rows is not null) SweepMapView.Draw(region, data, settings);
        else if (!data.Grid.Columns.IsNumeric) SweepBarsView.Draw(region, data, settings);
        else DrawCurves(region, data, settings);
    }

    private static void DrawCurves(Region region, SweepData data, ViewSettings settings)
    {
        var curve = data.Curve;
        if (curve.Points.IsEmpty)
        {
            if (data.Grid.IsWhole) Text.Line(region, region.Height / 2, settings.Say(Nothing), Role.Dim, Align.Center);
            return;
        }
        if (region.Height >= 8)
        {
            bool hasNames = data.Shows.Length > 1;
            if (hasNames) Text.Line(region, 0, SweepCurves.Legend(data, settings));
            Text.Line(region, hasNames ? 1 : 0, SweepWords.Legend(data, settings));
            region = region.SkipTop(hasNames ? 2 : 1);
        }
        var (x, y) = (XOf(data.Grid.Columns, curve.Critical), SweepScale.Of(data.Grid, data.Shows));
        if (region.Height >= 12)
        {
            Text.Line(region.Bottom(1), 0, $"{curve.Over} →", Role.Weight, Align.Right);
            region = region.SkipBottom(1);
        }
        var thresholds = new List<Threshold>();
        if (data.Current is { } now) thresholds.Add(new Threshold(now, "", Role.Accent, Vertical: true));
        if (curve.Critical is { } critical) thresholds.Add(new Threshold(critical, "", Role.Warning, Vertical: true));
        var (area, _, _) = Plot.Draw(region, new Plot
        {
            Bold = settings.Projector,
            Series = [.. data.Shows.Select((_, k) => new Series("", [.. curve.Points.Select(point => (point.Value, SweepCurves.Height(point, k, y)))], SweepCurves.RoleOf(data, k)))],
            Thresholds = thresholds,
            Legend = false,
            X = x,
            Y = y,
        });
        // The least last, so that no neighbour in its cell hides it.
        for (int k = 0; k < data.Shows.Length; k++)
            foreach (var point in curve.Points.OrderBy(point => point == curve.Least))
                Mark(area, x, y, point, k, data);
    }

    private static void Mark(Region area, Scale x, Scale y, SweepPoint point, int k, SweepData data)
    {
        bool isOver = point.DivergedAt is not null || point.All[k] is not { } shown || !double.IsFinite(shown);
        double height = isOver ? y.Max : Math.Clamp(point.All[k]!.Value, y.Min, y.Max);
        if (Plot.CellOf(area, x, y, point.Value, height) is not { } cell) return;
        if (isOver) area.Put(cell.X, 0, "✕", Role.Bad);
        else if (point.HasRisen && k == 0) area.Put(cell.X, cell.Y, "▲", Role.Warning);
        else if (point == data.Curve.Least && k == data.Shows.Length - 1) area.Put(cell.X, cell.Y, "◉", Role.Good);
        else area.Put(cell.X, cell.Y, SweepCurves.Glyph(k), SweepCurves.RoleOf(data, k));
    }

    private static Scale XOf(SweepAxis axis, double? rate)
    {
        var values = axis.Numbers.ToList();
        double low = values.Min(), high = values.Max();
        // The critical value is worth a little room, not an axis on which the runs are a speck.
        if (rate is { } critical && (axis.Log ? critical > low / 3 && critical < high * 3 : critical > low - (high - low) / 4 && critical < high + (high - low) / 4)) values.Add(critical);
        return Scale.Fit(values, axis.Log);
    }
}
