using System.Globalization;
using Core;

namespace Sim;

/// <summary>The confusion matrix with precision and recall; for one output a threshold to be moved and the ROC curve.</summary>
internal static class ConfusionView
{
    private const string Here = "◉";

    private const int RocWidth = 30, WideEnough = 66, TallEnough = 16;

    private static readonly Lessons.Text Name = new("confusion", "混淆矩阵"), Accuracy = new("accuracy {0}", "准确率 {0}"), All = new("{0} rows", "{0} 个样本"),
        First = new("first {0} of {1} rows", "{1} 个样本中的前 {0} 个"), Threshold = new("threshold {0}", "阈值 {0}"), Slide = new("↑ ↓ threshold", "↑ ↓ 阈值");

    public static string Title(ConfusionData data, ViewSettings settings) => $"{settings.Say(Name)} · {data.Set}";

    public static string Note(ConfusionData data, bool focused, ViewSettings settings)
    {
        string rows = string.Format(CultureInfo.InvariantCulture, settings.Say(data.Rows == data.AllRows ? All : First), data.Rows, data.AllRows);
        string accuracy = data.Matrix is { } matrix && data.Scores is null ? Said(matrix.Accuracy, settings) + " · " : "";
        return focused && data.Scores is not null ? settings.Say(Slide) : accuracy + rows;
    }

    /// <param name="region">Where.</param>
    /// <param name="data">What.</param>
    /// <param name="step">The step of the threshold's slider; null: the run's own threshold.</param>
    /// <param name="settings">How.</param>
    public static void Draw(Region region, ConfusionData data, int? step, ViewSettings settings)
    {
        if (data.Matrix is null)
        {
            ConfusionCells.Labels(region, data, settings);
            return;
        }
        double threshold = data.Scores is { } one ? step is { } at ? one.At(at) : one.Usual : 0;
        ImmutableCounts counts = data.Scores is { } scores ? ImmutableCounts.Of(scores, threshold) : ImmutableCounts.Of(data.Matrix);
        if (data.Scores is null)
        {
            ConfusionCells.Draw(region, counts, data.Names, settings);
            return;
        }
        Text.Line(region, 0, [new(Said(counts.Accuracy, settings), new Style(Role.Text).Bold)]);
        var rest = region.SkipTop(1);
        Slider(rest.Bottom(1), data.Scores, threshold, settings);
        rest = rest.SkipBottom(1);
        if (rest.Width >= WideEnough && rest.Height >= 6) Roc(rest.SkipLeft(rest.Width - Math.Max(RocWidth, rest.Width / 2)), data.Scores, threshold, settings);
        else if (rest.Height >= TallEnough) Roc(rest.SkipTop(6), data.Scores, threshold, settings);
        else Text.Line(region.SkipLeft(Math.Min(region.Width, 16)), 0, $"AUC {NumberText.Of(data.Scores.Roc.Auc, 3)}", Role.Dim, Align.Right);
        ConfusionCells.Draw(rest.Width >= WideEnough ? rest.Left(rest.Width - Math.Max(RocWidth, rest.Width / 2) - 2) : rest, counts, data.Names, settings);
    }

    private static string Said(double accuracy, ViewSettings settings) => string.Format(CultureInfo.InvariantCulture, settings.Say(Accuracy), Percent(accuracy));

    internal static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("F1", CultureInfo.InvariantCulture) + "%";

    private static void Slider(Region line, BinaryScores scores, double threshold, ViewSettings settings)
    {
        string label = string.Format(CultureInfo.InvariantCulture, settings.Say(Threshold), threshold.ToString("F2", CultureInfo.InvariantCulture).Replace('-', '−'));
        int width = TextWidth.Of(label) + 1;
        Text.Line(line, 0, label, Role.Active);
        var track = line.SkipLeft(width);
        if (track.Width < 5) return;
        for (int x = 0; x < track.Width; x++) track.Put(x, 0, x == 0 ? "├" : x == track.Width - 1 ? "┤" : "─", Role.Frame);
        double share = (threshold - scores.Low) / (scores.High - scores.Low);
        track.Put((int)Math.Round(Math.Clamp(share, 0, 1) * (track.Width - 1)), 0, Here, new Style(Role.Active).Bold);
    }

    private static void Roc(Region region, BinaryScores scores, double threshold, ViewSettings settings)
    {
        string auc = string.Create(CultureInfo.InvariantCulture, $"ROC · AUC {NumberText.Of(scores.Roc.Auc, 4)}");
        Text.Line(region, 0, auc, Role.Text);
        var here = scores.PointAt(threshold);
        var (area, x, y) = Plot.Draw(region.SkipTop(1).SkipBottom(1), new Plot
        {
            Series = [new Series("", [(0, 0), (1, 1)], Role.Frame), new Series("", [.. Stairs(scores.Roc)], Role.Accent)],
            Legend = false,
            X = new Scale(0, 1),
            Y = new Scale(0, 1),
        });
        if (Plot.CellOf(area, x, y, here.FalsePositiveRate, here.TruePositiveRate) is { } cell) area.Put(cell.X, cell.Y, Here, new Style(Role.Active).Bold);
        string axes = settings.Say(new Lessons.Text("↑ recall   false alarms →", "↑ 召回率   误报率 →"));
        Text.Line(region.Bottom(1), 0, axes, Role.Dim, Align.Right);
    }

    private static IEnumerable<(double, double)> Stairs(RocCurve curve) => curve.Points.Select(point => (point.FalsePositiveRate, point.TruePositiveRate));
}
