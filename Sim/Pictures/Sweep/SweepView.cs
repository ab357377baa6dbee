using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>What each run of a sweep ends with, one curve for each value that is shown, over the field that is swept; runs that got worse and the value theory calls critical are marked.</summary>
internal static class SweepView
{
    private const double MostRise = 100, DecadesForLog = 1.5;

    private static readonly Lessons.Text Name = new("sweep", "扫描"), Critical = new("critical 2/λmax = {0}", "临界值 2/λmax = {0}"), Least = new("least at {0}", "最低在 {0}"),
        Risen = new("grew", "变大"), Diverged = new("diverged", "发散"), Here = new("this run {0}", "本次运行 {0}"), Nothing = new("nothing to show", "没有可显示的值");

    public static string Title(SweepData data, ViewSettings settings) => $"{settings.Say(Name)} · {string.Join(", ", data.Shows.Select((_, k) => SweepCurves.Name(data, k, settings)))} ({data.Curve.Over})";

    public static void Draw(Region region, SweepData data, ViewSettings settings)
    {
        var curve = data.Curve;
        if (curve.Points.IsEmpty)
        {
            Text.Line(region, region.Height / 2, settings.Say(Nothing), Role.Dim, Align.Center);
            return;
        }
        if (region.Height >= 8)
        {
            bool hasNames = data.Shows.Length > 1;
            if (hasNames) Text.Line(region, 0, SweepCurves.Legend(data, settings));
            Legend(region.SkipTop(hasNames ? 1 : 0).Top(1), data, settings);
            region = region.SkipTop(hasNames ? 2 : 1);
        }
        var (x, y) = (XOf(curve), YOf(data));
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
        for (int k = 0; k < data.Shows.Length; k++)
            foreach (var point in curve.Points)
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

    private static void Legend(Region line, SweepData data, ViewSettings settings)
    {
        var spans = new List<Span>();
        if (data.Curve.Least is { } least) spans.AddRange([new("◉ ", Role.Good), new($"{Say(Least, NumberText.Of(least.Value, 3))}: {NumberText.Of(least.All[^1]!.Value, 3)}  ", Role.Dim)]);
        if (data.Curve.Critical is { } critical) spans.AddRange([new("┆ ", Role.Warning), new($"{Say(Critical, NumberText.Of(critical, 4))}  ", Role.Warning)]);
        if (data.Current is { } now) spans.AddRange([new("┆ ", Role.Accent), new($"{Say(Here, NumberText.Of(now, 3))}  ", Role.Dim)]);
        if (data.Curve.Points.Any(point => point.HasRisen && point.DivergedAt is null)) spans.AddRange([new("▲ ", Role.Warning), new($"{settings.Say(Risen)}  ", Role.Dim)]);
        if (data.Curve.Points.Any(point => point.DivergedAt is not null)) spans.AddRange([new("✕ ", Role.Bad), new(settings.Say(Diverged), Role.Dim)]);
        Text.Line(line, 0, spans);

        string Say(Lessons.Text text, string value) => string.Format(CultureInfo.InvariantCulture, settings.Say(text), value);
    }

    private static Scale XOf(SweepCurve curve)
    {
        var values = curve.Points.Select(point => point.Value).ToList();
        double low = values.Min(), high = values.Max();
        // The critical value is worth a little room, not an axis on which the runs are a speck.
        if (curve.Critical is { } critical && (curve.Log ? critical > low / 3 && critical < high * 3 : critical > low - (high - low) / 4 && critical < high + (high - low) / 4)) values.Add(critical);
        return Scale.Fit(values, curve.Log);
    }

    // Runs far above the start would press all others onto the axis. A log axis where every curve needs it: it would flatten one that does not.
    private static Scale YOf(SweepData data)
    {
        double first = data.Curve.Points.Select(point => point.First).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(), most = data.Shows.Contains("loss") && first > 0 ? MostRise * first : double.PositiveInfinity;
        double[][] curves = [.. data.Shows.Select((_, k) => Values(data.Curve, k).Select(value => Math.Min(value, most)).ToArray())];
        return Scale.Fit(curves.SelectMany(curve => curve), curves.All(IsWide));
    }

    private static IEnumerable<double> Values(SweepCurve curve, int k) =>
        curve.Points.Where(point => point.DivergedAt is null).Select(point => point.All[k]).OfType<double>().Where(double.IsFinite);

    private static bool IsWide(double[] curve)
    {
        double[] positive = [.. curve.Where(value => value > 0)];
        return positive.Length > 1 && curve.All(value => value >= 0) && Math.Log10(positive.Max()) - Math.Log10(positive.Min()) > DecadesForLog;
    }
}
