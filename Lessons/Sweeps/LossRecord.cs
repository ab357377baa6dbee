namespace Lessons;

/// <summary>The losses of a run's updates, of which first, last and best are kept.</summary>
internal sealed class LossRecord
{
    private const string Loss = "loss";

    private double first = double.NaN, last = double.NaN, best = double.PositiveInfinity;
    private long? diverged;

    /// <summary>Trains a run from where it is to its end and says what came of it.</summary>
    /// <param name="source">The run; its probe is moved.</param>
    /// <param name="shows">Of the last moment; the loss of the last update if null.</param>
    /// <param name="cancellation">Ends it.</param>
    public RunOutcome Finish(RunSource source, IReadOnlyList<Expression>? shows, CancellationToken cancellation)
    {
        var timeline = source.Probe;
        var loss = timeline.Program.Find(Loss)!;
        timeline.UpdateFinished = (update, _) => Add(update, loss.ToArray(1)[0]);
        timeline.SeekUpdate(source.LastUpdate, cancellation);
        timeline.UpdateFinished = null;
        var values = new MomentValues(source, timeline);
        return new(
            shows is null ? [last] : [.. shows.Select(show => show.Number(values) is { Ok: true } number ? number.Value : (double?)null)],
            first, last, double.IsFinite(best) ? best : last, timeline.Now.Update, diverged);
    }

    /// <summary>The loss of the next update.</summary>
    public void Add(long update, double loss)
    {
        last = loss;
        if (update == 1) first = last;
        if (double.IsFinite(last)) best = Math.Min(best, last);
        else diverged ??= update;
    }
}
