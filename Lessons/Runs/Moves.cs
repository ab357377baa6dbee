using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Moves along the ladder. Each is the reverse of itself with the sign turned, between the ends of what it counts.</summary>
internal sealed class Moves(Timeline<float> timeline)
{
    public bool By(Ladder level, int count, CancellationToken cancellation)
    {
        Func<bool> move = (level, count > 0) switch
        {
            (Ladder.Operation, true) => timeline.StepForward,
            (Ladder.Operation, false) => timeline.StepBack,
            (Ladder.Phase, true) => NextPhase,
            (Ladder.Phase, false) => PreviousPhase,
            (Ladder.Update, _) => () => ByUpdates(count, cancellation),
            (_, true) => () => NextEpoch(cancellation),
            _ => () => PreviousEpoch(cancellation),
        };
        var times = level == Ladder.Update ? Math.Min(1, Math.Abs(count)) : Math.Abs(count);
        for (var k = 0; k < times; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!move()) return false;
        }
        return true;
    }

    /// <summary>The steps of the update the timeline stands in; at the initial state those of update 1 are not known yet: none.</summary>
    public ImmutableArray<(string Name, Phase Phase)> Steps() => timeline.Now.Update == 0 ? []
        : [.. timeline.Program.Operations.Where(operation => !operation.IsHidden && operation.IsActive(timeline.Program.Run)).Select(operation => (operation.Output.Name, operation.Phase))];

    /// <summary>The last update of an epoch; null if the run does not reach it. Epochs do not fall with the updates, so halving finds it.</summary>
    public long? LastUpdateOf(long epoch, TrainingProgram<float> scout)
    {
        var (low, high) = (0L, scout.LastUpdate);
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (EpochOf(middle) <= epoch) low = middle;
            else high = middle - 1;
        }
        return low > 0 && EpochOf(low) == epoch ? low : null;

        long EpochOf(long update)
        {
            scout.Place(update);
            return scout.Run.Epoch;
        }
    }

    private bool NextPhase()
    {
        if (!timeline.StepForward()) return false;
        var (steps, phase) = (Steps(), timeline.Current!.Phase);
        while (timeline.Now.Step < steps.Length && steps[timeline.Now.Step].Phase == phase) timeline.StepForward();
        return true;
    }

    private bool PreviousPhase()
    {
        if (timeline.Now.Update == 0) return false;
        var (steps, step) = (Steps(), timeline.Now.Step);
        var phase = steps[step - 1].Phase;
        while (step > 0 && steps[step - 1].Phase == phase) step--;
        if (step == 0) timeline.SeekUpdate(timeline.Now.Update - 1);
        else timeline.Seek(new Moment(timeline.Now.Update, step));
        return true;
    }

    private bool ByUpdates(int count, CancellationToken cancellation)
    {
        var now = timeline.Now.Update;
        // From the middle of an update its own end is the first on, the end of the one before the first back.
        var target = now + count - (count > 0 && !timeline.IsAtUpdateEnd ? 1 : 0);
        timeline.SeekUpdate(Math.Max(0, target), cancellation);
        return timeline.Now.Update == target;
    }

    private bool NextEpoch(CancellationToken cancellation)
    {
        if (timeline.IsAtEnd) return false;
        if (timeline.IsAtUpdateEnd) timeline.SeekUpdate(timeline.Now.Update + 1, cancellation);
        else timeline.SeekUpdate(timeline.Now.Update, cancellation);
        while (!timeline.Program.Run.EndsEpoch && !timeline.IsAtEnd) timeline.SeekUpdate(timeline.Now.Update + 1, cancellation);
        return true;
    }

    private bool PreviousEpoch(CancellationToken cancellation)
    {
        if (timeline.Now.Update == 0) return false;
        var update = timeline.Now.Update - 1;
        while (update > 0 && !EndsEpoch(update)) update--;
        timeline.SeekUpdate(update, cancellation);
        return true;
    }

    // Placing alone changes no weight; the seek that follows sets everything right.
    private bool EndsEpoch(long update)
    {
        timeline.Program.Place(update);
        return timeline.Program.Run.EndsEpoch;
    }
}
