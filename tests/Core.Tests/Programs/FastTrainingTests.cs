using System.Numerics;

namespace Core.Tests;

/// <summary>Fast training leaves the bits of the plain list, and allocates nothing.</summary>
public class FastTrainingTests
{
    public static TheoryData<string> Names => Small.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_training_leaves_the_bits_of_the_list(string name) => Compare<float>(Small.All[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_precision_training_leaves_the_bits_of_the_list(string name) => Compare<double>(Small.All[name]);

    [Fact]
    public void Experiments_drawn_at_random_leave_the_bits_of_the_list()
    {
        for (var seed = 0; seed < 100; seed++) Compare<float>(RandomExperiments.Draw(seed));
        for (var seed = 100; seed < 140; seed++) Compare<double>(RandomExperiments.Draw(seed));
    }

    [Theory]
    [InlineData("xor", 60)]
    [InlineData("spiral", 60)]
    [InlineData("line", 60)]
    [InlineData("chain", 60)]
    [InlineData("digits", 5)]
    public void Workloads_leave_the_bits_of_the_list(string name, long updates) => Compare<float>(Workload(name) with { Length = new(Updates: updates) });

    [Fact]
    public void Random_networks_leave_the_bits_of_the_list()
    {
        var random = new Random(20);
        for (var k = 0; k < 150; k++)
        {
            var experiment = RandomNetwork(random);
            try
            {
                Compare<float>(experiment);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"network {k}: {experiment}, {string.Join(", ", experiment.Layers)}", failure);
            }
        }
    }

    [Theory]
    [InlineData("xor")]
    [InlineData("spiral")]
    [InlineData("line")]
    [InlineData("chain")]
    [InlineData("adam and dropout")]
    [InlineData("everything")]
    [InlineData("images")]
    [InlineData("stated masks")]
    public void Training_allocates_nothing(string name)
    {
        using var program = (Workload(name) with { Evaluation = new() { Sets = [] } }).Compile<float>();
        for (var k = 0; k < 50; k++) program.Train();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 1000; k++) program.Train();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Training_on_two_threads_leaves_the_same_bits()
    {
        using var one = (Workloads.Digits with { Length = new(Updates: 6) }).Compile<float>();
        using var two = (Workloads.Digits with { Length = new(Updates: 6) }).Compile<float>();
        two.UseThreads(2);
        for (var k = 0; k < 6; k++)
        {
            one.Train();
            two.Train();
            Assert.Equal(one.WeightHash(), two.WeightHash());
        }
    }

    [Fact]
    public void Evaluating_after_fast_training_gives_the_numbers_of_the_list()
    {
        foreach (var name in new[] { "validation and test", "early stopping restored", "metrics of classes", "evaluated at the end" })
        {
            using var fast = Small.All[name].Compile<float>();
            using var list = Small.All[name].Compile<float>();
            while (!list.IsOver())
            {
                fast.Train();
                list.Walk();
            }

            fast.Evaluate();
            foreach (var operation in list.Operations.Where(operation => operation.Phase == Phase.Evaluate && !operation.IsHidden))
                Assert.Equal(list.Values(operation.Output.Name), fast.Values(operation.Output.Name));
        }
    }

    private static Experiment Workload(string name) => name switch
    {
        "xor" => Workloads.Xor,
        "spiral" => Workloads.Spiral,
        "line" => Workloads.Line,
        "chain" => Workloads.Chain,
        "digits" => Workloads.Digits,
        "adam and dropout" => Small.All["dropout drawn"] with { Optimizer = new AdamSettings(), Batches = new MiniBatchSettings(3, Shuffle: true), Length = new(Epochs: 1000) },
        "everything" => Small.All["dropout twice and at the input"] with
        {
            Data = Small.Numbers(3, 2) with { Augmentation = new(Jitter: 0.1) },
            Regularizers = [new(RegularizerKind.L1, 0.01), new(RegularizerKind.L2Half, 0.1, AppliesTo.All), new(RegularizerKind.L1Prox, 0.01)],
            Clipping = new(ClippingKind.Norm, 0.5),
            Optimizer = new RmsPropSettings(Centered: true, Momentum: 0.5) { WeightDecay = 0.01 },
            Schedule = new CosineScheduleSettings(100) { Warmup = new(10) },
            Stop = [new(StoppingRuleKind.GradientNorm, 1e-12), new(StoppingRuleKind.LossChange, 1e-12, 1000)],
            Length = new(Epochs: 1000),
        },
        "images" => Small.All["flatten and dropout"] with { Loss = new(LossKind.Huber), Optimizer = new AdaGradSettings(0.1), Length = new(Epochs: 1000) },
        "stated masks" => Small.All["dropout stated"] with
        {
            Layers =
            [
                Small.Dense(4, ActivationKind.Softmax, 1),
                new DropoutSettings(0.25, [.. Enumerable.Range(0, 1100).Select(k => Small.Matrix(k % 3 == 2 ? 1 : 3, 4, k, 0, 0))]),
                Small.Dense(2, ActivationKind.Softmax, 1),
            ],
            Data = Small.Classes(3, 2),
            Loss = new(LossKind.SoftmaxCe),
            Optimizer = new SgdSettings(0.9, Nesterov: true),
            Length = new(Epochs: 1000),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such workload."),
    };

    // Widths on both sides of every register's width, one output and several, all fused and unfused ends.
    private static Experiment RandomNetwork(Random random)
    {
        int[] widths = [1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 17, 33];
        ActivationKind[] hidden = [ActivationKind.Tanh, ActivationKind.Sigmoid, ActivationKind.Relu, ActivationKind.Identity, ActivationKind.Softmax, ActivationKind.Gelu];
        (ActivationKind, LossKind)[] ends =
        [
            (ActivationKind.Identity, LossKind.Mse), (ActivationKind.Tanh, LossKind.MseHalf), (ActivationKind.Sigmoid, LossKind.SigmoidBce),
            (ActivationKind.Softmax, LossKind.SoftmaxCe), (ActivationKind.Sigmoid, LossKind.Bce), (ActivationKind.Softplus, LossKind.Huber),
        ];
        OptimizerSettings[] optimizers =
        [
            new SgdSettings(), new SgdSettings(0.9), new SgdSettings(0.9, Nesterov: true) { WeightDecay = 0.01 }, new AdamSettings(),
            new AdamSettings(Decoupled: true) { WeightDecay = 0.1, DecayAppliesTo = AppliesTo.Weights }, new AdaGradSettings(), new RmsPropSettings(Momentum: 0.5, Centered: true),
        ];
        T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];
        var (inputs, outputs) = (Any(widths), Any(1, 1, 2, 5, 8, 17));
        var (end, loss) = Any(ends);
        var layers = new List<LayerSettings>();
        for (var k = random.Next(4); k > 0; k--)
        {
            layers.Add(Small.Dense(Any(widths), Any(hidden), k) with { Bias = random.Next(4) > 0, Trainable = random.Next(6) > 0 });
            if (random.Next(4) == 0) layers.Add(new DropoutSettings(0.3));
        }

        layers.Add(Small.Dense(outputs, end, 1) with { Bias = random.Next(4) > 0 });
        return Small.Base with
        {
            Data = new(new GivenSettings(Small.Matrix(Small.Samples, inputs), Small.Matrix(Small.Samples, outputs, 100, 0, 1))),
            Layers = layers,
            Loss = new(loss),
            Optimizer = Any(optimizers),
            Batches = Any(new MiniBatchSettings(), new MiniBatchSettings(3), new MiniBatchSettings(1), new MiniBatchSettings(4, Shuffle: true)),
            Clipping = random.Next(4) == 0 ? new(ClippingKind.Norm, 0.5) : null,
            Regularizers = random.Next(3) == 0 ? [new(Any(RegularizerKind.L1, RegularizerKind.L2Half, RegularizerKind.L1Prox), 0.01)] : [],
            Length = new(Updates: 5),
        };
    }

    private static void Compare<T>(Experiment experiment)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var fast = experiment.Compile<T>();
        using var list = experiment.Compile<T>();
        // Everything an update computes, but what only observations write and Adam's corrected moments, which stay in registers.
        var shared = list.Operations
            .Where(operation => !operation.IsObservation && !operation.Output.Name.EndsWith("_hat", StringComparison.Ordinal))
            .Select(operation => operation.Output)
            .Concat(list.Buffers.Where(buffer => buffer.Zone <= Zone.Gradient)).Distinct().ToArray();
        while (!list.IsOver())
        {
            fast.Train();
            list.Walk();
            foreach (var buffer in shared)
                Assert.True(Same<T>(buffer.Stored(list.Run.Rows), fast.Find(buffer.Name)!.Stored(list.Run.Rows)), $"{experiment.Seed}, update {list.Run.Update}: {buffer.Name} differs");
            Assert.Equal(list.IsStopped, fast.IsStopped);
        }
    }

    private static bool Same<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var k = 0; k < a.Length; k++)
            if (Running.Bits(a[k]) != Running.Bits(b[k])) return false;
        return true;
    }
}
