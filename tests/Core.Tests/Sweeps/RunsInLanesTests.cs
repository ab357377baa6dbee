using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

/// <summary>Every run in the lanes has, after every update, the bits that its program has alone.</summary>
public class RunsInLanesTests
{
    public static TheoryData<string> Names => Small.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_of_the_engine_keeps_its_bits_unless_it_looks_beyond_the_update(string name)
    {
        // What decides in the middle of a run, or reads what no other run reads.
        string[] alone = ["dropout stated", "newton", "early stopping", "early stopping restored", "early stopping on train, rare evaluation", "early stopping without end", "stop by gradient", "stop by loss change", "metrics of two classes"];
        Assert.Equal(alone.Contains(name), RunsInLanes<float>.Obstacle([Small.All[name].Compile<float>()]) is not null);
        if (alone.Contains(name)) return;
        Lanes.Compare<float>(Rates(Small.All[name], 5));
        Lanes.Compare<double>(Rates(Small.All[name], 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(67)]
    [InlineData(200)]
    public void Any_number_of_runs_keeps_their_bits(int count)
    {
        Lanes.Compare<float>(Rates(Workloads.Line, count));
        Lanes.Compare<double>(Rates(Workloads.Line, Math.Min(count, 33)));
        Lanes.Compare<float>(Rates(Workloads.Spiral, Math.Min(count, 20)));
    }

    [Theory]
    [InlineData("momentum")]
    [InlineData("adam")]
    [InlineData("nesterov")]
    [InlineData("clip norm")]
    [InlineData("penalty L2Norm All")]
    [InlineData("loss softmax_ce class numbers")]
    [InlineData("loss bce")]
    [InlineData("activation Gelu")]
    [InlineData("dropout twice and at the input")]
    [InlineData("schedule cosine warm-up")]
    public void A_run_that_diverges_touches_no_other(string name)
    {
        double[] hostile = [0.01, double.PositiveInfinity, 0.02, double.NaN, 1e38, -1e30, 0, double.Epsilon, 1e308, 0.03];
        Lanes.Compare<float>(hostile.Select(rate => Small.All[name] with { Optimizer = Small.All[name].Optimizer with { LearningRate = rate }, Length = new(Updates: 30) }), updates: 30);
    }

    [Fact]
    public void Runs_may_differ_in_everything_that_leaves_the_steps_as_they_are()
    {
        var sgd = new SgdSettings(0.5) { LearningRate = 0.1 };
        var penalised = Small.Base with { Regularizers = [new(RegularizerKind.L1Prox, 0.1), new(RegularizerKind.L2Half, 0.1)], Clipping = new(ClippingKind.Value, 0.5), Optimizer = sgd };
        var edit = new EditSettings(2, "layer1.weight", [0, 0], 0.5);
        Lanes.Compare<float>([.. new[] { 0.1, 0.5, 0.9 }.Select(momentum => Small.Base with { Optimizer = sgd with { Momentum = momentum, Dampening = momentum / 2, WeightDecay = momentum - 0.1 } })]);
        Lanes.Compare<float>([.. new[] { 0.1, 0.5, 0.9 }.Select(beta => Small.Base with { Optimizer = new AdamSettings(beta, beta / 2, beta / 3, ResetEvery: beta > 0.6 ? 3 : null) })]);
        Lanes.Compare<float>([.. new[] { 0.0, 0.1, 7 }.Select(decay => Small.Base with { Optimizer = new AdaGradSettings(decay, decay) })]);
        Lanes.Compare<float>([.. new[] { 0.01, 0.1, 1 }.Select(lambda => penalised with { Regularizers = [.. penalised.Regularizers.Select(one => one with { Lambda = lambda })], Clipping = new(ClippingKind.Value, lambda) })]);
        Lanes.Compare<float>([.. Enumerable.Range(1, 5).Select(seed => Small.Base with { Seed = (ulong)seed })]);
        Lanes.Compare<float>([.. Enumerable.Range(0, 5).Select(after => Small.Base with { Edits = after == 0 ? [] : [edit with { After = after }, edit with { After = 0, To = after }] })]);
        Lanes.Compare<float>([.. new[] { 0.5, 0.9 }.Select(decay => Small.Base with { Schedule = new ExponentialScheduleSettings(decay) })]);
    }

    [Fact]
    public void What_differs_beyond_that_is_told()
    {
        static string? Told(Experiment one, Experiment other) => RunsInLanes<float>.Obstacle([one.Compile<float>(), other.Compile<float>()]);
        var shuffled = Small.Base with { Batches = new MiniBatchSettings(3, Shuffle: true) };
        Assert.Null(Told(Small.Base, Small.Base));
        Assert.Contains("equally long", Told(Small.Base, Small.Base with { Length = new(Updates: 2) }));
        Assert.Contains("other steps", Told(Small.Base, Small.Base with { Optimizer = new SgdSettings(0.9) }));
        Assert.Contains("other steps", Told(Small.All["activation Tanh"], Small.All["activation Relu"]));
        Assert.Contains("other steps", Told(Small.Base, Small.All["wide"]));
        Assert.Contains("samples", Told(Small.Base, Small.Base with { Data = Small.Numbers(3, 2, -2, 1) }));
        Assert.Contains("batches", Told(shuffled, shuffled with { Batches = new MiniBatchSettings(3) }));
        Assert.Contains("seeds", Told(shuffled, shuffled with { Seed = 5 }));
        Assert.Contains("rule differs", Told(Small.All["loss huber"], Small.All["loss huber"] with { Loss = new(LossKind.Huber, 0.7) }));
        Assert.Contains("rule differs", Told(Leaky(0.1), Leaky(0.2)));
        Assert.Contains("workers", Told(Small.Base with { Batches = new MiniBatchSettings(), Workers = new(7) }, Small.Base));
        Assert.Throws<ArgumentException>(() => new RunsInLanes<float>([shuffled.Compile<float>(), Small.Base.Compile<float>()]));
        Assert.Equal(0, RunsInLanes<float>.Best(Workloads.Digits.Compile<float>()));
        Assert.Equal(256, RunsInLanes<float>.Best(Workloads.Line.Compile<float>()));

        static Experiment Leaky(double slope) => Small.Base with { Layers = [Small.Dense(4, ActivationKind.LeakyRelu, 1, slope), Small.Dense(2, ActivationKind.Identity, 2)] };
    }

    [Fact]
    public void Experiments_drawn_at_random_keep_their_bits() => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
    {
        var drawn = RandomExperiments.Draw(seed);
        var optimizer = drawn.Optimizer;
        Lanes.Compare<float>(Enumerable.Range(0, 1 + seed % 18).Select(k => drawn with { Optimizer = optimizer with { LearningRate = optimizer.LearningRate * k, WeightDecay = optimizer.WeightDecay * (k + 1) } }));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_update_of_many_runs_allocates_nothing(bool isMomentumSwept)
    {
        var experiments = Enumerable.Range(0, 5).Select(k => Small.Base with { Optimizer = new SgdSettings(isMomentumSwept ? 0.1 + 0.1 * k : 0.5), Length = new(Updates: 10_000) });
        using var lanes = new RunsInLanes<float>([.. experiments.Select(experiment => experiment.Compile<float>())]);
        // Once in a while the runtime itself takes a few bytes, when it compiles a method anew.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var k = 0; k < 500; k++) lanes.Train();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    [Fact]
    public void A_timeline_goes_on_from_what_the_lanes_have_trained()
    {
        var experiment = Small.All["validation and test"];
        var (walked, adopted) = (new Timeline<float>(experiment.Compile<float>()), new Timeline<float>(experiment.Compile<float>()));
        using var lanes = new RunsInLanes<float>([adopted.Program, experiment.Compile<float>()]);
        while (lanes.Update < 4) lanes.Train();
        lanes.Store(0);
        adopted.Adopt();
        Assert.Equal(new Moment(4, 0), adopted.Now);
        foreach (var update in new[] { 5, 9, 2, 4, 0, 7 })
        {
            walked.SeekUpdate(update);
            adopted.SeekUpdate(update);
            Assert.Equal((walked.Now, walked.StateHash()), (adopted.Now, adopted.StateHash()));
        }
    }

    private static IEnumerable<Experiment> Rates(Experiment experiment, int count) =>
        Enumerable.Range(0, count).Select(k => experiment with { Optimizer = experiment.Optimizer with { LearningRate = 0.003 * Math.Pow(10, 3.0 * k / count) } });
}
