using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>Many runs as curves, bars or a map.</summary>
/// <param name="Grid">What came of them so far.</param>
/// <param name="Shows">What is shown of each: loss, or an expression.</param>
/// <param name="Current">The value of the run that is seen, if it is the learning rate that is swept.</param>
internal sealed record SweepData(SweepGrid Grid, ImmutableArray<string> Shows, double? Current) : IGrowingPicture
{
    /// <summary>Whether the runs that are missing were given up for now.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The runs of one field.</summary>
    public SweepCurve Curve { get; } = Grid.Curve;

    public bool GoesOn => !IsStopped && !Grid.IsWhole;

    public object GoingOn() => this with { IsStopped = false };

    /// <returns>Null if the scene has no sweep, or a value of it cannot be used.</returns>
    public static SweepData? From(PictureSource source)
    {
        if (source.Scene?.Sweep is not { } sweep) return null;
        if (source.Memory.Of(source.Run, sweep, () => new Kept(source.Run.Sweep(sweep, []))).Runner is not { } runner) return null;
        double? current = sweep is { By: null, Over.IsRate: true } ? source.View.Experiment.Optimizer.LearningRate : null;
        ImmutableArray<string> shows = [.. sweep.Shows.Select(show => show.Value.ToString()!)];
        SweepData Look(bool isStopped = false) => new(runner.Now, shows, current) { IsStopped = isStopped };
        if (source.ComesLater || runner.Now.IsWhole) return Look();
        source.Grows?.Invoke(() => Look());
        try { runner.Run(source.Cancellation, done => source.Progress?.Invoke(done / (double)runner.Count)); }
        catch (OperationCanceledException) { return Look(isStopped: true); }
        return Look();
    }

    private sealed record Kept(SweepGridRunner? Runner);
}
