namespace Core;

/// <summary>What <c>layers</c> and <c>loss</c> may be.</summary>
internal static class NetworkSpec
{
    internal static TaggedSpec Activation { get; } = new TaggedSpec("activation", "f in a = f(z); derivatives at kinks are those of PyTorch.")
        .Case("identity", "z.")
        .Case("sigmoid", "1/(1 + e⁻ᶻ).")
        .Case("tanh", "tanh z.")
        .Case("relu", "max(0, z); derivative 0 at 0.")
        .Case("leaky_relu", "z for z > 0, slope·z otherwise; derivative slope at 0.", Field.Optional("slope", Spec.Number(), "Any finite slope.", "0.01"))
        .Case("elu", "z for z > 0, α(eᶻ − 1) otherwise.", Field.Optional("alpha", Spec.Number(), "α.", "1"))
        .Case("swish", "z·σ(βz).", Field.Optional("beta", Spec.Number(), "β.", "1"))
        .Case("silu", "z·σ(z): swish with β = 1.")
        .Case("gelu", "z/2·(1 + erf(z/√2)).")
        .Case("gelu_tanh", "z/2·(1 + tanh(√(2/π)(z + 0.044715z³))).")
        .Case("softplus", "ln(1 + eᶻ).")
        .Case("softmax", "eᶻⁱ/Σⱼeᶻʲ over the units of the layer; also in a hidden layer.");

    internal static TaggedSpec Initialiser(string name, string? sameCasesAs, int minRank) => new TaggedSpec(name, "How parameters start.") { SameCasesAs = sameCasesAs }
        .Case("zeros", "0.")
        .Case("constant", "One value.", Field.Required("value", Spec.Number(), "The value."))
        .Case("uniform", "Uniform in [low, high).",
            Field.Optional("low", Spec.Number(), "Smallest value.", "-1"), Field.Optional("high", Spec.Number(), "Values are below this.", "1"))
        .Case("normal", "Normal, not truncated.",
            Field.Optional("mean", Spec.Number(), "Mean.", "0"), Field.Optional("deviation", Spec.Number(min: 0), "Standard deviation.", "1"))
        .Case("xavier_uniform", "Variance 2/(in + out), uniform: bound √(3·variance).", Gain)
        .Case("xavier_normal", "Variance 2/(in + out), normal.", Gain)
        .Case("he_uniform", "Variance 2/in, uniform: bound √(3·variance).", Gain)
        .Case("he_normal", "Variance 2/in, normal.", Gain)
        .Case("lcg", "(2u − 1)/√in from the 32-bit generator s ← 1664525·s + 1013904223 mod 2³², u = (s ≫ 8)/2²⁴, row by row of [out][in]; layers naming the same seed draw from one stream.",
            Field.Required("seed", Spec.Integer(0, uint.MaxValue), "s before the first number."))
        .Case("given", "Stated values.", Field.Required("values", Spec.Numbers(minRank, minRank, minRank == 2 ? "rows of numbers [out][in]" : "a list of numbers [out]"), "Shape [out][in]; of biases [out]."))
        .Short(JsonKind.Array, "given", "values");

    private static Field Gain => Field.Optional("gain", Spec.Number(), "Factor of the standard deviation.", "1");

    internal static TaggedSpec Weights { get; } = Initialiser("initialWeights", null, 2);

    internal static TaggedSpec Bias { get; } = Initialiser("initialBias", "initialWeights", 1);

    internal static TaggedSpec Layer { get; } = new TaggedSpec("layer", "From the input to the output; the last one is dense. Dense layers are named layer1, layer2, …, dropout drop1, …, flatten flat1, ….", "dense")
        .Case("dense", "z = W·x + b, the chain from 0 over inputs ascending and b added last; a = f(z).",
            Field.Required("units", Spec.Integer(1), "Outputs."),
            Field.Optional("activation", Activation, "f.", "\"identity\""),
            Field.Optional("bias", Spec.Boolean(), "Whether b is added.", "true"),
            Field.Optional("initialWeights", Weights, "Start of W, [out][in]; otherwise the experiment's `initialWeights`."),
            Field.Optional("initialBias", Bias, "Start of b, [out].", "\"zeros\""),
            Field.Optional("trainable", Spec.Boolean(), "Whether updates change this layer.", "true"))
        .Case("flatten", "Inputs of any rank become one row per sample, last index fastest.")
        .Case("dropout", "Inverted: a·mask/(1 − rate) in training, nothing in evaluation.",
            Field.Required("rate", Spec.Number(min: 0, below: 1), "Probability that a value is dropped."),
            Field.Optional("masks", Spec.List(Spec.Numbers(2, 2, "rows of 0 and 1, [batch][width]"), "masks", 1), "The mask of update 1, 2, …: 1 = keep, 0 = drop; otherwise drawn."),
            Field.Optional("rescale", Spec.Boolean(), "Whether what is kept is divided by 1 − rate. Without it a·mask: the values of evaluation are larger than those of training, a mistake.", "true"));

    internal static TaggedSpec Loss { get; } = new TaggedSpec("loss",
        "B = samples really in the batch, K = outputs; natural logarithm. The fused losses compute with the logits z of the last layer.")
        .Case("mse", "Σ(a − y)²/(B·K).")
        .Case("mse_half", "Σ(a − y)²/(2B).")
        .Case("mae", "Σ|a − y|/(B·K); derivative 0 at 0.")
        .Case("huber", "½d² for |d| ≤ δ, δ(|d| − ½δ) otherwise, d = a − y, mean over B·K.", Field.Optional("delta", Spec.Number(above: 0), "δ.", "1"))
        .Case("bce", "−(y·ln a + (1 − y)·ln(1 − a)), mean over B·K, of probabilities; logarithms clamped at −100; never fused.")
        .Case("sigmoid_bce", "The same from logits, fused with the last layer's `sigmoid`; also multi-label.")
        .Case("softmax_ce", "−Σ y·ln softmax(z), mean over B, by log-sum-exp, fused with the last layer's `softmax`; class numbers, one-hot or soft targets.")
        .Case("cross_entropy", "−Σ y·ln a, mean over B, of probabilities; logarithms clamped at −100; never fused.");
}
