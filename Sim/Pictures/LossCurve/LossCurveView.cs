using System.Collections.Immutable;
using System.Globalization;
using Core;

namespace Sim;

/// <summary>How the curve is drawn.</summary>
/// <param name="LogLoss">Log axis for the loss; null: where it shows more.</param>
/// <param name="LogTime">Log axis for the updates.</param>
internal readonly record struct LossCurveOptions(bool? LogLoss = null, bool LogTime = false);

/// <summary>The loss curve: every batch, the sets at the ends of epochs, the current update, the best epoch of early stopping, scenes and breakpoints on the axis.</summary>
internal static class LossCurveView
{
    private static readonly Lessons.Text Name = new("loss", "损失"), Batch = new("batch", "每批"), Train = new("training set", "训练集"),
        Validation = new("validation set", "验证集"), Log = new("log axis", "对数轴"), Nothing = new("no update yet", "还没有更新"),
        Diverged = new("not finite from update {0}", "从第 {0} 次更新起不再是有限数"), Update = new("update", "更新");

    public static string Title(LossCurveData data, ViewSettings settings, LossCurveOptions options = default) =>
        options.LogLoss ?? data.WantsLog ? $"{settings.Say(Name)} · {settings.Say(Log)}" : settings.Say(Name);

    /// <summary>For the frame's lower edge: the numbers at the current update.</summary>
    public static string Note(LossCurveData data, ViewSettings settings)
    {
        if (data.Update == 0) return "";
        string note = string.Create(CultureInfo.InvariantCulture, $"{settings.Say(Update)} {data.Update}");
        if (data.Stopping is { } stopping) note += $" · {stopping.Note(settings)}";
        if (data.Current is { } loss) note += $" · {settings.Say(Batch)} {NumberText.Of(loss, settings.Digits)}";
        if (data.CurrentValidation is { } validation) note += $" · {settings.Say(Validation)} {NumberText.Of(validation, settings.Digits)}";
        return note;
    }

    public static void Draw(Region region, LossCurveData data, ViewSettings settings, LossCurveOptions options = default)
    {
        if (data.Losses.Batches.IsEmpty)
        {
            Text.Line(region, region.Height / 2, settings.Say(Nothing), Role.Dim, Align.Center);
            return;
        }
        bool isLog = options.LogLoss ?? data.WantsLog;
        var series = SeriesOf(data, settings);
        long first = data.Losses.Batches[0].Update, last = Math.Max(data.Losses.Batches[^1].Update, data.Update);
        var plot = new Plot
        {
            Bold = settings.Projector,
            Series = series,
            Thresholds = [.. Lines(data, settings)],
            LogY = isLog,
            LogX = options.LogTime,
            X = new Scale(first, Math.Max(first + 1, last), options.LogTime),
            Y = Scale.Fit(series.SelectMany(line => line.Points.Select(point => point.Y)), isLog),
        };
        var (area, x, y) = Plot.Draw(region, plot);
        data.Stopping?.Mark(area, x, y, Watched(data));
        Here(area, data, x, y);
        Axis(region, area, data, x);
    }

    private static IEnumerable<Threshold> Lines(LossCurveData data, ViewSettings settings)
    {
        if (data.Losses.FirstNotFinite is { } update) yield return new Threshold(update, string.Format(CultureInfo.InvariantCulture, settings.Say(Diverged), update), Role.Bad, Vertical: true);
        foreach (var line in data.Stopping?.Lines(Watched(data), settings) ?? []) yield return line;
    }

    private static ImmutableArray<LossPoint> Watched(LossCurveData data) => data.Losses.Validation.IsEmpty ? data.Losses.Train : data.Losses.Validation;

    private static List<Series> SeriesOf(LossCurveData data, ViewSettings settings)
    {
        var losses = data.Losses;
        var series = new List<Series> { Line(Batch, losses.Batches, Role.Loss) };
        // With one update an epoch the training set's curve is that of the batches.
        if (losses.Train.Length > 1 && losses.Train.Length * 2 < losses.Batches.Length) series.Add(Line(Train, losses.Train, Role.Accent));
        if (!losses.Validation.IsEmpty) series.Add(Line(Validation, losses.Validation, Role.Validation));
        return series;

        Series Line(Lessons.Text name, ImmutableArray<LossPoint> points, Role role) =>
            new(settings.Say(name), [.. points.Select(point => ((double)point.Update, point.Loss))], role);
    }

    // A line at the current update, and the point on the curve.
    private static void Here(Region area, LossCurveData data, Scale x, Scale y)
    {
        if (Plot.CellOf(area, x, new Scale(0, 1), data.Update, 0) is not { } column) return;
        // What has been computed already but lies ahead of this moment is still there, without colour.
        for (int row = 0; row < area.Height; row++)
            for (int ahead = column.X + 1; ahead < area.Width; ahead++) area.Restyle(ahead, row, style => style.Role is Role.Loss or Role.Accent or Role.Validation ? new Style(Role.Dim) : style);
        for (int row = 0; row < area.Height; row++) area.Restyle(column.X, row, style => style.Role == Role.Text ? new Style(Role.Active) : style);
        for (int row = 0; row < area.Height; row += 2) area.Put(column.X, row, "┆", Role.Active);
        if (data.Current is { } loss && Plot.CellOf(area, x, y, data.Update, loss) is { } cell) area.Put(cell.X, cell.Y, "◉", Role.Active);
    }

    private static void Axis(Region region, Region area, LossCurveData data, Scale x)
    {
        int row = area.Bounds.Bottom - region.Bounds.Y, left = area.Bounds.X - region.Bounds.X;
        if (row >= region.Height) (row, left) = (region.Height - 1, area.Bounds.X - region.Bounds.X);
        foreach (var mark in data.Marks.OrderBy(mark => mark.Kind))
            if (Plot.CellOf(area, x, new Scale(0, 1), mark.Update, 0) is { } cell)
                region.Put(left + cell.X, row, Glyph(mark.Kind), mark.Kind == TimeMarkKind.Breakpoint ? Role.Bad : Role.Key);
        if (Plot.CellOf(area, x, new Scale(0, 1), data.Update, 0) is { } here) region.Put(left + here.X, row, "▲", Role.Active);
    }

    private static string Glyph(TimeMarkKind kind) => kind switch { TimeMarkKind.Scene => "◆", TimeMarkKind.Breakpoint => "■", _ => "★" };
}
