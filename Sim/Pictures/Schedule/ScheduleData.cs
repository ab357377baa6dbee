using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The learning rate over the run.</summary>
/// <param name="Rates">(update, η), at most some hundred of them.</param>
/// <param name="Rule">The schedule in symbols.</param>
/// <param name="Update">The current update; 0 before the first.</param>
/// <param name="Current">Its rate.</param>
internal sealed record ScheduleData(ImmutableArray<(double Update, double Rate)> Rates, string Rule, long Update, double? Current)
{
    private const int MostPoints = 400;
    private const long LongestShown = 100_000_000;

    public static ScheduleData From(RunView view)
    {
        var schedule = new Core.Schedule(view.Experiment.Schedule);
        double initial = view.Experiment.Optimizer.LearningRate;
        long last = view.LastUpdate <= LongestShown ? view.LastUpdate : Math.Max(100, 2 * view.Reached);
        long points = Math.Clamp(last, 1, MostPoints);
        var rates = ImmutableArray.CreateBuilder<(double, double)>();
        for (long k = 0; k < points; k++)
        {
            long update = points == 1 ? 1 : 1 + (long)((decimal)k * (last - 1) / (points - 1));
            rates.Add((update, schedule.Rate(initial, update, Epoch(view, update))));
        }
        long now = view.Now.Update;
        return new ScheduleData(rates.ToImmutable(), schedule.Rule, now, now == 0 ? null : schedule.Rate(initial, now, view.Epoch));
    }

    private static long Epoch(RunView view, long update) => view.Experiment.Batches is GivenBatchSettings given
        ? given.Updates[(int)Math.Min(update, given.Updates.Count) - 1].Epoch
        : 1 + (update - 1) / view.UpdatesPerEpoch;
}
