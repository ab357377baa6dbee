namespace Core.Tests;

public class InitialiserTests
{
    private const int Inputs = 300, Outputs = 100;

    [Theory]
    [InlineData(InitialiserKind.Xavier, true, 1, 2.0 / 400)]
    [InlineData(InitialiserKind.Xavier, false, 1, 2.0 / 400)]
    [InlineData(InitialiserKind.He, true, 1, 2.0 / 300)]
    [InlineData(InitialiserKind.He, false, 1, 2.0 / 300)]
    [InlineData(InitialiserKind.He, false, 3, 18.0 / 300)]
    public void Start_weights_have_the_stated_variance(InitialiserKind kind, bool uniform, double gain, double variance)
    {
        var settings = new VarianceInitialiser(kind, uniform, gain);
        Assert.Equal(variance, Initialiser.Variance(settings, Inputs, Outputs), 1e-15);
        var weights = Weights(settings);
        Near(0, Math.Sqrt(variance), weights);
        var bound = Math.Sqrt(3 * variance);
        Assert.Equal(bound, Initialiser.Bound(settings, Inputs, Outputs), 1e-15);
        if (uniform) Assert.InRange(weights.Max(Math.Abs), 0.99 * bound, bound);
        else Assert.True(weights.Max(Math.Abs) > 3.5 * Math.Sqrt(variance), "a normal distribution is not truncated");
    }

    [Fact]
    public void Uniform_and_normal_weights_have_their_bounds_and_moments()
    {
        var uniform = Weights(new UniformInitialiser(2, 5));
        Assert.All(uniform, w => Assert.InRange(w, 2, 5));
        Near(3.5, 3 / Math.Sqrt(12), uniform);
        Near(-1, 0.25, Weights(new NormalInitialiser(-1, 0.25)));
        Assert.All(Weights(new ConstantInitialiser(0.125)), w => Assert.Equal(0.125, w));
    }

    [Fact]
    public void Layers_weights_and_biases_draw_different_numbers_and_another_seed_others()
    {
        var layer = new DenseSettings(4) { InitialWeights = new NormalInitialiser(), InitialBias = new NormalInitialiser() };
        var experiment = Small.Base with { Data = Small.Numbers(4, 4), Layers = [layer, layer] };
        using var program = experiment.Compile<double>();
        using var other = (experiment with { Seed = 12 }).Compile<double>();
        var all = program.Parameters.SelectMany(parameter => program.Values(parameter.Name)).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Empty(all.Intersect(other.Parameters.SelectMany(parameter => other.Values(parameter.Name))));
    }

    [Fact]
    public void Single_precision_starts_at_the_rounded_numbers_of_double_precision()
    {
        using var single = Small.Base.Compile<float>();
        using var exact = Small.Base.Compile<double>();
        Assert.Equal(exact.Values("layer1.weight").Select(w => (double)(float)w), single.Values("layer1.weight"));
    }

    [Fact]
    public void The_32_bit_generator_runs_through_layers_of_one_seed_row_by_row()
    {
        var layer = new DenseSettings(2) { InitialWeights = new LcgInitialiser(7) };
        using var program = (Small.Base with { Layers = [layer, layer] }).Compile<double>();
        uint s = 7;
        double Next(int inputs)
        {
            s = unchecked(1664525 * s + 1013904223);
            return (2 * ((s >> 8) / 16777216.0) - 1) / Math.Sqrt(inputs);
        }

        Assert.Equal(Enumerable.Range(0, 6).Select(_ => Next(3)), program.Values("layer1.weight"));
        Assert.Equal(Enumerable.Range(0, 4).Select(_ => Next(2)), program.Values("layer2.weight"));
    }

    private static double[] Weights(InitialiserSettings settings)
    {
        var experiment = Small.Base with { Data = Small.Numbers(Inputs, Outputs), Layers = [new DenseSettings(Outputs) { InitialWeights = settings }] };
        using var program = experiment.Compile<double>();
        return program.Values("layer1.weight");
    }

    // Mean within 5 standard errors, deviation within 3 %.
    private static void Near(double mean, double deviation, double[] values)
    {
        var average = values.Average();
        Assert.InRange(average, mean - 5 * deviation / Math.Sqrt(values.Length), mean + 5 * deviation / Math.Sqrt(values.Length));
        Assert.InRange(Math.Sqrt(values.Average(x => (x - average) * (x - average))), 0.97 * deviation, 1.03 * deviation);
    }
}
