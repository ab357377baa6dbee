using System.Globalization;

namespace Sim;

/// <summary>Pictures in their plainest form.</summary>
internal static class SimplePictures
{
    public static void Network(Region region, RunView run, ViewSettings view)
    {
        int y = 0;
        foreach (var layer in run.Network.Layers)
        {
            bool isActive = run.Step?.Name.StartsWith(layer.Name + ".", StringComparison.Ordinal) == true;
            Text.Line(region, y++, $"{(isActive ? "▶" : " ")} {layer.Name}  {layer.Inputs} → {layer.Units}  {layer.Activation?.Kind}", isActive ? Role.Active : Role.Text);
            if (run.Find(layer.OutputName) is { } output)
                Text.Line(region.SkipLeft(4), y++, string.Join("  ", output.Values.Take(8).Select(value => Number(value, view))), Role.Dim);
        }
    }

    public static void Loss(Region region, LossRecord losses, LessonModel lesson, ViewSettings view)
    {
        var thresholds = lesson.Run.Now.Update > 0 ? new[] { new Threshold(lesson.Run.Now.Update, "", Role.Active, Vertical: true) } : [];
        Plot.Draw(region, new Plot
        {
            Series = [new Series("loss", [.. losses.Batches.Select(point => ((double)point.Update, point.Loss))], Role.Loss)],
            Thresholds = thresholds,
        });
    }

    public static string Number(double value, ViewSettings view) =>
        value.ToString("G" + view.Digits, CultureInfo.InvariantCulture).Replace('-', '−');
}
