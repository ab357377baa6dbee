using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Trains many runs to their ends. Nobody's timeline is touched.</summary>
public static class RunsTogether
{
    /// <summary>What comes of each experiment.</summary>
    /// <param name="experiments">One a run.</param>
    /// <param name="loader">Reads data files.</param>
    /// <param name="shows">What is shown of the last moment of each; the loss of the last update if null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="progress">Told how many runs are done, also between.</param>
    /// <returns>One a run, in the order given.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="BadDataException">Data cannot be used.</exception>
    /// <exception cref="RunException">Data cannot be read, or does not fit.</exception>
    public static ImmutableArray<RunOutcome> Train(
        IReadOnlyList<Experiment> experiments, DataLoader loader, IReadOnlyList<Expression>? shows = null, CancellationToken cancellation = default, Action<int>? progress = null)
    {
        var outcomes = ImmutableArray.CreateBuilder<RunOutcome>(experiments.Count);
        foreach (var experiment in experiments)
        {
            cancellation.ThrowIfCancellationRequested();
            outcomes.Add(new LossRecord().Finish(Source(experiment, loader, cancellation), shows, cancellation));
            progress?.Invoke(outcomes.Count);
        }
        return outcomes.MoveToImmutable();
    }

    internal static RunSource Source(Experiment experiment, DataLoader loader, CancellationToken cancellation = default) =>
        new RunFamily(new Dictionary<string, Experiment> { [RunFamily.Own] = experiment }, [], loader) { Cancellation = cancellation }.Source(RunFamily.Own)!;
}
