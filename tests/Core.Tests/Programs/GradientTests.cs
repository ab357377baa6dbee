namespace Core.Tests;

/// <summary>Backpropagation against central differences in double precision, through whole networks.</summary>
public class GradientTests
{
    public static TheoryData<string> Names => Small.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_derivative_of_every_parameter_is_the_measured_one(string name)
    {
        var experiment = Small.All[name] with { Precision = Precision.Double };
        var data = DataLoader.WithoutFiles.Load(experiment);
        using var program = Compiler.Compile<double>(experiment, data);
        // Batches of three, and the last one of the epoch, which is smaller.
        foreach (var update in new[] { 1, Math.Min(3, program.LastUpdate) })
        {
            var check = ProgramGradientCheck.Run(experiment, data, update);
            Assert.True(check.Passed, check.ToString());
            Assert.Equal(program.Network.Trainable.Sum(parameter => parameter.Capacity), check.Rows.Count);
            Assert.True(check.Rows.Count(row => row.Verdict == GradientVerdict.Kink) <= check.Rows.Count / 4, check.ToString());
        }
    }

    [Fact]
    public void Every_derivative_of_experiments_drawn_at_random_is_the_measured_one()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            using var program = RandomExperiments.Draw(seed).Compile<double>();
            if (program.Network.Trainable.Sum(parameter => parameter.Capacity) > 300) continue;
            var check = ProgramGradientCheck.Run(program, 2);
            Assert.True(check.Passed, $"{seed}: {check}");
        }
    }

    [Theory]
    [InlineData(LossKind.Mse)]
    [InlineData(LossKind.MseHalf)]
    [InlineData(LossKind.Mae)]
    [InlineData(LossKind.Huber)]
    public void Losses_of_numbers_behind_every_activation(LossKind loss)
    {
        foreach (var hidden in Enum.GetValues<ActivationKind>())
            foreach (var last in Enum.GetValues<ActivationKind>())
                Check(Small.Base with { Layers = [Small.Dense(3, hidden, 1), Small.Dense(2, last, 2)], Loss = new(loss, 0.4), Batches = new MiniBatchSettings() });
    }

    [Theory]
    [InlineData(LossKind.Bce, ActivationKind.Sigmoid)]
    [InlineData(LossKind.Bce, ActivationKind.Softmax)]
    [InlineData(LossKind.CrossEntropy, ActivationKind.Softmax)]
    [InlineData(LossKind.CrossEntropy, ActivationKind.Sigmoid)]
    [InlineData(LossKind.SigmoidBce, ActivationKind.Sigmoid)]
    [InlineData(LossKind.SoftmaxCe, ActivationKind.Softmax)]
    public void Losses_of_probabilities_behind_every_activation(LossKind loss, ActivationKind last)
    {
        foreach (var hidden in Enum.GetValues<ActivationKind>())
            foreach (var size in new int?[] { 1, 3, null })
                Check(Small.Base with { Data = Small.Soft(3, 3), Layers = [Small.Dense(4, hidden, 1), new DropoutSettings(0.2), Small.Dense(3, last, 2)], Loss = new(loss), Batches = new MiniBatchSettings(size) });
    }

    [Theory]
    [InlineData("base")]
    [InlineData("flatten")]
    [InlineData("flatten and dropout")]
    [InlineData("frozen middle layer")]
    [InlineData("dropout twice and at the input")]
    [InlineData("activation Softmax")]
    [InlineData("loss softmax_ce soft")]
    [InlineData("loss sigmoid_bce multi-label")]
    public void The_gradient_of_the_inputs_is_the_measured_one(string name)
    {
        var experiment = Small.All[name] with { Batches = new MiniBatchSettings() };
        var data = DataLoader.WithoutFiles.Load(experiment);
        double Loss(int place, double step, out double[] gradient)
        {
            var inputs = data.Train.Inputs.ToArray();
            inputs[place] += step;
            using var program = Compiler.Compile<double>(experiment, data with { Train = DataSet.Create(inputs, data.Train.SampleShape, data.Train.Targets) });
            program.Walk();
            gradient = program.Values("input.grad");
            return program.Scalar("loss");
        }

        for (var place = 0; place < data.Train.Inputs.Length; place += 2)
        {
            Loss(place, 0, out var gradient);
            const double H = 1e-5;
            Assert.Equal((Loss(place, H, out _) - Loss(place, -H, out _)) / (2 * H), gradient[place], 1e-8);
        }
    }

    [Fact]
    public void A_check_can_be_asked_for_one_weight_or_one_element()
    {
        using var program = Small.Base.Compile<float>();
        Assert.Equal(12, ProgramGradientCheck.Run(program, 2, "layer1.weight").Rows.Count);
        var row = Assert.Single(ProgramGradientCheck.Run(program, 2, "layer1.weight[3,1]").Rows);
        program.Place(1);
        program.Walk();
        Assert.Equal(program.Values("layer1.weight.grad")[3 * 3 + 1], row.Analytic, 1e-6);
        Assert.Contains("layer1.weight", Assert.Throws<RunException>(() => ProgramGradientCheck.Run(program, 1, "layer9.weight")).Message);
        Assert.Throws<RunException>(() => ProgramGradientCheck.Run(program, 0));
        Assert.Throws<RunException>(() => ProgramGradientCheck.Run(program, 10));
    }

    [Fact]
    public void A_network_too_large_to_check_says_so()
    {
        using var program = Workloads.Digits.Compile<float>();
        Assert.Contains("101770", Assert.Throws<RunException>(() => ProgramGradientCheck.Run(program, 1)).Message);
        Assert.Contains("101770", Assert.Throws<RunException>(() => ProgramHessian.Of(program)).Message);
    }

    private static void Check(Experiment experiment)
    {
        using var program = experiment.Compile<double>();
        var check = ProgramGradientCheck.Run(program, 1);
        Assert.True(check.Passed, $"{experiment.Loss} behind {string.Join(" ", experiment.Layers)}: {check}");
    }
}
