namespace Core.Tests;

/// <summary>The timed workloads as experiments in code.</summary>
internal static class Workloads
{
    private static readonly ActivationSettings Tanh = new(ActivationKind.Tanh);
    private static readonly ActivationSettings Sigmoid = new(ActivationKind.Sigmoid);

    public static Experiment Xor { get; } = new()
    {
        Data = new DataSettings(new XorSettings()),
        Layers = [Layer(4, Tanh, 1), Layer(1, Sigmoid, 1)],
        Loss = new LossSettings(LossKind.SigmoidBce),
        Optimizer = new SgdSettings { LearningRate = 0.5 },
        Length = new LengthSettings(Updates: 1000),
    };

    public static Experiment Spiral { get; } = new()
    {
        Data = new DataSettings(new SpiralSettings(500, OrderSeed: 7)) { Encoding = TargetEncoding.PlusMinusOne },
        Layers = [Layer(8, Tanh, 2), Layer(8, Tanh, 2), Layer(1, Tanh, 2)],
        Loss = new LossSettings(LossKind.MseHalf),
        Optimizer = new SgdSettings { LearningRate = 0.03 },
        Batches = new MiniBatchSettings(10),
        Length = new LengthSettings(Epochs: 10),
    };

    public static Experiment Line { get; } = new()
    {
        Data = new DataSettings(new LineSettings(Noise: LineNoiseKind.Lcg, LcgSeed: 3)),
        Layers = [new DenseSettings(1) { InitialWeights = new ConstantInitialiser(0) }],
        Optimizer = new SgdSettings { LearningRate = 0.1 },
        Length = new LengthSettings(Updates: 100),
    };

    public static Experiment Chain { get; } = new()
    {
        Data = new DataSettings(new XorSettings()),
        Layers = [.. Enumerable.Range(0, 10).Select(_ => Layer(8, Sigmoid, 6)), Layer(1, Sigmoid, 6)],
        Optimizer = new SgdSettings { LearningRate = 0.1 },
        Batches = new MiniBatchSettings(1),
        Length = new LengthSettings(Updates: 1000),
    };

    public static Experiment Digits { get; } = new()
    {
        Data = new DataSettings(new NoiseSettings(640, [784])),
        Layers = [new DenseSettings(128, new ActivationSettings(ActivationKind.Relu)), new DropoutSettings(0.2), new DenseSettings(10, new ActivationSettings(ActivationKind.Softmax))],
        Loss = new LossSettings(LossKind.SoftmaxCe),
        Optimizer = new AdamSettings(Epsilon: 1e-7) { LearningRate = 1e-3 },
        Batches = new MiniBatchSettings(32, Shuffle: true),
        Length = new LengthSettings(Epochs: 1),
    };

    private static DenseSettings Layer(int units, ActivationSettings activation, uint seed) =>
        new(units, activation) { InitialWeights = new LcgInitialiser(seed) };
}
