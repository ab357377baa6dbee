using Core;

namespace Lessons;

/// <summary>
/// The learning rate above which gradient descent on a bowl of the curvature at the start diverges: 2/λmax; with momentum μ, 2(1 + μ)/λmax, where a root of
/// z² − (1 + μ − ηλ)z + μ reaches −1; with Nesterov's look-ahead 2(1 + μ)/((1 + 2μ)λmax).
/// </summary>
internal static class SweepCritical
{
    /// <summary>How many times 2/λmax it is, or null where theory does not speak of this run: it needs plain steps at a constant rate, every batch all samples.</summary>
    public static double? Factor(Experiment experiment, int rows) =>
        experiment is { Clipping: null, Schedule: ConstantScheduleSettings, Optimizer: SgdSettings { WeightDecay: 0, Dampening: 0 } sgd, Batches: MiniBatchSettings batches }
            && (batches.Size is null || batches.Size >= rows)
            ? (1 + sgd.Momentum) / (sgd.Nesterov ? 1 + 2 * sgd.Momentum : 1)
            : null;

    /// <summary>The formula of that.</summary>
    public static string Rule(Experiment experiment) => experiment.Optimizer switch
    {
        SgdSettings { Momentum: not 0, Nesterov: true } => "2(1+μ)/((1+2μ)λmax)",
        SgdSettings { Momentum: not 0 } => "2(1+μ)/λmax",
        _ => "2/λmax",
    };

    /// <summary>2/λmax at the start weights, or null: too many parameters, or no bowl.</summary>
    public static double? Plain(RunSource source) =>
        source.Theory.Value("critical_lr", source.Probe.Program) is { IsSingle: true } found && found.Values[0] is var critical && double.IsFinite(critical) && critical > 0 ? critical : null;
}
