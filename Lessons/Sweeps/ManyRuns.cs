using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>The work of <see cref="RunsTogether"/>: compiles runs, sorts them by shape, trains each group.</summary>
internal sealed class ManyRuns(IReadOnlyList<Experiment> experiments, DataLoader loader, IReadOnlyList<Expression>? shows, CancellationToken cancellation, Action<int>? progress)
{
    // Compiled at the same time, at most.
    private const int MostWaiting = 256;

    private readonly RunOutcome[] outcomes = new RunOutcome[experiments.Count];
    private int done, told;

    /// <summary>Updates of a group, all runs together, from which on it trains side by side: before, making the loops for it takes longer than it saves.</summary>
    public long LeastUpdates { get; init; } = 20_000;

    /// <summary>Given each run as soon as it is done.</summary>
    public Action<int, RunOutcome>? Finished { get; init; }

    /// <summary>Runs that trained beside others.</summary>
    public int Together { get; private set; }

    public ImmutableArray<RunOutcome> Train()
    {
        var waiting = new List<(int Place, RunSource Source)>();
        for (var k = 0; k < experiments.Count; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var source = RunsTogether.Source(experiments[k], loader, cancellation);
            if (RunsInLanes<float>.Best(source.Probe.Program) == 0) Finish(k, source, new());
            else waiting.Add((k, source));
            if (waiting.Count == MostWaiting) TrainAll(waiting);
        }
        TrainAll(waiting);
        return [.. outcomes];
    }

    private void TrainAll(List<(int Place, RunSource Source)> waiting)
    {
        while (waiting.Count > 0)
        {
            var first = waiting[0].Source.Probe.Program;
            var group = waiting.Where(run => run.Source.Probe.Program is var program && (program == first || RunsInLanes<float>.Obstacle([first, program]) is null)).Take(RunsInLanes<float>.Best(first)).ToArray();
            waiting.RemoveAll(group.Contains);
            if (group.Length >= RunsInLanes<float>.Fewest(first) && group.Length * first.LastUpdate >= LeastUpdates) TrainTogether(group);
            else foreach (var (place, source) in group) Finish(place, source, new());
        }
    }

    // The last update is walked step by step, as the last moment of a run always is: then everything of it is there to be shown.
    private void TrainTogether((int Place, RunSource Source)[] group)
    {
        LossRecord[] losses = [.. group.Select(_ => new LossRecord())];
        using (var lanes = new RunsInLanes<float>([.. group.Select(run => run.Source.Probe.Program)]))
        {
            var last = group[0].Source.LastUpdate;
            while (lanes.Update < last - 1)
            {
                cancellation.ThrowIfCancellationRequested();
                lanes.Train();
                var now = lanes.Losses;
                for (var run = 0; run < now.Length; run++) losses[run].Add(lanes.Update, now[run]);
                Tell(done + (int)(group.Length * lanes.Update / last));
            }
            for (var run = 0; run < group.Length; run++) lanes.Store(run);
        }
        Together += group.Length;
        for (var run = 0; run < group.Length; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            group[run].Source.Probe.Adopt();
            Finish(group[run].Place, group[run].Source, losses[run]);
        }
    }

    private void Finish(int place, RunSource source, LossRecord losses)
    {
        outcomes[place] = losses.Finish(source, shows, cancellation);
        Finished?.Invoke(place, outcomes[place]);
        Tell(++done);
    }

    private void Tell(int runs)
    {
        if (runs <= told) return;
        told = runs;
        progress?.Invoke(runs);
    }
}
