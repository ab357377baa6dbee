using System.Collections.Immutable;
using System.Globalization;
using Core;

namespace Lessons;

/// <summary>Trains one run for each value of a field. Nobody's timeline is touched.</summary>
public sealed class SweepRunner
{
    private readonly string over;
    private readonly bool isLog;
    private readonly ImmutableArray<(double Value, Experiment Experiment)> runs;
    private readonly DataLoader loader;

    private SweepRunner(string over, bool isLog, ImmutableArray<(double, Experiment)> runs, DataLoader loader) =>
        (this.over, this.isLog, this.runs, this.loader) = (over, isLog, runs, loader);

    /// <summary>Makes and checks the experiment of every run.</summary>
    /// <param name="experiment">What is changed; it must have been read from a file.</param>
    /// <param name="over">The field, e.g. <c>optimizer.learningRate</c>.</param>
    /// <param name="values">One a run.</param>
    /// <param name="isLog">Whether they grow by a ratio; for the axis.</param>
    /// <param name="updates">Length of each run; that of the experiment if null.</param>
    /// <param name="loader">Reads data files.</param>
    /// <param name="problems">Gets what is wrong with the first value that cannot be used.</param>
    /// <returns>Null if a value cannot be used.</returns>
    public static SweepRunner? Prepare(Experiment experiment, string over, IEnumerable<double> values, bool isLog, long? updates, DataLoader loader, Problems problems)
    {
        if (experiment.Source is null) throw new ArgumentException("the experiment was built in code; a sweep changes a field of its file", nameof(experiment));
        var runs = ImmutableArray.CreateBuilder<(double, Experiment)>();
        foreach (var value in values)
        {
            var read = ExperimentReader.Read(experiment.Source, [$"{over}={value.ToString("R", CultureInfo.InvariantCulture)}"]);
            if (read.Experiment is null)
            {
                foreach (var problem in read.Problems) problems.Add(problem);
                return null;
            }
            // A length that is swept is the run's own.
            var length = updates is null && over.StartsWith("length", StringComparison.Ordinal) ? read.Experiment.Length : updates is null ? experiment.Length : new LengthSettings(updates);
            runs.Add((value, read.Experiment with { Length = length }));
        }
        return new(over, isLog, runs.ToImmutable(), loader);
    }

    /// <summary>Trains all of them.</summary>
    /// <param name="shows">What the curves show of the last moment of each; the loss of the last update if null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="progress">Told how many runs are done, also between.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="BadDataException">Data cannot be used.</exception>
    /// <exception cref="RunException">Data cannot be read, or does not fit.</exception>
    public SweepCurve Run(IReadOnlyList<Expression>? shows = null, CancellationToken cancellation = default, Action<int>? progress = null)
    {
        var outcomes = RunsTogether.Train([.. runs.Select(run => run.Experiment)], loader, shows, cancellation, progress);
        var critical = runs.IsEmpty ? null : Critical(RunsTogether.Source(runs[0].Experiment, loader, cancellation));
        return new(over, isLog, [.. runs.Zip(outcomes, (run, outcome) => new SweepPoint(run.Value, outcome))], critical);
    }

    private double? Critical(RunSource source) => over == SweepAxis.Rate && SweepCritical.Factor(source.Experiment, source.Data.Train.Rows) is { } factor ? factor * SweepCritical.Plain(source) : null;
}
