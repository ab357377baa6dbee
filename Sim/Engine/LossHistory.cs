using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The loss at one update.</summary>
internal readonly record struct LossPoint(long Update, int Epoch, double Loss);

/// <summary>
/// The losses seen so far. Immutable.
/// </summary>
/// <param name="Batches">Loss of the batch before each update; of long runs every second, fourth, … one.</param>
/// <param name="Train">Loss of all training samples at the ends of epochs.</param>
/// <param name="Validation">Loss of the validation samples at the ends of epochs.</param>
/// <param name="FirstNotFinite">The first update whose loss was infinite or not a number.</param>
internal sealed record LossRecord(
    ImmutableArray<LossPoint> Batches, ImmutableArray<LossPoint> Train, ImmutableArray<LossPoint> Validation, long? FirstNotFinite = null)
{
    public static readonly LossRecord Empty = new([], [], []);
}

/// <summary>
/// Collects the losses of a run as its timeline moves, whichever way it gets there. Moving back forgets nothing: the same update has the same loss.
/// </summary>
internal sealed class LossHistory
{
    private readonly Timeline<float> _timeline;
    private readonly LossPoints _batches = new(), _train = new(), _validation = new();
    private long _last;
    private long? _firstNotFinite;
    private LossRecord? _record = LossRecord.Empty;

    /// <summary>Listens to the timeline from now on.</summary>
    public LossHistory(Timeline<float> timeline)
    {
        _timeline = timeline;
        timeline.UpdateFinished = Finished;
    }

    /// <summary>What has been seen up to now.</summary>
    public LossRecord Record => _record ??= new LossRecord(_batches.Copy(), _train.Copy(), _validation.Copy(), _firstNotFinite);

    private void Finished(long update, bool isStepped)
    {
        if (update <= _last) return;
        _last = update;
        _record = null;
        var run = _timeline.Program.Run;
        double loss = Value("loss");
        if (!double.IsFinite(loss)) _firstNotFinite ??= update;
        _batches.Offer(update, new LossPoint(update, run.Epoch, loss));
        if (run.EndsRun || (run.EndsEpoch && _train.Wants(run.Epoch))) EpochEnded(update, run.Epoch, isStepped);
    }

    // Fast training leaves the evaluation out.
    private void EpochEnded(long update, int epoch, bool isStepped)
    {
        if (!isStepped) _timeline.Program.Evaluate();
        if (IsWritten("eval.train.loss")) _train.Add(epoch, new LossPoint(update, epoch, Value("eval.train.loss")));
        if (IsWritten("eval.validation.loss")) _validation.Add(epoch, new LossPoint(update, epoch, Value("eval.validation.loss")));
    }

    private double Value(string name) => _timeline.Program.Find(name) is { } buffer ? buffer.ToArray(1)[0] : double.NaN;

    private bool IsWritten(string name) =>
        _timeline.Program.Operations.Any(operation => operation.Output.Name == name && operation.IsActive(_timeline.Program.Run));
}

/// <summary>Points by a growing number (update or epoch); when there are too many, every second one goes.</summary>
internal sealed class LossPoints
{
    private const int Most = 4096;

    private readonly List<(long Number, LossPoint Point)> _points = [];
    private long _every = 1;

    public bool Wants(long number) => number == 1 || number % _every == 0;

    public void Offer(long number, LossPoint point)
    {
        if (Wants(number)) Add(number, point);
    }

    public void Add(long number, LossPoint point)
    {
        _points.Add((number, point));
        if (_points.Count <= Most) return;
        _every *= 2;
        _points.RemoveAll(kept => !Wants(kept.Number));
    }

    public ImmutableArray<LossPoint> Copy() => [.. _points.Select(kept => kept.Point)];
}
