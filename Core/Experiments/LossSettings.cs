namespace Core;

/// <summary>Losses; B = samples really in the batch, K = outputs.</summary>
public enum LossKind
{
    /// <summary>Σ(a − y)²/(B·K).</summary>
    Mse,

    /// <summary>Σ(a − y)²/(2B).</summary>
    MseHalf,

    /// <summary>Σ|a − y|/(B·K).</summary>
    Mae,

    /// <summary>Mean over batch and outputs of ½d² for |d| ≤ δ, δ(|d| − ½δ) otherwise.</summary>
    Huber,

    /// <summary>Binary cross-entropy of probabilities, mean over batch and outputs; logarithms clamped at −100; never fused.</summary>
    Bce,

    /// <summary>Binary cross-entropy fused with the last layer's sigmoid, from logits; also multi-label.</summary>
    SigmoidBce,

    /// <summary>Cross-entropy fused with the last layer's softmax, from logits by log-sum-exp; mean over the batch.</summary>
    SoftmaxCe,

    /// <summary>−Σ y·ln a of probabilities, mean over the batch; logarithms clamped at −100; never fused.</summary>
    CrossEntropy,
}

/// <summary>The loss and its parameter.</summary>
/// <param name="Kind">Which loss.</param>
/// <param name="Delta">δ of huber; ignored by the others.</param>
public sealed record LossSettings(LossKind Kind, double Delta = 1)
{
    /// <summary>Whether the loss is computed from the last layer's logits, its activation included.</summary>
    public bool IsFused => Kind is LossKind.SigmoidBce or LossKind.SoftmaxCe;
}

/// <summary>Which parameters a penalty or a decay touches.</summary>
public enum AppliesTo
{
    /// <summary>Weights only.</summary>
    Weights,

    /// <summary>Biases only.</summary>
    Biases,

    /// <summary>Weights and biases.</summary>
    All,
}

/// <summary>Penalties on parameters.</summary>
public enum RegularizerKind
{
    /// <summary>λ·Σ|w|; derivative λ·sign(w), sign(0) = 0.</summary>
    L1,

    /// <summary>λ·Σ|w| in the penalty; instead of a gradient a soft threshold by η·λ after the step, which makes exact zeros.</summary>
    L1Prox,

    /// <summary>λ/2·Σw².</summary>
    L2Half,

    /// <summary>λ/(2m)·Σw², m = training samples (also for mini-batches) unless given.</summary>
    L2Seed,

    /// <summary>λ·‖w‖ of each parameter, the norm itself and not its square; derivative λ·w/‖w‖, 0 at 0: a common mistake for l2_half.</summary>
    L2Norm,
}

/// <summary>One penalty.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Lambda">λ ≥ 0.</param>
/// <param name="AppliesTo">Which parameters.</param>
/// <param name="Samples">m of l2_seed; null = number of training samples.</param>
public sealed record RegularizerSettings(
    RegularizerKind Kind, double Lambda, AppliesTo AppliesTo = AppliesTo.Weights, double? Samples = null);

/// <summary>Two ways to clip gradients.</summary>
public enum ClippingKind
{
    /// <summary>All gradients times min(1, maximum/(‖g‖ + ε)), ‖g‖ over all parameters.</summary>
    Norm,

    /// <summary>Each gradient into [−maximum, maximum].</summary>
    Value,
}

/// <summary>Gradient clipping.</summary>
/// <param name="Kind">By global norm or by value.</param>
/// <param name="Maximum">The bound, above 0.</param>
/// <param name="Epsilon">ε of the norm's rule; 0 is allowed.</param>
public sealed record ClippingSettings(ClippingKind Kind, double Maximum, double Epsilon = 1e-6);
