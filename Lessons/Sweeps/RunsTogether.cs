using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>
/// Trains many runs to their ends: side by side in the lanes where they are of one shape, else one after another. What comes of a run does not depend on which of the two it was.
/// Nobody's timeline is touched.
/// </summary>
public static class RunsTogether
{
    /// <summary>What comes of each experiment.</summary>
    /// <param name="experiments">One a run.</param>
    /// <param name="loader">Reads data files.</param>
    /// <param name="shows">What is shown of the last moment of each; the loss of the last update if null.</param>
    /// <param name="cancellation">Ends it, also between two updates.</param>
    /// <param name="progress">Told how many runs are done; of runs that train together, their share of the updates done.</param>
    /// <param name="finished">Given each run that is done, by its number, as soon as it is: what is left when the others are ended.</param>
    /// <returns>One a run, in the order given.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="BadDataException">Data cannot be used.</exception>
    /// <exception cref="RunException">Data cannot be read, or does not fit.</exception>
    public static ImmutableArray<RunOutcome> Train(
        IReadOnlyList<Experiment> experiments, DataLoader loader, IReadOnlyList<Expression>? shows = null, CancellationToken cancellation = default, Action<int>? progress = null,
        Action<int, RunOutcome>? finished = null) =>
        new ManyRuns(experiments, loader, shows, cancellation, progress) { Finished = finished }.Train();

    internal static RunSource Source(Experiment experiment, DataLoader loader, CancellationToken cancellation = default) =>
        new RunFamily(new Dictionary<string, Experiment> { [RunFamily.Own] = experiment }, [], loader) { Cancellation = cancellation }.Source(RunFamily.Own)!;
}
