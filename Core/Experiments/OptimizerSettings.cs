namespace Core;

/// <summary>An update rule, as PyTorch defines it. Order: penalty, clip, weight decay, then the rule.</summary>
public abstract record OptimizerSettings
{
    /// <summary>η₀ ≥ 0, before the schedule.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>g ← g + decay·w before the rule (AdamW: w ← w − η·decay·w instead).</summary>
    public double WeightDecay { get; init; }

    /// <summary>What the decay touches.</summary>
    public AppliesTo DecayAppliesTo { get; init; } = AppliesTo.All;
}

/// <summary>v ← μv + (1 − dampening)g (first step v = g), w ← w − ηv; Nesterov: w ← w − η(g + μv); momentum 0: w ← w − ηg.</summary>
/// <param name="Momentum">μ.</param>
/// <param name="Nesterov">Look ahead; needs momentum above 0 and dampening 0.</param>
/// <param name="Dampening">Share of the gradient kept out of v.</param>
public sealed record SgdSettings(double Momentum = 0, bool Nesterov = false, double Dampening = 0) : OptimizerSettings;

/// <summary>sum ← sum + g², w ← w − η/(1 + (t − 1)·rateDecay) · g/(√sum + ε).</summary>
/// <param name="RateDecay">Decay of the rate per update.</param>
/// <param name="InitialSum">Where sum starts.</param>
/// <param name="Epsilon">ε.</param>
public sealed record AdaGradSettings(double RateDecay = 0, double InitialSum = 0, double Epsilon = 1e-10) : OptimizerSettings;

/// <summary>v ← αv + (1 − α)g²; w ← w − ηg/(√v + ε); centred: √(v − g_avg²); momentum: velocity ← μ·velocity + g/(√v + ε), w ← w − η·velocity.</summary>
/// <param name="Alpha">α.</param>
/// <param name="Epsilon">ε, outside the root.</param>
/// <param name="Centered">Subtract the square of the mean gradient.</param>
/// <param name="Momentum">μ.</param>
public sealed record RmsPropSettings(double Alpha = 0.99, double Epsilon = 1e-8, bool Centered = false, double Momentum = 0) : OptimizerSettings;

/// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), w ← w − η·m̂/(√v̂ + ε).</summary>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε, outside the root.</param>
/// <param name="Decoupled">AdamW: the decay shrinks the weight itself, not through the gradient.</param>
/// <param name="ResetEvery">m, v and t start anew every so many updates; null: never.</param>
public sealed record AdamSettings(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, bool Decoupled = false, int? ResetEvery = null) : OptimizerSettings;

/// <summary>w ← w − η·(H + damping·I)⁻¹g, H the Hessian of the objective over all samples.</summary>
/// <param name="Damping">Added to every eigenvalue: a large one makes it gradient descent with rate η/damping.</param>
public sealed record NewtonSettings(double Damping = 0) : OptimizerSettings;
