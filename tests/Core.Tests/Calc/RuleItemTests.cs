namespace Core.Tests;

public class RuleItemTests
{
    // Values of PyTorch 2 (torch.nn.functional, float64) to ten digits, or worked by hand where they are short.
    [Theory]
    [InlineData("\"identity\"", 0.5, 0.5, 1)]
    [InlineData("\"sigmoid\"", 0, 0.5, 0.25)]
    [InlineData("\"sigmoid\"", 2, 0.8807970779778823, 0.1049935854035065)]
    [InlineData("\"tanh\"", 0.5, 0.46211715726000975, 0.7864477329659274)]
    [InlineData("\"relu\"", 0, 0, 0)]
    [InlineData("\"relu\"", 3, 3, 1)]
    [InlineData("\"leaky_relu\"", -2, -0.02, 0.01)]
    [InlineData("{\"type\": \"leaky_relu\", \"slope\": 0.3}", 0, 0, 0.3)]
    [InlineData("{\"type\": \"leaky_relu\", \"slope\": -2}", -1, 2, -2)]
    [InlineData("{\"type\": \"elu\", \"alpha\": 2}", -1, -1.2642411176571153, 0.7357588823428847)]
    [InlineData("\"swish\"", 1, 0.7310585786300049, 0.9276705118714867)]
    [InlineData("\"silu\"", 1, 0.7310585786300049, 0.9276705118714867)]
    [InlineData("{\"type\": \"swish\", \"beta\": 0}", 3, 1.5, 0.5)]
    [InlineData("\"gelu\"", 1, 0.8413447460685429, 1.0833154705876864)]
    [InlineData("\"gelu_tanh\"", 1, 0.8411919906082768, 1.0829640838457826)]
    [InlineData("\"softplus\"", 0, 0.6931471805599453, 0.5)]
    public void AnActivationHasItsValueAndDerivative(string activation, double z, double value, double derivative)
    {
        var records = Calc.Item(FormattableString.Invariant($"\"type\": \"activation\", \"activation\": {activation}, \"z\": {z}"));
        Assert.Equal(["value", "derivative"], records.Keys);
        Assert.Empty(records["value"].Shape);
        Calc.Close(value, records["value"], 1e-14);
        Calc.Close(derivative, records["derivative"], 1e-14);
    }

    [Fact]
    public void AnActivationKeepsAnyShapeAndTakesGradientsBack()
    {
        var records = Calc.Item("\"type\": \"activation\", \"activation\": \"relu\", \"z\": [[[1, -1], [2, 0]]], \"da\": [[[5, 5], [-3, 5]]]");
        Assert.All(records.Values, record => Expect.Same([1, 2, 2], record.Shape));
        Expect.Same([1, 0, 2, 0.0], records["value"].Values);
        Expect.Same([1, 0, 1, 0.0], records["derivative"].Values);
        Expect.Same([5, 0, -3, 0.0], records["dz"].Values.Select(value => value + 0));
    }

    // Softmax of (0, ln 2, ln 5): (1, 2, 5)/8; Jacobian diag(a) − a·aᵀ.
    [Fact]
    public void SoftmaxHasItsJacobianRowByRow()
    {
        var records = Calc.Item("\"type\": \"activation\", \"activation\": \"softmax\", \"z\": [[0, 0.6931471805599453, 1.6094379124341003], [1000, 1000, -1000]]");
        Calc.Close([0.125, 0.25, 0.625, 0.5, 0.5, 0], records["value"]);
        Expect.Same([2, 3, 3], records["jacobian"].Shape);
        Calc.Close(
        [
            7 / 64.0, -2 / 64.0, -5 / 64.0, -2 / 64.0, 12 / 64.0, -10 / 64.0, -5 / 64.0, -10 / 64.0, 15 / 64.0,
            0.25, -0.25, 0, -0.25, 0.25, 0, 0, 0, 0,
        ], records["jacobian"]);
    }

    [Fact]
    public void AnItemComputesWithTheBitsOfARun()
    {
        var records = Calc.Item("\"type\": \"activation\", \"activation\": \"sigmoid\", \"z\": [0.1, 1, -3]", Precision.Single);
        var rule = ActivationRules.For<float>(new(ActivationKind.Sigmoid));
        Expect.Same(rule.Value([0.1f, 1, -3]).Select(value => (double)value), records["value"].Values);
        Assert.Equal(Precision.Single, records["value"].Precision);
        Assert.Equal("i.value = [0.5249792, 0.7310586, 0.047425874]", records["value"].ToString());
    }

    [Fact]
    public void AScheduleGivesTheRatesOfTheFirstUpdates()
    {
        Calc.Close([0.8, 0.4, 0.2, 0.1], Calc.Item("\"type\": \"schedule\", \"schedule\": {\"type\": \"exponential\", \"gamma\": 0.5}, \"learningRate\": 0.8, \"count\": 4")["lr"]);
        Calc.Close([1, 1, 0.1, 0.1, 0.01], Calc.Item("\"type\": \"schedule\", \"schedule\": {\"type\": \"step\", \"size\": 1, \"per\": \"epoch\"}, \"learningRate\": 1, \"updatesPerEpoch\": 2, \"count\": 5")["lr"]);
        Calc.Close([1, 0.5, 0, 0.5], Calc.Item("\"type\": \"schedule\", \"schedule\": {\"type\": \"cosine\", \"steps\": 2}, \"learningRate\": 1, \"count\": 4")["lr"]);
        Calc.Close([0.5, 0.75, 0.5, 0.25, 0], Calc.Item("\"type\": \"schedule\", \"schedule\": {\"type\": \"linear\", \"steps\": 4, \"warmup\": {\"steps\": 2}}, \"learningRate\": 1, \"count\": 5")["lr"]);
        Assert.Equal(10, Calc.Item("\"type\": \"schedule\", \"schedule\": \"constant\", \"learningRate\": 0")["lr"].Values.Length);
    }

    [Theory]
    [InlineData("\"xavier_uniform\"", 0.4, 1.0954451150103324)]
    [InlineData("\"xavier_normal\"", 0.4, null)]
    [InlineData("\"he_uniform\"", 2.0 / 3, 1.4142135623730951)]
    [InlineData("{\"type\": \"he_normal\", \"gain\": 0.5}", 1.0 / 6, null)]
    [InlineData("{\"type\": \"uniform\", \"low\": -0.6, \"high\": 0.6}", 0.12, 0.6)]
    [InlineData("{\"type\": \"uniform\", \"low\": 0, \"high\": 6}", 3.0, null)]
    [InlineData("{\"type\": \"normal\", \"deviation\": 3}", 9.0, null)]
    [InlineData("\"zeros\"", 0.0, null)]
    [InlineData("{\"type\": \"lcg\", \"seed\": 1}", 1.0 / 9, 0.5773502691896258)]
    public void AnInitialiserHasVarianceDeviationAndBound(string initialiser, double variance, double? bound)
    {
        var records = Calc.Item($"\"type\": \"initialiser\", \"initialiser\": {initialiser}, \"shape\": [2, 3]");
        Calc.Close(variance, records["variance"]);
        Calc.Close(Math.Sqrt(variance), records["std"]);
        Assert.Equal(bound is not null, records.ContainsKey("bound"));
        if (bound is { } limit) Calc.Close(limit, records["bound"]);
        Expect.Same([2, 3], records["sample"].Shape);
    }

    [Fact]
    public void ALargeSampleHasTheDeviationPromised()
    {
        var records = Calc.Item("\"type\": \"initialiser\", \"initialiser\": \"he_normal\", \"shape\": [200, 400], \"seed\": 5");
        double std = Math.Sqrt(2.0 / 400);
        Calc.Close(std, records["sample_std"], std * 0.02);
        Calc.Close(0, records["sample_mean"], std * 4 / Math.Sqrt(80_000));
    }

    [Fact]
    public void ASampleIsWhatTheLayerOfARunStartsWith()
    {
        var (experiment, problems) = ExperimentReader.Read("""
            {"seed": 9, "data": {"type": "xor"}, "layers": [{"units": 3, "activation": "tanh"}, {"units": 1}], "loss": "mse", "length": {"updates": 1}}
            """u8.ToArray());
        Assert.Equal("", problems.ToString());
        using var program = Compiler.Compile<float>(experiment!, DataLoader.WithoutFiles.Load(experiment!));
        var sample = Calc.Item("\"type\": \"initialiser\", \"initialiser\": \"xavier_uniform\", \"shape\": [1, 3], \"seed\": 9, \"layer\": 2", Precision.Single)["sample"];
        Expect.Same(program.Find("layer2.weight")!.ToArray(1).Select(value => (double)value), sample.Values);
        Assert.Equal(3, sample.Values.Distinct().Count());
    }

    [Fact]
    public void PenaltiesHaveTheirGradients()
    {
        var records = Calc.Item("""
            "type": "regularizers", "weights": [[1, -2, 0], [0.5, 0, 4]], "biases": [10, -1],
            "regularizers": [{"type": "l1", "lambda": 0.1}, {"type": "l2_half", "lambda": 0.2, "appliesTo": "all"}]
            """);
        Calc.Close(0.1 * 7.5 + 0.1 * (1 + 4 + 0.25 + 16 + 100 + 1), records["penalty"]);
        Calc.Close([0.3, -0.5, 0, 0.2, 0, 0.9], records["weight.grad_penalty"]);
        Calc.Close([2, -0.2], records["bias.grad_penalty"]);
        Calc.Close(3.0 / 8 * 9, Calc.Item("\"type\": \"regularizers\", \"weights\": [3], \"regularizers\": [{\"type\": \"l2_seed\", \"lambda\": 3, \"m\": 4}]")["penalty"]);
        Assert.Equal(["penalty"], Calc.Item("\"type\": \"regularizers\", \"weights\": [3], \"regularizers\": [{\"type\": \"l1_prox\", \"lambda\": 3}]").Keys);
    }

    // ‖(3, 4, 0, 12)‖ = 13.
    [Fact]
    public void GradientsAreClippedByTheNormOfAllOfThem()
    {
        var records = Calc.Item("\"type\": \"clipping\", \"clipping\": {\"type\": \"norm\", \"maximum\": 6.5, \"epsilon\": 0}, \"gradients\": [[[3, 4], [0, 12]], [0]]");
        Calc.Close(13, records["grad_norm"]);
        Expect.Same([2, 2], records["parameter1.grad_clipped"].Shape);
        Calc.Close([1.5, 2, 0, 6], records["parameter1.grad_clipped"]);
        Calc.Close(6.5, records["grad_norm_clipped"]);
        Calc.Close([3, 4], Calc.Item("\"type\": \"clipping\", \"clipping\": 5.1, \"gradients\": [[3, 4]]")["parameter1.grad_clipped"]);
        Calc.Close([1, -1, 0.5], Calc.Item("\"type\": \"clipping\", \"clipping\": {\"type\": \"value\", \"maximum\": 1}, \"gradients\": [[3, -4, 0.5]]")["parameter1.grad_clipped"]);
    }

    [Fact]
    public void DropoutScalesWhatItKeeps()
    {
        var records = Calc.Item("\"type\": \"dropout\", \"rate\": 0.75, \"a\": [[1, 2], [3, 4]], \"mask\": [[1, 0], [0, 1]], \"da\": [[1, 1], [1, 1]]");
        Expect.Same([2, 2], records["value"].Shape);
        Calc.Close([4, 0, 0, 16], records["value"]);
        Calc.Close([4, 0, 0, 4], records["gradient"]);
        string ones = "[" + string.Join(", ", Enumerable.Repeat(1, 4000)) + "]";
        string item = $"\"type\": \"dropout\", \"rate\": 0.25, \"a\": {ones}";
        var mask = Calc.Item(item)["mask"].Values;
        Assert.InRange(mask.Average(), 0.72, 0.78);
        Assert.InRange(Enumerable.Range(1, 100).Average(update => Calc.Item($"\"type\": \"dropout\", \"rate\": 0.25, \"a\": [1, 1, 1, 1], \"update\": {update}")["mask"].Values.Average()), 0.7, 0.8);
        Expect.Same(mask, Calc.Item(item, Precision.Single)["mask"].Values);
        Assert.NotEqual(mask.ToArray(), [.. Calc.Item(item + ", \"update\": 2")["mask"].Values]);
        Assert.NotEqual(mask.ToArray(), [.. Calc.Item(item + ", \"layer\": 2")["mask"].Values]);
        Assert.NotEqual(mask.ToArray(), [.. Calc.Item(item + ", \"seed\": 2")["mask"].Values]);
    }

    [Fact]
    public void EarlyStoppingWaitsForImprovementsLargeEnough()
    {
        var records = Calc.Item("\"type\": \"early_stopping\", \"values\": [1, 0.8, 0.75, 0.6, 0.6, 0.7, 0.65, 0.1], \"patience\": 3, \"minDelta\": 0.1");
        Expect.Same([1, 1, 0, 1, 0, 0, 0.0], records["improved"].Values);
        Expect.Same([0, 0, 1, 0, 1, 2, 3.0], records["wait"].Values);
        Expect.Same([1, 0.8, 0.8, 0.6, 0.6, 0.6, 0.6], records["best"].Values);
        Calc.Close(4, records["best_epoch"]);
        Calc.Close(7, records["stopped_epoch"]);
        var rising = Calc.Item("\"type\": \"early_stopping\", \"values\": [0.5, 0.6, 0.6], \"mode\": \"max\", \"patience\": 2");
        Expect.Same([1, 1, 0.0], rising["improved"].Values);
        Calc.Close(0, rising["stopped_epoch"]);
    }
}
