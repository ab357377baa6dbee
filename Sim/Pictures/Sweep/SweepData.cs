using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>Many runs as a curve or a few.</summary>
/// <param name="Curve">What came of them.</param>
/// <param name="Shows">What each curve shows: loss, or an expression.</param>
/// <param name="Current">The value of the run that is seen, if it is the learning rate that is swept.</param>
internal sealed record SweepData(SweepCurve Curve, ImmutableArray<string> Shows, double? Current)
{
    /// <returns>Null if the scene has no sweep, or a value of it cannot be used.</returns>
    public static SweepData? From(PictureSource source)
    {
        if (source.Scene?.Sweep is not { } sweep) return null;
        var kept = source.Memory.Of(source.Run, sweep, () => new Kept(source.Run.Sweep(sweep, [])?.Run([.. sweep.Shows.Select(show => show.Value)], source.Cancellation, done => source.Progress?.Invoke(done / (double)Math.Max(1, sweep.Values.Length)))));
        if (kept.Curve is not { } curve) return null;
        return new SweepData(curve, [.. sweep.Shows.Select(show => show.Value.ToString()!)], sweep.Over == "optimizer.learningRate" ? source.View.Experiment.Optimizer.LearningRate : null);
    }

    private sealed record Kept(SweepCurve? Curve);
}
