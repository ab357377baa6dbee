namespace Core;

/// <summary>Tree to layers and loss.</summary>
internal static class NetworkBinder
{
    internal static LayerSettings? Layer(JsonValue value, InitialiserSettings standard)
    {
        if (NetworkSpec.Layer.Read(value) is not var (type, fields)) return null;
        return type switch
        {
            "flatten" => new FlattenSettings(),
            "dropout" => new DropoutSettings(fields.Number("rate"), Masks(fields["masks"]), fields.Boolean("rescale")),
            _ => new DenseSettings(fields.Integer("units"), Activation(fields["activation"]!))
            {
                Bias = fields.Boolean("bias"),
                InitialWeights = fields["initialWeights"] is { } weights ? Initialiser(weights, NetworkSpec.Weights, 2) : standard,
                InitialBias = Initialiser(fields["initialBias"]!, NetworkSpec.Bias, 1),
                Trainable = fields.Boolean("trainable"),
            },
        };
    }

    private static IReadOnlyList<GivenValues>? Masks(JsonValue? value)
    {
        if (value is null) return null;
        var masks = value.Items.Select(mask => Numbers.Read(mask, 2, 2)).OfType<GivenValues>().ToArray();
        return masks.Length == value.Count ? masks : null;
    }

    internal static ActivationSettings Activation(JsonValue value)
    {
        if (NetworkSpec.Activation.Read(value) is not var (type, fields)) return new(ActivationKind.Identity);
        return type switch
        {
            "leaky_relu" => new(ActivationKind.LeakyRelu, fields.Number("slope")),
            "elu" => new(ActivationKind.Elu, fields.Number("alpha")),
            "swish" => new(ActivationKind.Swish, fields.Number("beta")),
            "silu" => new(ActivationKind.Swish),
            _ => new(Words.Of<ActivationKind>(type)),
        };
    }

    internal static InitialiserSettings Initialiser(JsonValue value, TaggedSpec spec, int rank)
    {
        if (spec.Read(value) is not var (type, fields)) return new ConstantInitialiser(0);
        return type switch
        {
            "constant" => new ConstantInitialiser(fields.Number("value")),
            "uniform" => new UniformInitialiser(fields.Number("low"), fields.Number("high")),
            "normal" => new NormalInitialiser(fields.Number("mean"), fields.Number("deviation")),
            "xavier_uniform" or "xavier_normal" => new VarianceInitialiser(InitialiserKind.Xavier, type.EndsWith("uniform"), fields.Number("gain")),
            "he_uniform" or "he_normal" => new VarianceInitialiser(InitialiserKind.He, type.EndsWith("uniform"), fields.Number("gain")),
            "lcg" => new LcgInitialiser((uint)(fields.LongOrNull("seed") ?? 0)),
            "given" when Numbers.Read(fields["values"], rank, rank) is { } values => new GivenInitialiser(values),
            _ => new ConstantInitialiser(0),
        };
    }

    internal static LossSettings Loss(JsonValue value) => NetworkSpec.Loss.Read(value) is not var (type, fields) ? new(LossKind.Mse)
        : type == "huber" ? new(LossKind.Huber, fields.Number("delta")) : new(Words.Of<LossKind>(type));
}
