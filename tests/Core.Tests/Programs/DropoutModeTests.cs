namespace Core.Tests;

/// <summary>Dropout where it should be off, and dropout that forgets its factor.</summary>
public class DropoutModeTests
{
    private static readonly Experiment Frozen = Small.Base with
    {
        Layers = [Small.Dense(40, ActivationKind.Sigmoid, 1), new DropoutSettings(0.5), Small.Dense(2, ActivationKind.Identity, 2)],
        Optimizer = new SgdSettings { LearningRate = 0 },
        Batches = new MiniBatchSettings(),
        Length = new(Updates: 40),
    };

    private static double[] Evaluations(Experiment experiment)
    {
        using var program = experiment.Compile<double>();
        return [.. Enumerable.Range(0, 40).Select(_ =>
        {
            program.Walk();
            return program.Scalar("eval.train.loss");
        })];
    }

    [Fact]
    public void With_dropout_left_on_the_same_weights_give_other_results_each_time()
    {
        Assert.Single(Evaluations(Frozen).Distinct());
        var left = Evaluations(Frozen with { Evaluation = new() { Dropout = true } });
        Assert.Equal(40, left.Distinct().Count());
        Assert.Equal(left, Evaluations(Frozen with { Evaluation = new() { Dropout = true } }));
    }

    [Fact]
    public void On_average_it_is_the_loss_without_dropout_plus_the_variance_of_the_masks()
    {
        // E(a·mask/½) = a, so that the mean squared error grows by Σ w²a² a row and output.
        using var program = Frozen.Compile<double>();
        program.Walk();
        double[] a = program.Values("layer1.a"), w = program.Values("layer2.weight");
        var variance = Enumerable.Range(0, Small.Samples * 2).Average(k => Enumerable.Range(0, 40).Sum(u => Math.Pow(a[k / 2 * 40 + u] * w[k % 2 * 40 + u], 2)));
        var left = Evaluations(Frozen with { Evaluation = new() { Dropout = true } });
        Assert.InRange(left.Average() - Evaluations(Frozen)[0], 0.6 * variance, 1.5 * variance);
    }

    [Fact]
    public void Without_rate_nothing_changes()
    {
        var none = Frozen with { Layers = [Frozen.Layers[0], new DropoutSettings(0), Frozen.Layers[2]] };
        Assert.Equal(Evaluations(none), Evaluations(none with { Evaluation = new() { Dropout = true } }));
    }

    [Fact]
    public void Without_the_factor_kept_values_and_their_gradients_stay_as_they_are()
    {
        using var program = (Frozen with { Layers = [Frozen.Layers[0], new DropoutSettings(0.5, Rescale: false), Frozen.Layers[2]] }).Compile<double>();
        program.Walk();
        double[] mask = program.Values("drop1.mask");
        Assert.Equal(program.Values("layer1.a").Zip(mask, (a, m) => a * m), program.Values("drop1.a"));
        Assert.Equal(program.Values("drop1.da").Zip(mask, (a, m) => a * m), program.Values("layer1.da"));
    }
}
