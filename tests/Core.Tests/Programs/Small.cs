namespace Core.Tests;

/// <summary>Small experiments that together use every option of the engine. Seven samples in batches of three: the last batch of an epoch has one.</summary>
internal static class Small
{
    public const int Samples = 7;

    private static readonly ActivationSettings Tanh = new(ActivationKind.Tanh);

    public static Experiment Base { get; } = new()
    {
        Seed = 11,
        Data = Numbers(3, 2),
        Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(2, ActivationKind.Identity, 2)],
        Optimizer = new SgdSettings { LearningRate = 0.1 },
        Batches = new MiniBatchSettings(3),
        Length = new LengthSettings(Epochs: 3),
    };

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Experiment> All { get; } = Make().ToDictionary(pair => pair.Name, pair => pair.Experiment);

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    public static DenseSettings Dense(int units, ActivationKind activation, int place, double parameter = 0.7) => new(units, new(activation, parameter))
    {
        InitialWeights = new NormalInitialiser(0.05 * place, 0.6),
        InitialBias = new UniformInitialiser(-0.4, 0.5),
    };

    /// <summary>Values that look drawn, by a rule that needs no generator: the fractional part of multiples of the golden ratio.</summary>
    public static double Value(int k, double low = -1.5, double high = 1.5) => low + (high - low) * ((k + 1) * 0.6180339887498949 % 1);

    public static GivenValues Matrix(int rows, int columns, int start = 0, double low = -1.5, double high = 1.5) =>
        GivenValues.Matrix([.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => Value(start + r * columns + c, low, high)).ToArray())]);

    public static DataSettings Numbers(int inputs, int outputs, double low = -1, double high = 1) =>
        new(new GivenSettings(Matrix(Samples, inputs), Matrix(Samples, outputs, 100, low, high)));

    public static DataSettings Classes(int inputs, int classes) =>
        new(new GivenSettings(Matrix(Samples, inputs), Labels: [.. Enumerable.Range(0, Samples).Select(k => k * 5 % 7 % classes)], Classes: classes));

    public static DataSettings MultiLabel(int inputs, int labels) => new(new GivenSettings(
        Matrix(Samples, inputs),
        GivenValues.Matrix([.. Enumerable.Range(0, Samples).Select(r => Enumerable.Range(0, labels).Select(c => (double)((r * 3 + c * c + r * c) % 2)).ToArray())])));

    public static DataSettings Soft(int inputs, int classes)
    {
        var rows = Enumerable.Range(0, Samples).Select(r => Enumerable.Range(0, classes).Select(c => Value(7 * r + c, 0.1, 1)).ToArray()).ToArray();
        return new(new GivenSettings(Matrix(Samples, inputs), GivenValues.Matrix([.. rows.Select(row => row.Select(x => x / row.Sum()).ToArray())])));
    }

    private static DataSettings WithSets(DataSettings data, DataSettings other) => data with { Validation = other.Source, Test = other.Source };

    private static IEnumerable<(string Name, Experiment Experiment)> Make() =>
        [("base", Base), .. Activations(), .. Losses(), .. Layers(), .. Penalties(), .. Optimizers(), .. Schedules(), .. Batches(), .. Ends()];

    private static IEnumerable<(string, Experiment)> Activations() =>
        from kind in Enum.GetValues<ActivationKind>()
        select ($"activation {kind}", Base with { Layers = [Dense(4, kind, 1), Dense(3, kind, 2), Dense(2, ActivationKind.Identity, 3)] });

    private static IEnumerable<(string, Experiment)> Losses()
    {
        yield return ("loss mse_half", Base with { Loss = new(LossKind.MseHalf) });
        yield return ("loss mae", Base with { Loss = new(LossKind.Mae) });
        yield return ("loss huber", Base with { Loss = new(LossKind.Huber, 0.5) });
        yield return ("loss bce", Base with { Data = Numbers(3, 2, 0, 1), Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(2, ActivationKind.Sigmoid, 2)], Loss = new(LossKind.Bce) });
        yield return ("loss sigmoid_bce multi-label", Base with { Data = MultiLabel(3, 3), Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(3, ActivationKind.Sigmoid, 2)], Loss = new(LossKind.SigmoidBce) });
        yield return ("loss sigmoid_bce one output", Base with { Data = Classes(3, 2), Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(1, ActivationKind.Sigmoid, 2)], Loss = new(LossKind.SigmoidBce) });
        Experiment ToClasses(DataSettings data, LossKind loss) => Base with { Data = data, Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(5, ActivationKind.Softmax, 2)], Loss = new(loss) };
        yield return ("loss softmax_ce class numbers", ToClasses(Classes(3, 5), LossKind.SoftmaxCe));
        yield return ("loss softmax_ce one-hot", ToClasses(Classes(3, 5) with { Encoding = TargetEncoding.OneHot }, LossKind.SoftmaxCe));
        yield return ("loss softmax_ce soft", ToClasses(Soft(3, 5), LossKind.SoftmaxCe));
        yield return ("loss cross_entropy", ToClasses(Classes(3, 5), LossKind.CrossEntropy));
        yield return ("loss mse of one output", Base with { Data = Classes(3, 2) with { Encoding = TargetEncoding.PlusMinusOne }, Layers = [Dense(1, ActivationKind.Tanh, 1)] });
    }

    private static IEnumerable<(string, Experiment)> Layers()
    {
        var images = new DataSettings(new GivenSettings(
            new GivenValues([Samples, 2, 3], [.. Enumerable.Range(0, Samples * 2).Select(r => Enumerable.Range(0, 3).Select(c => Value(3 * r + c)).ToArray())]), Matrix(Samples, 2, 50)));
        var masks = Enumerable.Range(0, 9).Select(update => Mask(update % 3 == 2 ? 1 : 3, 4, update)).ToArray();
        yield return ("without bias", Base with { Layers = [Dense(4, ActivationKind.Tanh, 1) with { Bias = false }, Dense(2, ActivationKind.Identity, 2) with { Bias = false }] });
        yield return ("dropout drawn", Base with { Layers = [Dense(20, ActivationKind.Tanh, 1), new DropoutSettings(0.4), Dense(2, ActivationKind.Identity, 2)] });
        yield return ("dropout stated", Base with { Layers = [Dense(4, ActivationKind.Tanh, 1), new DropoutSettings(0.25, masks), Dense(2, ActivationKind.Identity, 2)] });
        yield return ("dropout twice and at the input", Base with { Layers = [new DropoutSettings(0.2), Dense(5, ActivationKind.Relu, 1), new DropoutSettings(0.3), new DropoutSettings(0.1), Dense(2, ActivationKind.Identity, 2)] });
        yield return ("flatten", Base with { Data = images, Layers = [new FlattenSettings(), Dense(4, ActivationKind.Tanh, 1), new FlattenSettings(), Dense(2, ActivationKind.Identity, 2)] });
        yield return ("flatten and dropout", Base with { Data = images, Layers = [new FlattenSettings(), new DropoutSettings(0.3), Dense(4, ActivationKind.Tanh, 1), Dense(2, ActivationKind.Identity, 2)] });
        yield return ("frozen first layer", Base with { Layers = [Dense(4, ActivationKind.Tanh, 1) with { Trainable = false }, Dense(3, ActivationKind.Tanh, 2), Dense(2, ActivationKind.Identity, 3)] });
        yield return ("frozen middle layer", Base with { Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(3, ActivationKind.Softmax, 2) with { Trainable = false }, Dense(2, ActivationKind.Identity, 3)] });
        yield return ("frozen last layer", Base with { Layers = [Dense(4, ActivationKind.Tanh, 1), Dense(2, ActivationKind.Identity, 3) with { Trainable = false }] });
        yield return ("all frozen", Base with { Layers = [Dense(4, ActivationKind.Tanh, 1) with { Trainable = false }, Dense(2, ActivationKind.Identity, 3) with { Trainable = false }] });
        yield return ("wide", Base with { Layers = [Dense(33, ActivationKind.Tanh, 1), Dense(17, ActivationKind.Relu, 2), Dense(2, ActivationKind.Identity, 3)] });
        yield return ("one weight", Base with { Data = Numbers(1, 1), Layers = [Dense(1, ActivationKind.Identity, 1)] });
    }

    private static GivenValues Mask(int rows, int width, int update) =>
        GivenValues.Matrix([.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, width).Select(c => (r + 2 * c + update) % 4 == 0 ? 0.0 : 1.0).ToArray())]);

    private static IEnumerable<(string, Experiment)> Penalties()
    {
        foreach (var kind in Enum.GetValues<RegularizerKind>())
            foreach (var applies in Enum.GetValues<AppliesTo>())
                yield return ($"penalty {kind} {applies}", Base with { Regularizers = [new(kind, 0.1, applies)] });
        yield return ("penalty elastic", Base with { Regularizers = [new(RegularizerKind.L1, 0.02), new(RegularizerKind.L2Half, 0.3, AppliesTo.All), new(RegularizerKind.L2Seed, 0.5, AppliesTo.Biases, 10)] });
        yield return ("clip norm", Base with { Clipping = new(ClippingKind.Norm, 0.3) });
        yield return ("clip norm ε 0, penalty, decay", Base with { Clipping = new(ClippingKind.Norm, 0.2, 0), Regularizers = [new(RegularizerKind.L2Half, 0.4)], Optimizer = new SgdSettings(0.9) { LearningRate = 0.1, WeightDecay = 0.05 } });
        yield return ("clip norm far away", Base with { Clipping = new(ClippingKind.Norm, 1e6) });
        yield return ("clip value", Base with { Clipping = new(ClippingKind.Value, 0.05) });
        yield return ("prox momentum", Base with { Regularizers = [new(RegularizerKind.L1Prox, 0.3)], Optimizer = new SgdSettings(0.9) { LearningRate = 0.1 } });
        yield return ("prox adam", Base with { Regularizers = [new(RegularizerKind.L1Prox, 0.3, AppliesTo.All)], Optimizer = new AdamSettings { LearningRate = 0.1 } });
    }

    private static IEnumerable<(string, Experiment)> Optimizers()
    {
        (string Name, OptimizerSettings Settings)[] all =
        [
            ("sgd decay", new SgdSettings { WeightDecay = 0.1 }),
            ("momentum", new SgdSettings(0.9)),
            ("momentum dampened", new SgdSettings(0.9, Dampening: 0.3) { WeightDecay = 0.1, DecayAppliesTo = AppliesTo.Biases }),
            ("nesterov", new SgdSettings(0.8, Nesterov: true) { WeightDecay = 0.1, DecayAppliesTo = AppliesTo.Weights }),
            ("adagrad", new AdaGradSettings()),
            ("adagrad all options", new AdaGradSettings(0.2, 0.1, 1e-3) { WeightDecay = 0.1 }),
            ("rmsprop", new RmsPropSettings()),
            ("rmsprop decay", new RmsPropSettings(0.9, 1e-4) { WeightDecay = 0.1 }),
            ("rmsprop centred", new RmsPropSettings(0.9, 1e-3, Centered: true) { WeightDecay = 0.1 }),
            ("rmsprop momentum", new RmsPropSettings(0.9, 1e-3, Momentum: 0.7)),
            ("rmsprop centred momentum", new RmsPropSettings(0.9, 1e-3, Centered: true, Momentum: 0.7) { WeightDecay = 0.1 }),
            ("adam", new AdamSettings()),
            ("adam decay", new AdamSettings(0.8, 0.95, 1e-4) { WeightDecay = 0.1, DecayAppliesTo = AppliesTo.Weights }),
            ("adam reset", new AdamSettings(ResetEvery: 2)),
            ("adamw", new AdamSettings(Decoupled: true) { WeightDecay = 0.1 }),
            ("adamw weights", new AdamSettings(Decoupled: true) { WeightDecay = 0.1, DecayAppliesTo = AppliesTo.Weights }),
        ];
        return [.. all.Select(one => (one.Name, Base with { Optimizer = one.Settings with { LearningRate = 0.05 } })),
            ("newton", Base with { Optimizer = new NewtonSettings(0.5) { LearningRate = 0.5 }, Batches = new MiniBatchSettings() })];
    }

    private static IEnumerable<(string, Experiment)> Schedules()
    {
        (string Name, ScheduleSettings Settings)[] all =
        [
            ("exponential", new ExponentialScheduleSettings(0.9)),
            ("linear per epoch", new LinearScheduleSettings(2, 1, 0.2) { PerEpoch = true }),
            ("stairs", new StepScheduleSettings(2, 0.5)),
            ("cosine warm-up", new CosineScheduleSettings(5, 0.01) { Warmup = new(3, 0.1) }),
            ("warm-up then exponential", new ExponentialScheduleSettings(0.8) { Warmup = new(2, Delay: true) }),
        ];
        return all.Select(one => ($"schedule {one.Name}", Base with { Schedule = one.Settings }));
    }

    private static IEnumerable<(string, Experiment)> Batches()
    {
        yield return ("batch one", Base with { Batches = new MiniBatchSettings(1) });
        yield return ("batch full", Base with { Batches = new MiniBatchSettings() });
        yield return ("batch shuffled", Base with { Batches = new MiniBatchSettings(3, Shuffle: true) });
        yield return ("batch stratified", Base with { Data = Classes(3, 2), Layers = [Dense(2, ActivationKind.Softmax, 1)], Loss = new(LossKind.SoftmaxCe), Batches = new MiniBatchSettings(3, Stratified: true) });
        yield return ("batch given", Base with
        {
            Batches = new GivenBatchSettings([new([0, 1, 2]), new([6], 1), new([3, 3, 4, 5], 2), new([2, 1], 2), new([0], 3)]),
            Length = new LengthSettings(Updates: 5),
        });
        yield return ("jitter", Base with { Data = Numbers(3, 2) with { Augmentation = new(Jitter: 0.1) } });
        yield return ("standardised", Base with { Data = Numbers(3, 2) with { Standardise = true, StandardiseTargets = true } });
        yield return ("one sample", Base with { Data = new(new GivenSettings(Matrix(1, 3), Matrix(1, 2, 9))), Batches = new MiniBatchSettings(1) });
    }

    private static IEnumerable<(string, Experiment)> Ends()
    {
        var stops = Base with
        {
            Data = WithSets(Numbers(3, 2), new(new GivenSettings(Matrix(4, 3, 31), Matrix(4, 2, 77)))),
            Layers = [Dense(9, ActivationKind.Tanh, 1), new DropoutSettings(0.3), Dense(2, ActivationKind.Identity, 2)],
            Optimizer = new SgdSettings(0.5) { LearningRate = 0.3 },
            Batches = new MiniBatchSettings(3, Shuffle: true),
            Length = new LengthSettings(Epochs: 12),
        };
        yield return ("validation and test", stops with { Length = new(Epochs: 3) });
        yield return ("early stopping", stops with { EarlyStopping = new(Patience: 2) });
        yield return ("early stopping restored", stops with { EarlyStopping = new(Patience: 2, MinDelta: 0.01, RestoreBest: true) });
        yield return ("early stopping on train, rare evaluation", stops with { EarlyStopping = new("train.loss", 1, RestoreBest: true), Evaluation = new() { Every = 5 } });
        yield return ("early stopping without end", stops with { EarlyStopping = new(Patience: 50, RestoreBest: true), Length = new(Updates: 8) });
        yield return ("stop by gradient", stops with { Stop = [new(StoppingRuleKind.GradientNorm, 1.5, 2)] });
        yield return ("stop by loss change", stops with { Stop = [new(StoppingRuleKind.LossChange, 0.2), new(StoppingRuleKind.GradientNorm, 1e-9)] });
        yield return ("evaluated at the end", stops with { Evaluation = new() { Every = 0 }, Length = new(Updates: 5) });
        yield return ("metrics of classes", Base with
        {
            Data = WithSets(Classes(3, 3), Classes(3, 3)),
            Layers = [Dense(3, ActivationKind.Softmax, 1)],
            Loss = new(LossKind.SoftmaxCe),
            Evaluation = new() { Metrics = ["loss", "a", "accuracy", "precision.macro", "recall.weighted", "f1.micro", "f1[2]", "confusion[0][1]", "confusion", "log_loss"] },
        });
        yield return ("metrics of two classes", Base with
        {
            Data = Classes(3, 2),
            Layers = [Dense(1, ActivationKind.Sigmoid, 1)],
            Loss = new(LossKind.SigmoidBce),
            EarlyStopping = new("train.accuracy", 2),
            Evaluation = new() { Metrics = ["accuracy", "precision", "recall", "f1", "confusion", "roc", "auc", "log_loss"], Threshold = 0.4 },
        });
        yield return ("metrics of numbers", Base with { Evaluation = new() { Metrics = ["mse", "rmse", "mae", "r2"] } });
    }
}
