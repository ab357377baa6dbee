namespace Core;

/// <summary>One layer of the network.</summary>
public abstract record LayerSettings;

/// <summary>z = W·x + b, a = f(z). Weights <c>[out, in]</c>, bias <c>[out]</c>.</summary>
/// <param name="Units">Outputs of the layer.</param>
/// <param name="Activation">f; identity when null.</param>
public sealed record DenseSettings(int Units, ActivationSettings? Activation = null) : LayerSettings
{
    /// <summary>f with its parameter.</summary>
    public ActivationSettings Function => Activation ?? new(ActivationKind.Identity);

    /// <summary>Whether b is added.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Start weights; given ones have shape <c>[out, in]</c>.</summary>
    public InitialiserSettings InitialWeights { get; init; } = new VarianceInitialiser(InitialiserKind.Xavier, Uniform: true);

    /// <summary>Start biases; given ones have shape <c>[out]</c>.</summary>
    public InitialiserSettings InitialBias { get; init; } = new ConstantInitialiser(0);

    /// <summary>Whether updates change this layer (a frozen layer still passes gradients down).</summary>
    public bool Trainable { get; init; } = true;
}

/// <summary>Inputs of any rank become one row per sample: <c>[batch, …] → [batch, Π…]</c>, last index fastest.</summary>
public sealed record FlattenSettings : LayerSettings;

/// <summary>Inverted dropout: a·mask/(1 − rate) in training, nothing in evaluation.</summary>
/// <param name="Rate">Probability 0 ≤ rate &lt; 1 that a value is dropped.</param>
/// <param name="Masks">Per update a mask <c>[batch, width]</c> of 1 = keep and 0 = drop; null = drawn.</param>
/// <param name="Rescale">Whether what is kept is divided by 1 − rate; without it evaluation sees larger values than training.</param>
public sealed record DropoutSettings(double Rate, IReadOnlyList<GivenValues>? Masks = null, bool Rescale = true) : LayerSettings;

/// <summary>Activation functions.</summary>
public enum ActivationKind
{
    /// <summary>z.</summary>
    Identity,

    /// <summary>1/(1 + e⁻ᶻ).</summary>
    Sigmoid,

    /// <summary>tanh z.</summary>
    Tanh,

    /// <summary>max(0, z); derivative 0 at 0.</summary>
    Relu,

    /// <summary>z for z > 0, slope·z otherwise; derivative slope at 0.</summary>
    LeakyRelu,

    /// <summary>z for z > 0, α(eᶻ − 1) otherwise.</summary>
    Elu,

    /// <summary>z·σ(βz).</summary>
    Swish,

    /// <summary>z·Φ(z) = z/2·(1 + erf(z/√2)).</summary>
    Gelu,

    /// <summary>z/2·(1 + tanh(√(2/π)(z + 0.044715z³))).</summary>
    GeluTanh,

    /// <summary>ln(1 + eᶻ).</summary>
    Softplus,

    /// <summary>eᶻⁱ/Σⱼeᶻʲ over the units of the layer.</summary>
    Softmax,
}

/// <summary>An activation with its parameter.</summary>
/// <param name="Kind">Which function.</param>
/// <param name="Parameter">slope of leaky_relu, alpha of elu, beta of swish; ignored by the others.</param>
public sealed record ActivationSettings(ActivationKind Kind, double Parameter = 1)
{
    /// <summary>Whether the derivative mixes units, so that the whole Jacobian is needed.</summary>
    public bool MixesUnits => Kind == ActivationKind.Softmax;
}
