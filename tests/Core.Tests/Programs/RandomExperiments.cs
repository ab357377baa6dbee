namespace Core.Tests;

/// <summary>Experiments drawn from all options at once: shapes of 1 to 40 units, every kind of layer, loss, penalty, clipping, optimizer, schedule, batch.</summary>
internal sealed class RandomExperiments(int seed)
{
    private readonly CounterRandom random = new((ulong)seed, RandomPurpose.Data);
    private long drawn;

    public static Experiment Draw(int seed) => new RandomExperiments(seed).Draw();

    private Experiment Draw()
    {
        var loss = One(Enum.GetValues<LossKind>());
        var (inputs, outputs) = (Below(40) + 1, Below(20) + 1);
        if (loss is LossKind.SoftmaxCe or LossKind.CrossEntropy) outputs = Math.Max(2, outputs);
        var isProbability = loss is LossKind.Bce or LossKind.SigmoidBce or LossKind.SoftmaxCe or LossKind.CrossEntropy;
        return Small.Base with
        {
            Seed = (ulong)seed,
            Data = loss switch
            {
                LossKind.SoftmaxCe when Flip() => Small.Classes(inputs, outputs),
                LossKind.SoftmaxCe or LossKind.CrossEntropy => Small.Soft(inputs, outputs),
                _ => Small.Numbers(inputs, outputs, isProbability ? 0 : -1, 1),
            },
            Layers = [.. Hidden(), Dense(outputs, loss switch
            {
                LossKind.SoftmaxCe or LossKind.CrossEntropy => ActivationKind.Softmax,
                LossKind.Bce or LossKind.SigmoidBce => ActivationKind.Sigmoid,
                _ => One(Enum.GetValues<ActivationKind>()),
            })],
            Loss = new(loss, Number(0.1, 2)),
            Regularizers = [.. Enumerable.Range(0, Below(3)).Select(_ => new RegularizerSettings(One(Enum.GetValues<RegularizerKind>()), Number(0, 0.2), One(Enum.GetValues<AppliesTo>())))],
            Clipping = Flip() ? null : new(One(Enum.GetValues<ClippingKind>()), Number(0.05, 1)),
            Optimizer = Optimizer() with { LearningRate = Number(0, 0.2), WeightDecay = Flip() ? 0 : Number(0, 0.2), DecayAppliesTo = One(Enum.GetValues<AppliesTo>()) },
            Schedule = One<ScheduleSettings>(new ConstantScheduleSettings(), new ExponentialScheduleSettings(0.9), new CosineScheduleSettings(5, 0.001), new StepScheduleSettings(2)),
            Batches = new MiniBatchSettings(Below(7) + 1, Shuffle: Flip()),
            Length = new(Updates: 4),
        };
    }

    private IEnumerable<LayerSettings> Hidden()
    {
        for (var k = Below(3); k > 0; k--)
        {
            yield return Dense(Below(40) + 1, One(Enum.GetValues<ActivationKind>()));
            if (Flip()) yield return new DropoutSettings(Number(0, 0.6));
            if (Flip()) yield return new FlattenSettings();
        }
    }

    private DenseSettings Dense(int units, ActivationKind kind) =>
        Small.Dense(units, kind, Below(3), Number(-2, 2)) with { Bias = Flip(), Trainable = Below(5) > 0 };

    private OptimizerSettings Optimizer() => One<OptimizerSettings>(
        new SgdSettings(), new SgdSettings(0.9, Dampening: 0.1), new SgdSettings(0.7, Nesterov: true), new AdaGradSettings(0.1, 0.1),
        new RmsPropSettings(), new RmsPropSettings(Centered: true, Momentum: 0.5), new AdamSettings(), new AdamSettings(Decoupled: true));

    private int Below(int count) => random.Below(count, drawn++);

    private bool Flip() => Below(2) == 0;

    private double Number(double low, double high) => low + (high - low) * random.Uniform<double>(drawn++);

    private E One<E>(params E[] choices) => choices[Below(choices.Length)];
}
