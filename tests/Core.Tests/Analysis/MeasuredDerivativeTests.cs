namespace Core.Tests;

public class MeasuredDerivativeTests
{
    public static TheoryData<string> Names => Small.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_the_backward_pass_writes_is_the_measured_derivative(string name)
    {
        using var program = Small.All[name].Compile<float>();
        program.Place(1);
        foreach (var operation in program.Operations.Where(operation => operation.Phase == Phase.Backward && !operation.IsHidden && MeasuredDerivative.Meaning(operation.Output.Name) is not null))
        {
            var buffer = operation.Output;
            int count = buffer.Count(program.Run.Rows);
            foreach (int place in new[] { 0, count / 2, count - 1 }.Distinct())
            {
                if (MeasuredDerivative.Of(program, 1, buffer.Name, buffer.IndexAt(place).AsSpan()) is not { } row) continue;
                Assert.True(row.Verdict != GradientVerdict.Differs, row.ToString());
            }
        }
    }

    // One linear unit, one sample: L = (w·x + b − y)², z = 2·3 + 1 = 7, y = 4.
    [Theory]
    [InlineData("layer1.dz", 6)]
    [InlineData("layer1.weight.grad", 18)]
    [InlineData("layer1.bias.grad", 6)]
    [InlineData("input.grad", 12)]
    public void On_a_line_through_one_point_it_is_the_derivative_by_hand(string gradient, double byHand)
    {
        using var program = Started(2);
        var row = MeasuredDerivative.Of(program, 1, gradient, gradient == "layer1.bias.grad" ? [0] : [0, 0])!;
        Assert.Equal(byHand, row.Numeric, 1e-6);
        Assert.Equal(byHand, row.Analytic, 1e-9);
        Assert.Equal(GradientVerdict.Agrees, row.Verdict);
    }

    [Fact]
    public void It_measures_at_the_weights_as_they_are_and_leaves_them()
    {
        using var program = Started(1);
        Assert.Equal(0, MeasuredDerivative.Of(program, 1, "layer1.dz", [0, 0])!.Numeric, 1e-6);
        Assert.Equal(1f, program.Parameters.First().Stored()[0]);
    }

    [Theory]
    [InlineData("layer1.z")]
    [InlineData("lr")]
    [InlineData("grad_norm")]
    [InlineData("layer1.weight.grad_penalty")]
    public void What_is_no_derivative_of_this_run_has_none(string name)
    {
        using var program = Line().Compile<float>();
        Assert.Null(MeasuredDerivative.Of(program, 1, name, [0, 0]));
    }

    private static Experiment Line() => new()
    {
        Seed = 1,
        Data = new DataSettings(new GivenSettings(new GivenValues([1, 1], [[3]]), new GivenValues([1, 1], [[4]]))),
        Layers = [Small.Dense(1, ActivationKind.Identity, 1)],
        Optimizer = new SgdSettings { LearningRate = 0.1 },
        Length = new LengthSettings(Updates: 2),
    };

    private static TrainingProgram<float> Started(float weight)
    {
        var program = Line().Compile<float>();
        foreach (var (parameter, value) in program.Parameters.Zip([weight, 1f])) parameter.Stored()[0] = value;
        return program;
    }
}
