using System.Collections.Immutable;
using System.Globalization;

namespace Sim;

/// <summary>What early stopping has decided up to a moment.</summary>
/// <param name="Best">The best epoch of the value that is watched.</param>
/// <param name="Waited">Epochs since then.</param>
/// <param name="Patience">Epochs it waits for a better one.</param>
/// <param name="StoppedAt">The epoch at whose end the run stopped; null: it goes on.</param>
internal sealed record StoppingMarks(int Best, int Waited, int Patience, int? StoppedAt)
{
    private static readonly Lessons.Text BestName = new("best epoch {0}", "最佳轮次 {0}"), End = new("stop {0}", "停止 {0}"), Waiting = new("waited {0} of {1}", "已等待 {0}/{1}"), Stopped = new("stopped after {0} without better", "连续 {0} 轮没有更好，停止");

    /// <returns>Null where early stopping is off, or has seen no epoch yet.</returns>
    public static StoppingMarks? Of(RunView view)
    {
        if (view.Experiment.EarlyStopping is not { } settings || view.Scalar("best_epoch") is not { } best || best < 1) return null;
        int? stopped = view.Scalar("stopped_epoch") is { } epoch && epoch > 0 ? (int)epoch : null;
        return new StoppingMarks((int)best, (int)(view.Scalar("early_stopping.wait") ?? 0), settings.Patience, stopped);
    }

    /// <summary>Lines across the curve: the best epoch, and where the run stopped.</summary>
    public IEnumerable<Threshold> Lines(ImmutableArray<LossPoint> watched, ViewSettings settings)
    {
        if (At(watched, Best) is { } best) yield return new Threshold(best.Update, Say(settings, BestName, Best), Role.Good, Vertical: true);
        if (StoppedAt is { } epoch && At(watched, epoch) is { } end) yield return new Threshold(end.Update, Say(settings, End, epoch), Role.Warning, Vertical: true);
    }

    /// <summary>A star on the best epoch, and the epochs' numbers at the top of their lines.</summary>
    public void Mark(Region area, Scale x, Scale y, ImmutableArray<LossPoint> watched)
    {
        if (At(watched, Best) is not { } best || Plot.CellOf(area, x, y, best.Update, best.Loss) is not { } star) return;
        area.Put(star.X, star.Y, "★", Role.Good);
        string name = string.Create(CultureInfo.InvariantCulture, $"★{Best}");
        if (star.Y > 0 && star.X >= name.Length) area.Write(star.X - name.Length, 0, name, Role.Good);
        if (StoppedAt is not { } epoch || At(watched, epoch) is not { } end || Plot.CellOf(area, x, y, end.Update, end.Loss) is not { } stop) return;
        string sign = string.Create(CultureInfo.InvariantCulture, $"■{epoch}");
        if (stop.X - sign.Length > star.X) area.Write(stop.X - sign.Length, 0, sign, Role.Warning);
        else if (area.Height > 3 && stop.X >= sign.Length) area.Write(stop.X - sign.Length, 1, sign, Role.Warning);
    }

    /// <summary>For the frame: what is being waited for.</summary>
    public string Note(ViewSettings settings) => Say(settings, BestName, Best) + " · " + (StoppedAt is null ? Say(settings, Waiting, Waited, Patience) : Say(settings, Stopped, Waited));

    private static LossPoint? At(ImmutableArray<LossPoint> points, int epoch)
    {
        foreach (var point in points)
            if (point.Epoch == epoch) return point;
        return null;
    }

    private static string Say(ViewSettings settings, Lessons.Text text, params object[] values) => string.Format(CultureInfo.InvariantCulture, settings.Say(text), values);
}
