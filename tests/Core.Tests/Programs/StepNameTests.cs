namespace Core.Tests;

/// <summary>The names of the steps and their order are a contract that other programs read.</summary>
public class StepNameTests
{
    [Fact]
    public void A_plain_network() => Names(Small.Base, 1,
        "batch.index batch.x batch.y layer1.z layer1.a layer2.z layer2.a data_loss penalty loss " +
        "layer2.da layer2.dz layer2.weight.grad layer2.bias.grad layer1.da layer1.dz layer1.weight.grad layer1.bias.grad input.grad " +
        "layer1.weight.grad_norm layer2.weight.grad_norm grad_norm lr layer1.weight layer1.bias layer2.weight layer2.bias");

    [Fact]
    public void The_end_of_an_epoch_evaluates() => Names(Small.Base with { Layers = [Small.Dense(2, ActivationKind.Identity, 1)] }, 3,
        "batch.index batch.x batch.y layer1.z layer1.a data_loss penalty loss layer1.da layer1.dz layer1.weight.grad layer1.bias.grad input.grad " +
        "layer1.weight.grad_norm grad_norm lr layer1.weight layer1.bias eval.train.loss eval.train.a");

    [Fact]
    public void Fused_loss_dropout_flatten_momentum_and_accuracy() => Names(
        Small.Base with
        {
            Data = Small.Classes(4, 3),
            Layers = [new FlattenSettings(), Small.Dense(3, ActivationKind.Relu, 1), new DropoutSettings(0.5), Small.Dense(3, ActivationKind.Softmax, 2)],
            Loss = new(LossKind.SoftmaxCe),
            Optimizer = new SgdSettings(0.9),
        },
        3,
        "batch.index batch.x batch.y flat1.a layer1.z layer1.a drop1.mask drop1.a layer2.z layer2.a data_loss penalty loss " +
        "layer2.dz layer2.weight.grad layer2.bias.grad drop1.da layer1.da layer1.dz layer1.weight.grad layer1.bias.grad input.grad " +
        "layer1.weight.grad_norm layer2.weight.grad_norm grad_norm lr " +
        "layer1.weight.state.velocity layer1.weight layer1.bias.state.velocity layer1.bias " +
        "layer2.weight.state.velocity layer2.weight layer2.bias.state.velocity layer2.bias " +
        "eval.train.loss eval.train.a eval.train.accuracy");

    [Fact]
    public void Penalty_clipping_and_adam() => Names(
        Small.Base with
        {
            Layers = [Small.Dense(2, ActivationKind.Tanh, 1)],
            Regularizers = [new(RegularizerKind.L2Half, 0.1)],
            Clipping = new(ClippingKind.Norm, 1),
            Optimizer = new AdamSettings(),
        },
        1,
        "batch.index batch.x batch.y layer1.z layer1.a data_loss penalty loss layer1.da layer1.dz " +
        "layer1.weight.grad_data layer1.weight.grad_penalty layer1.weight.grad layer1.bias.grad input.grad " +
        "layer1.weight.grad_norm grad_norm layer1.weight.grad_clipped layer1.bias.grad_clipped grad_norm_clipped lr " +
        "layer1.weight.state.m layer1.weight.state.v layer1.weight.state.m_hat layer1.weight.state.v_hat layer1.weight " +
        "layer1.bias.state.m layer1.bias.state.v layer1.bias.state.m_hat layer1.bias.state.v_hat layer1.bias");

    [Fact]
    public void Centred_rmsprop_with_momentum_and_adagrad()
    {
        var one = Small.Base with { Layers = [Small.Dense(2, ActivationKind.Identity, 1) with { Bias = false }] };
        const string Before = "batch.index batch.x batch.y layer1.z layer1.a data_loss penalty loss layer1.da layer1.dz layer1.weight.grad input.grad layer1.weight.grad_norm grad_norm lr ";
        Names(one with { Optimizer = new RmsPropSettings(Centered: true, Momentum: 0.5) }, 1, Before + "layer1.weight.state.v layer1.weight.state.g_avg layer1.weight.state.velocity layer1.weight");
        Names(one with { Optimizer = new AdaGradSettings() }, 1, Before + "layer1.weight.state.sum layer1.weight");
    }

    [Fact]
    public void The_last_update_of_a_run_that_stops_early_and_restores()
    {
        using var program = Small.All["early stopping restored"].Compile<float>();
        var timeline = new Timeline<float>(program);
        timeline.SeekUpdate(long.MaxValue);
        var names = timeline.StepNames(timeline.Now.Update).ToArray();
        Assert.Equal(
            "eval.train.loss eval.train.a eval.validation.loss eval.validation.a stopped_epoch best_epoch " +
            "restored.layer1.weight restored.layer1.bias restored.layer2.weight restored.layer2.bias eval.test.loss eval.test.a",
            string.Join(' ', names.SkipWhile(name => !name.StartsWith("eval"))));
    }

    [Fact]
    public void No_name_is_written_twice_in_an_update()
    {
        foreach (var (name, experiment) in Small.All)
        {
            using var program = experiment.Compile<float>();
            var timeline = new Timeline<float>(program);
            var seen = new HashSet<(long, string)>();
            var phase = (Update: 0L, Phase: Phase.Batch);
            while (timeline.StepForward())
            {
                Assert.True(seen.Add((timeline.Now.Update, timeline.Current!.Name)), $"{name}: {timeline.Current.Name} twice");
                if (phase.Update == timeline.Now.Update) Assert.True(phase.Phase <= timeline.Current.Phase, $"{name}: {timeline.Current.Name} after {phase.Phase}");
                phase = (timeline.Now.Update, timeline.Current.Phase);
            }
        }
    }

    [Fact]
    public void Class_numbers_are_shown_as_given_and_compared_one_hot()
    {
        using var program = Small.All["loss softmax_ce class numbers"].Compile<float>();
        var timeline = new Timeline<float>(program);
        Assert.True(timeline.Seek(2, "batch.y"));
        Assert.Equal(new[] { 3 }, timeline.Current!.Output.Shape.ToArray());
        Assert.Equal(Enumerable.Range(3, 3).Select(k => (float)(k * 5 % 7 % 5)), timeline.Current.Output.Values);
    }

    private static void Names(Experiment experiment, long update, string expected)
    {
        using var program = (experiment with { Length = new(Epochs: 2) }).Compile<float>();
        Assert.Equal(expected, string.Join(' ', new Timeline<float>(program).StepNames(update)));
    }
}
