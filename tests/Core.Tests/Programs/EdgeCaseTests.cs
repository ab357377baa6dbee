namespace Core.Tests;

/// <summary>What is legal must work: extreme numbers, nothing to learn, divergence.</summary>
public class EdgeCaseTests
{
    [Fact]
    public void A_learning_rate_of_0_changes_nothing()
    {
        foreach (var name in new[] { "base", "momentum", "nesterov", "adagrad", "rmsprop centred momentum", "adam decay", "adamw", "prox adam" })
        {
            var experiment = Small.All[name];
            using var program = (experiment with { Optimizer = experiment.Optimizer with { LearningRate = 0 } }).Compile<float>();
            var before = program.WeightHash();
            for (var k = 0; k < 9; k++) program.Train();
            Assert.Equal(before, program.WeightHash());
        }
    }

    [Theory]
    [InlineData(LossKind.SoftmaxCe, ActivationKind.Softmax)]
    [InlineData(LossKind.SigmoidBce, ActivationKind.Sigmoid)]
    [InlineData(LossKind.CrossEntropy, ActivationKind.Softmax)]
    [InlineData(LossKind.Bce, ActivationKind.Sigmoid)]
    public void Logits_of_1000_keep_loss_and_gradient_finite(LossKind loss, ActivationKind activation)
    {
        var experiment = Small.Base with
        {
            Data = new(new GivenSettings(GivenValues.Matrix([1.0], [-1.0]), GivenValues.Matrix([1.0, 0.0], [1.0, 0.0]))),
            Layers = [new DenseSettings(2, new(activation)) { InitialWeights = new GivenInitialiser(GivenValues.Matrix([1000.0], [-1000.0])) }],
            Loss = new(loss),
            Batches = new MiniBatchSettings(),
        };
        using var program = experiment.Compile<float>();
        program.Walk();
        var expected = loss switch { LossKind.SoftmaxCe => 1000, LossKind.SigmoidBce => 500, _ => 50 };
        Assert.Equal(expected, program.Scalar("loss"), 0.01);
        Assert.All(program.Values("layer1.weight.grad"), g => Assert.True(double.IsFinite(g)));
    }

    [Theory]
    [InlineData(ActivationKind.LeakyRelu, -2)]
    [InlineData(ActivationKind.LeakyRelu, 0)]
    [InlineData(ActivationKind.LeakyRelu, 1)]
    [InlineData(ActivationKind.LeakyRelu, 30)]
    [InlineData(ActivationKind.Elu, -3)]
    [InlineData(ActivationKind.Elu, 0)]
    [InlineData(ActivationKind.Elu, 50)]
    [InlineData(ActivationKind.Swish, -1)]
    [InlineData(ActivationKind.Swish, 0)]
    [InlineData(ActivationKind.Swish, 20)]
    public void Any_slope_alpha_or_beta_has_the_measured_gradient(ActivationKind kind, double parameter)
    {
        using var program = (Small.Base with { Layers = [Small.Dense(4, kind, 1, parameter), Small.Dense(2, ActivationKind.Identity, 2)] }).Compile<double>();
        var check = ProgramGradientCheck.Run(program, 1);
        Assert.True(check.Passed, check.ToString());
    }

    [Theory]
    [InlineData(-1000)]
    [InlineData(1000)]
    public void Activations_far_out_are_finite_and_so_are_their_slopes(double z)
    {
        foreach (var kind in Enum.GetValues<ActivationKind>())
        {
            var rule = ActivationRules.For<float>(new(kind, 0.5));
            Assert.All(rule.Value([(float)z, 0]).Concat(rule.Slope([(float)z, 0])), value => Assert.True(float.IsFinite(value), $"{kind} of {z}"));
        }
    }

    [Theory]
    [InlineData(ActivationKind.Relu, 0)]
    [InlineData(ActivationKind.LeakyRelu, 0.25)]
    [InlineData(ActivationKind.Elu, 0.25)]
    public void Slopes_at_0_are_the_conventional_ones(ActivationKind kind, double slope) =>
        Assert.Equal(slope, ActivationRules.For<double>(new(kind, 0.25)).Slope([0])[0]);

    [Fact]
    public void A_run_that_overflows_goes_on_to_its_end()
    {
        foreach (var name in new[] { "base", "momentum", "clip norm", "loss softmax_ce soft", "activation Softmax", "early stopping restored", "metrics of numbers", "metrics of classes" })
        {
            var experiment = Small.All[name];
            using var program = (experiment with { Optimizer = new SgdSettings(0.9) { LearningRate = 3e38 }, Clipping = null, Length = new(Epochs: 4) }).Compile<float>();
            var timeline = new Timeline<float>(program, 1);
            var hashes = new List<(Moment, ulong)>();
            while (timeline.StepForward())
            {
                hashes.Add((timeline.Now, timeline.StateHash()));
                var step = timeline.Current!;
                var first = new int[step.Output.Shape.Length];
                Assert.Equal(Running.Bits(step.Output.Values[0]), Running.Bits(step.Explain(first).Evaluate()));
            }

            Assert.False(double.IsFinite(program.Values("layer1.weight").Sum()), name);
            for (var k = hashes.Count - 1; k > 0; k -= 7)
            {
                timeline.Seek(hashes[k].Item1);
                Assert.Equal(hashes[k], (timeline.Now, timeline.StateHash()));
            }
        }
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_no_improvement()
    {
        var experiment = Small.All["early stopping"] with { Optimizer = new SgdSettings { LearningRate = 1e30 }, EarlyStopping = new(Patience: 3) };
        using var program = experiment.Compile<float>();
        while (!program.IsOver()) program.Train();
        Assert.InRange(program.Scalar("stopped_epoch"), 3, 4);
    }

    [Fact]
    public void Evaluation_leaves_dropout_off()
    {
        var layers = new LayerSettings[] { Small.Dense(20, ActivationKind.Tanh, 1), new DropoutSettings(0.5), Small.Dense(2, ActivationKind.Identity, 2) };
        using var with = (Small.Base with { Layers = layers, Optimizer = new SgdSettings { LearningRate = 0 } }).Compile<float>();
        using var without = (Small.Base with { Layers = [layers[0], layers[2]], Optimizer = new SgdSettings { LearningRate = 0 } }).Compile<float>();
        for (var k = 0; k < 3; k++)
        {
            with.Walk();
            without.Walk();
        }

        Assert.Equal(without.Values("eval.train.a"), with.Values("eval.train.a"));
        Assert.NotEqual(without.Values("layer2.a"), with.Values("layer2.a"));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(256)]
    [InlineData(600)]
    public void The_evaluation_of_a_set_of_any_size_is_the_loss_of_one_batch_of_all(int samples)
    {
        var experiment = Small.Base with
        {
            Data = new(new GivenSettings(Small.Matrix(samples, 3), Small.Matrix(samples, 2, 5))) { Validation = new GivenSettings(Small.Matrix(samples, 3), Small.Matrix(samples, 2, 5)) },
            Batches = new MiniBatchSettings(),
            Optimizer = new SgdSettings { LearningRate = 0 },
        };
        using var program = experiment.Compile<float>();
        program.Walk();
        foreach (var set in new[] { "train", "validation" })
        {
            Assert.Equal(program.Scalar("data_loss"), program.Scalar($"eval.{set}.loss"));
            Assert.Equal(program.Values("layer2.a"), program.Values($"eval.{set}.a"));
        }
    }

    [Fact]
    public void Dropout_keeps_the_stated_share_and_draws_anew_in_every_update()
    {
        using var program = (Small.Base with { Layers = [Small.Dense(1000, ActivationKind.Tanh, 1), new DropoutSettings(0.3), Small.Dense(2, ActivationKind.Identity, 2)], Evaluation = new() { Sets = [] } }).Compile<float>();
        program.Walk();
        var (first, a, before) = (program.Values("drop1.mask"), program.Values("drop1.a"), program.Values("layer1.a"));
        Assert.InRange(first.Average(), 0.66, 0.74);
        Assert.All(Enumerable.Range(0, first.Length), k => Assert.Equal(before[k] * first[k] / 0.7, a[k], 1e-6));
        program.Walk();
        Assert.NotEqual(first, program.Values("drop1.mask"));
    }

    [Fact]
    public void Masks_that_do_not_fit_or_run_out_say_so()
    {
        var experiment = Small.All["dropout stated"];
        using var program = (experiment with { Length = new(Epochs: 4) }).Compile<float>();
        for (var k = 0; k < 9; k++) program.Train();
        Assert.Contains("update 10", Assert.Throws<RunException>(program.Train).Message);
        using var other = (experiment with { Batches = new MiniBatchSettings(2) }).Compile<float>();
        Assert.Contains("[2, 4]", Assert.Throws<RunException>(other.Train).Message);
    }

    [Fact]
    public void Limits_by_updates_and_epochs_end_a_run_at_the_nearer_one()
    {
        long Last(LengthSettings length, BatchSettings? batches = null)
        {
            using var program = (Small.Base with { Length = length, Batches = batches ?? new MiniBatchSettings(3) }).Compile<float>();
            return program.LastUpdate;
        }

        var given = new GivenBatchSettings([new([0], 1), new([1], 1), new([2], 2), new([3], 2), new([4], 2)]);
        Assert.Equal(5, Last(new(Updates: 5)));
        Assert.Equal(6, Last(new(Epochs: 2)));
        Assert.Equal(5, Last(new(Updates: 5, Epochs: 2)));
        Assert.Equal(6, Last(new(Updates: 50, Epochs: 2)));
        Assert.Equal(5, Last(new(Updates: 50), given));
        Assert.Equal(2, Last(new(Epochs: 1), given));
        Assert.Equal(5, Last(new(Epochs: 9), given));
    }
}
