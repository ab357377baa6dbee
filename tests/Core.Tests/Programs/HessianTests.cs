namespace Core.Tests;

public class HessianTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(0.5, 8)]
    public void A_bowl_has_the_curvatures_it_was_made_with(double low, double high)
    {
        var experiment = Small.Base with
        {
            Data = new(new BowlSettings(4, [low, high], Angle: 0.6)),
            Layers = [new DenseSettings(1) { Bias = false }],
            Batches = new MiniBatchSettings(1),
        };
        using var program = experiment.Compile<float>();
        var hessian = ProgramHessian.Of(program);
        Assert.Equal(low, hessian.LambdaMin, 1e-6);
        Assert.Equal(high, hessian.LambdaMax, 1e-6);
        Assert.Equal(2 / high, hessian.CriticalRate, 1e-6);
        Assert.Equal(2 / (low + high), hessian.BestRate, 1e-6);
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(1.01, false)]
    public void Gradient_descent_converges_just_below_the_critical_rate_and_diverges_just_above(double factor, bool converges)
    {
        var experiment = Small.Base with { Data = Small.Numbers(3, 1), Layers = [Small.Dense(1, ActivationKind.Identity, 1)], Batches = new MiniBatchSettings(), Length = new(Updates: 4000), Regularizers = [new(RegularizerKind.L2Half, 0.1)] };
        using var first = experiment.Compile<double>();
        var rate = ProgramHessian.Of(first).CriticalRate;
        using var program = (experiment with { Optimizer = new SgdSettings { LearningRate = rate * factor } }).Compile<double>();
        for (var k = 0; k < 2000; k++) program.Train();
        var early = program.Scalar("loss");
        for (var k = 0; k < 1500; k++) program.Train();
        Assert.Equal(converges, program.Scalar("loss") <= early);
    }

    [Fact]
    public void The_curvature_of_least_squares_is_that_of_its_inputs()
    {
        // loss = Σ(w·x + b − y)²/n, so H = 2/n Σ (x,1)(x,1)ᵀ wherever the weights are.
        var experiment = Small.Base with { Data = Small.Numbers(2, 1), Layers = [new DropoutSettings(0.5), Small.Dense(1, ActivationKind.Identity, 1)], Batches = new MiniBatchSettings(2, Shuffle: true) };
        using var program = experiment.Compile<float>();
        program.Train();
        var hessian = ProgramHessian.Of(program);
        var x = program.Data.Train.Inputs;
        Assert.Equal(["layer1.weight[0,0]", "layer1.weight[0,1]", "layer1.bias[0]"], hessian.Names);
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
            {
                double Input(int row, int k) => k == 2 ? 1 : x[row * 2 + k];
                var expected = Enumerable.Range(0, Small.Samples).Sum(row => Input(row, i) * Input(row, j)) * 2 / Small.Samples;
                Assert.Equal(expected, hessian.Matrix[i, j], 1e-7);
            }
    }

    [Fact]
    public void A_saddle_has_no_best_rate()
    {
        using var program = (Workloads.Xor with { Loss = new(LossKind.Mse) }).Compile<float>();
        var hessian = ProgramHessian.Of(program);
        Assert.True(hessian.LambdaMin < 0);
        Assert.Contains("no bowl", Assert.Throws<RunException>(() => hessian.BestRate).Message);
    }
}
