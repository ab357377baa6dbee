namespace Core;

/// <summary>Tree to the rules of training.</summary>
internal static class TrainingBinder
{
    internal static RegularizerSettings? Regularizer(JsonValue value) => TrainingSpec.Regularizer.Read(value) is not var (type, fields) ? null
        : new(Words.Of<RegularizerKind>(type), fields.Number("lambda"), Words.Of<AppliesTo>(fields.Text("appliesTo")), type == "l2_seed" ? fields.NumberOrNull("m") : null);

    internal static ClippingSettings? Clipping(JsonValue? value) => value is null || TrainingSpec.Clipping.Read(value) is not var (type, fields) ? null
        : type == "norm" ? new(ClippingKind.Norm, fields.Number("maximum"), fields.Number("epsilon")) : new(ClippingKind.Value, fields.Number("maximum"));

    internal static OptimizerSettings Optimizer(JsonValue value)
    {
        if (TrainingSpec.Optimizer.Read(value) is not var (type, fields)) return new SgdSettings();
        OptimizerSettings rule = type switch
        {
            "adagrad" => new AdaGradSettings(fields.Number("rateDecay"), fields.Number("initialSum"), fields.Number("epsilon")),
            "rmsprop" => new RmsPropSettings(fields.Number("alpha"), fields.Number("epsilon"), fields.Boolean("centered"), fields.Number("momentum")),
            "adam" or "adamw" => new AdamSettings(fields.Number("beta1"), fields.Number("beta2"), fields.Number("epsilon"), type == "adamw", fields.IntegerOrNull("resetEvery")),
            "newton" => new NewtonSettings(fields.Number("damping")),
            _ => new SgdSettings(fields.Number("momentum"), fields.Boolean("nesterov"), fields.Number("dampening")),
        };
        return rule with
        {
            LearningRate = fields.Number("learningRate"),
            WeightDecay = type == "newton" ? 0 : fields.Number("weightDecay"),
            DecayAppliesTo = Words.Of<AppliesTo>(fields.Text("decayAppliesTo")),
        };
    }

    internal static ScheduleSettings Schedule(JsonValue value)
    {
        if (TrainingSpec.Schedule.Read(value) is not var (type, fields)) return new ConstantScheduleSettings();
        ScheduleSettings schedule = type switch
        {
            "exponential" => new ExponentialScheduleSettings(fields.Number("gamma")),
            "linear" => new LinearScheduleSettings(fields.Integer("steps"), fields.Number("start"), fields.Number("end")),
            "step" => new StepScheduleSettings(fields.Integer("size"), fields.Number("gamma")),
            "cosine" => new CosineScheduleSettings(fields.Integer("steps"), fields.Number("minimum")),
            _ => new ConstantScheduleSettings(),
        };
        return schedule with
        {
            PerEpoch = fields.Text("per") == "epoch",
            Warmup = fields["warmup"] is { } warmup ? Warmup(TrainingSpec.Warmup.Read(warmup)) : null,
        };
    }

    private static WarmupSettings Warmup(FieldReader fields) => new(fields.Integer("steps"), fields.Number("start"), fields.Boolean("delay"));
}
