using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>
/// Trains one run for each value of a field, or for each pair of values of two. Nobody's timeline is touched. What is done stays: it can be looked at while others
/// train, also from another thread, and ended runs go on where they were.
/// </summary>
public sealed class SweepGridRunner
{
    /// <summary>Most runs of a sweep.</summary>
    public const int Most = 10_000;

    // Multiply-adds between two looks at what is done; the second is what an update costs besides.
    private const double Portion = 2e8, Overhead = 2e3;

    // Runs that fill the lanes of the widest register.
    private const int Together = 16;

    private readonly SweepAxis columns;
    private readonly SweepAxis? rows;
    private readonly ImmutableArray<Experiment> runs;
    private readonly DataLoader loader;
    private readonly SweepPoint?[] points;
    private readonly CriticalRow[] critical;
    private double? plain;

    private SweepGridRunner(SweepAxis columns, SweepAxis? rows, ImmutableArray<Experiment> runs, DataLoader loader)
    {
        (this.columns, this.rows, this.runs, this.loader) = (columns, rows, runs, loader);
        (points, critical) = (new SweepPoint?[runs.Length], new CriticalRow[rows?.Count ?? 1]);
    }

    /// <summary>What is shown of the last moment of each run; the loss of the last update if null.</summary>
    public IReadOnlyList<Expression>? Shows { get; init; }

    /// <summary>Runs.</summary>
    public int Count => runs.Length;

    /// <summary>What is done so far.</summary>
    public SweepGrid Now
    {
        get
        {
            ImmutableArray<SweepPoint?> done = [.. points];
            var spoken = runs.Where((_, k) => k % columns.Count == 0 && critical[k / columns.Count]?.Rate is not null).ToArray();
            // Rows with and without momentum: the rule with it says both.
            return new(columns, rows, done, [.. critical.Select(row => row?.Rate)], spoken.Select(SweepCritical.Rule).MaxBy(rule => rule.Length) ?? "2/λmax");
        }
    }

    /// <summary>Makes and checks the experiment of every run.</summary>
    /// <param name="experiment">What is changed; it must have been read from a file.</param>
    /// <param name="over">A field and its values.</param>
    /// <param name="by">Another one, or null. The learning rate becomes the columns whichever of the two it is.</param>
    /// <param name="updates">Length of each run; that of the experiment if null.</param>
    /// <param name="shows">What is shown of the last moment of each; the loss of the last update if null.</param>
    /// <param name="loader">Reads data files.</param>
    /// <param name="problems">Gets what is wrong with the first run that is not possible.</param>
    /// <returns>Null if a run is not possible.</returns>
    public static SweepGridRunner? Prepare(Experiment experiment, SweepAxis over, SweepAxis? by, long? updates, IReadOnlyList<Expression>? shows, DataLoader loader, Problems problems)
    {
        if (experiment.Source is null) throw new ArgumentException("the experiment was built in code; a sweep changes a field of its file", nameof(experiment));
        var (columns, rows) = by is { IsRate: true } ? (by, over) : (over, by);
        var runs = ImmutableArray.CreateBuilder<Experiment>(columns.Count * (rows?.Count ?? 1));
        foreach (var row in rows?.Words ?? [""])
            foreach (var column in columns.Words)
            {
                string[] sets = rows is null ? [$"{columns.Over}={column}"] : [$"{rows.Over}={row}", $"{columns.Over}={column}"];
                // Inside before outside would be lost: optimizer=adam makes a new learning rate.
                if (sets.Length > 1 && IsInside(rows!.Over, columns.Over)) Array.Reverse(sets);
                var read = ExperimentReader.Read(experiment.Source, sets);
                if (read.Experiment is null)
                {
                    // What is wrong elsewhere in the file is so because of these values.
                    foreach (var problem in read.Problems) problems.Add(problem.Place.Source is null ? problem with { Given = $"{problem.Given} with {string.Join(", ", sets)}" } : problem);
                    return null;
                }
                runs.Add(read.Experiment with { Length = Length(experiment, read.Experiment, updates, columns, rows) });
            }
        return new(columns, rows, runs.MoveToImmutable(), loader) { Shows = shows };
    }

    /// <summary>What is wrong with an expression for the first run, or null.</summary>
    /// <exception cref="BadDataException">Data cannot be used.</exception>
    /// <exception cref="RunException">Data cannot be read, or does not fit.</exception>
    public TextError? Check(Expression show)
    {
        var checkedNumber = show.CheckNumber(RunsTogether.Source(runs[0], loader).Names);
        return checkedNumber.Ok ? null : checkedNumber.Error;
    }

    /// <summary>Trains those that are not done.</summary>
    /// <param name="cancellation">Ends it; what is done stays.</param>
    /// <param name="progress">Told how many runs are done.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="BadDataException">Data cannot be used.</exception>
    /// <exception cref="RunException">Data cannot be read, or does not fit.</exception>
    public SweepGrid Run(CancellationToken cancellation = default, Action<int>? progress = null)
    {
        for (var left = Left(); left.Length > 0; left = Left())
        {
            var portion = left[..Math.Min(PortionFrom(left[0], cancellation), left.Length)];
            if (columns.IsRate) foreach (var row in portion.Select(k => k / columns.Count).Distinct()) AskTheory(row, cancellation);
            var before = runs.Length - left.Length;
            RunsTogether.Train([.. portion.Select(k => runs[k])], loader, Shows, cancellation, done => progress?.Invoke(before + done), (k, outcome) => Keep(portion[k], outcome));
        }
        return Now;
    }

    private int[] Left() => [.. Enumerable.Range(0, points.Length).Where(k => points[k] is null)];

    private void Keep(int k, RunOutcome outcome) =>
        Volatile.Write(ref points[k], new SweepPoint(columns.IsNumeric ? columns.Numbers[k % columns.Count] : k % columns.Count, outcome));

    // Runs that are short enough to be waited for together.
    private int PortionFrom(int first, CancellationToken cancellation)
    {
        var source = RunsTogether.Source(runs[first], loader, cancellation);
        var cost = Cost(source);
        // Side by side so many take little longer than one, and more of them a fraction of the time.
        var together = Math.Clamp(RunsInLanes<float>.Best(source.Probe.Program), 1, Together);
        return (int)Math.Clamp(Portion * Math.Max(1, together / 2) / cost, together, Most);
    }

    private void AskTheory(int row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (critical[row] is null) Volatile.Write(ref critical[row], new(CriticalOf(row)));
    }

    private double? CriticalOf(int row)
    {
        var experiment = runs[row * columns.Count];
        var source = RunsTogether.Source(experiment, loader);
        if (SweepCritical.Factor(experiment, source.Data.Train.Rows) is not { } factor) return null;
        // The optimizer does not bend the bowl.
        if (rows is null || !rows.Over.StartsWith("optimizer.", StringComparison.Ordinal)) return factor * SweepCritical.Plain(source);
        return factor * (plain ??= SweepCritical.Plain(source));
    }

    private static double Cost(RunSource source)
    {
        double parameters = source.Probe.Program.Parameters.Sum(parameter => (double)parameter.Shape.Aggregate(1, (all, one) => all * one));
        var batch = source.Experiment.Batches is MiniBatchSettings { Size: { } size } ? Math.Min(size, source.Data.Train.Rows) : source.Data.Train.Rows;
        return Math.Max(1, source.LastUpdate) * (6 * batch * parameters + Overhead);
    }

    private static bool IsInside(string key, string other) => key.Length > other.Length && key.StartsWith(other, StringComparison.Ordinal) && key[other.Length] is '.' or '[';

    // A length that is swept is the run's own.
    private static LengthSettings Length(Experiment given, Experiment run, long? updates, SweepAxis columns, SweepAxis? rows) =>
        updates is not null ? new LengthSettings(updates)
        : columns.Over.StartsWith("length", StringComparison.Ordinal) || rows?.Over.StartsWith("length", StringComparison.Ordinal) == true ? run.Length : given.Length;

    private sealed record CriticalRow(double? Rate);
}
