namespace Core;

/// <summary>What the rules of training may be: penalties, clipping, optimizer, schedule.</summary>
internal static class TrainingSpec
{
    private static Spec Parameters => Spec.Choice("weights", "biases", "all");

    private static Field Lambda => Field.Required("lambda", Spec.Number(min: 0), "λ.");

    private static Field AppliesTo => Field.Optional("appliesTo", Parameters, "Which parameters.", "\"weights\"");

    private static Field Optional(string name, Spec spec, string doc, string standard) => Field.Optional(name, spec, doc, standard);

    internal static TaggedSpec Regularizer { get; } = new TaggedSpec("regularizer", "A penalty added to the data loss; a list of an l1 and an l2 is an elastic net.")
        .Case("l1", "λ·Σ|w|; sign(0) = 0.", Lambda, AppliesTo)
        .Case("l1_prox", "λ·Σ|w| in the loss; instead of a gradient a soft threshold by η·λ after the step, so that weights become exactly 0.", Lambda, AppliesTo)
        .Case("l2_half", "λ/2·Σw².", Lambda, AppliesTo)
        .Case("l2_seed", "λ/(2m)·Σw².", Lambda, AppliesTo,
            Field.Optional("m", Spec.Number(above: 0), "m; otherwise the number of training samples, also for mini-batches."))
        .Case("l2_norm", "λ·‖w‖, the norm itself and not its square, one for each weight matrix: what is often written by mistake for `l2_half`. It pulls with the same strength λ however small w is; derivative λ·w/‖w‖, 0 at 0.", Lambda, AppliesTo);

    internal static TaggedSpec Clipping { get; } = new TaggedSpec("clipping", "Of the gradients, after the penalty and before weight decay.")
        .Case("norm", "All gradients times min(1, maximum/(‖g‖ + ε)), ‖g‖ over all parameters.",
            Field.Required("maximum", Spec.Number(above: 0), "The bound c."), Optional("epsilon", Spec.Number(min: 0), "ε.", "1e-6"))
        .Case("value", "Each gradient into [−maximum, maximum].", Field.Required("maximum", Spec.Number(above: 0), "The bound."))
        .Short(JsonKind.Number, "norm", "maximum");

    internal static TaggedSpec Optimizer { get; } = new TaggedSpec("optimizer", "PyTorch's rules. Order within an update: penalty, clip, weight decay, rule.", "sgd",
        Optional("decayAppliesTo", Parameters, "What weight decay touches.", "\"all\""))
        .Case("sgd", "v ← μv + (1 − dampening)g, first step v = g; w ← w − ηv; Nesterov: w ← w − η(g + μv).", Rate("0.01"),
            Optional("momentum", Spec.Number(min: 0), "μ.", "0"),
            Optional("nesterov", Spec.Boolean(), "Needs momentum and no dampening.", "false"),
            Optional("dampening", Spec.Number(0, 1), "Share of the gradient kept out of v after the first step.", "0"), Decay("0"))
        .Case("adagrad", "sum ← sum + g²; w ← w − η/(1 + (t − 1)·rateDecay) · g/(√sum + ε).", Rate("0.01"),
            Optional("rateDecay", Spec.Number(min: 0), "Decay of the rate.", "0"),
            Optional("initialSum", Spec.Number(min: 0), "Where sum starts.", "0"), Epsilon("1e-10"), Decay("0"))
        .Case("rmsprop", "v ← αv + (1 − α)g²; w ← w − ηg/(√v + ε); centred: √(v − g_avg²); momentum: velocity ← μ·velocity + g/(√v + ε), w ← w − η·velocity.", Rate("0.01"),
            Optional("alpha", Spec.Number(0, 1), "α.", "0.99"), Epsilon("1e-8"),
            Optional("centered", Spec.Boolean(), "Subtract the square of the mean gradient.", "false"),
            Optional("momentum", Spec.Number(min: 0), "μ.", "0"), Decay("0"))
        .Case("adam", "m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², bias-corrected; w ← w − η·m̂/(√v̂ + ε).", [Rate("0.001"), .. Betas, Decay("0"), ResetEvery])
        .Case("adamw", "Adam with decoupled decay: w ← w − η·weightDecay·w first.", [Rate("0.001"), .. Betas, Decay("0.01", "Decay of the weight itself, not through the gradient."), ResetEvery])
        .Case("newton", "w ← w − η·H⁻¹g, H = ∂²loss/∂w∂w over all samples, flat directions left out; needs full batches, no dropout, at most 200 parameters.", Rate("1"),
            Optional("damping", Spec.Number(min: 0), "μ: (H + μI)⁻¹ instead of H⁻¹.", "0"));

    private static Field ResetEvery => Field.Optional("resetEvery", Spec.Integer(1),
        "Every so many updates m, v and t start anew, as if the optimizer were made again: 1 shows what a new optimizer in each step does.");

    private static Field[] Betas => [
        Optional("beta1", Spec.Number(min: 0, below: 1), "β₁.", "0.9"), Optional("beta2", Spec.Number(min: 0, below: 1), "β₂.", "0.999"), Epsilon("1e-8")];

    private static Field Rate(string standard) => Optional("learningRate", Spec.Number(min: 0), "η₀, before the schedule; 0 is allowed.", standard);

    private static Field Epsilon(string standard) => Optional("epsilon", Spec.Number(min: 0), "ε, outside the root.", standard);

    private static Field Decay(string standard, string doc = "g ← g + decay·w before the rule.") =>
        Optional("weightDecay", Spec.Number(min: 0), doc, standard);

    private static Field Steps => Field.Required("steps", Spec.Integer(1), "T.");

    internal static ObjectSpec Warmup { get; } = Spec.Object("warmup", "For t < steps the schedule's rate is multiplied by start + (1 − start)·(t + 1)/steps.",
        Field.Required("steps", Spec.Integer(1), "Length in updates or epochs, as the schedule counts."),
        Optional("start", Spec.Number(0, 1), "Factor before the first step.", "0"),
        Optional("delay", Spec.Boolean(), "The schedule's own t stays 0 until the warm-up is over.", "false"));

    internal static TaggedSpec Schedule { get; } = new TaggedSpec("schedule", "The learning rate of each update; t = update − 1, or epoch − 1 when per epoch.", null,
        Optional("per", Spec.Choice("update", "epoch"), "What t counts.", "\"update\""), Field.Optional("warmup", Warmup, "Start slowly."))
        .Case("constant", "η₀.")
        .Case("exponential", "η₀·γᵗ.", Field.Required("gamma", Spec.Number(above: 0), "γ."))
        .Case("linear", "η₀(start + (end − start)·min(t, T)/T).", Steps,
            Optional("start", Spec.Number(min: 0), "Factor at t = 0.", "1"), Optional("end", Spec.Number(min: 0), "Factor from t = T on.", "0"))
        .Case("step", "η₀·γ^⌊t/size⌋.", Field.Required("size", Spec.Integer(1), "Length of a stair."), Optional("gamma", Spec.Number(above: 0), "γ.", "0.1"))
        .Case("cosine", "η_min + (η₀ − η_min)(1 + cos(πt/T))/2; after T the rate rises again, as the formula says.", Steps,
            Optional("minimum", Spec.Number(min: 0), "η_min.", "0"));
}
