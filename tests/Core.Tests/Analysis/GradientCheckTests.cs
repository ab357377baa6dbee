namespace Core.Tests;

public class GradientCheckTests
{
    // Σ pᵢ³/3, gradient pᵢ².
    private static double Cubes(double[] p) => p.Sum(x => x * x * x / 3);

    [Fact]
    public void A_right_gradient_agrees_everywhere()
    {
        var check = GradientCheck.Run(Cubes, [4, 0.25, 0, 1e6], [2, -0.5, 0, 1000], ["a", "b", "c", "d"]);
        Assert.True(check.Passed);
        Assert.All(check.Rows, row => Assert.Equal(GradientVerdict.Agrees, row.Verdict));
        Assert.StartsWith("4 of 4 derivatives agree with central differences; worst: ", check.ToString());
    }

    [Fact]
    public void A_wrong_derivative_is_named_with_both_numbers()
    {
        var check = GradientCheck.Run(Cubes, [4, 0.5], [2, -0.5], ["layer1.weight[0,0]", "layer1.bias[0]"]);
        Assert.False(check.Passed);
        Assert.Equal("layer1.bias[0]", check.Worst!.Name);
        Assert.Equal("1 of 2 derivatives agree with central differences, 1 differ; worst: " +
            "layer1.bias[0]: backpropagation 0.5, central difference 0.25, difference 0.25 (differ)", check.ToString());
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(-0.001)]
    public void A_gradient_one_per_mille_off_is_caught(double off) =>
        Assert.False(GradientCheck.Run(Cubes, [4 * (1 + off)], [2]).Passed);

    [Fact]
    public void A_tiny_error_at_a_smooth_minimum_is_no_kink() =>
        Assert.Equal(GradientVerdict.Differs, GradientCheck.Run(p => p[0] * p[0], [3e-6], [0]).Rows[0].Verdict);

    [Theory]
    [InlineData(0, GradientVerdict.Kink)]      // ReLU′(0) = 0, the convention
    [InlineData(1, GradientVerdict.Kink)]
    [InlineData(0.5, GradientVerdict.Agrees)]  // what the central difference itself finds
    [InlineData(-0.3, GradientVerdict.Differs)]
    [InlineData(1.4, GradientVerdict.Differs)]
    public void At_the_kink_of_relu_any_slope_between_is_possible(double analytic, GradientVerdict expected) =>
        Assert.Equal(expected, GradientCheck.Run(p => Math.Max(0, p[0]), [analytic], [0]).Rows[0].Verdict);

    [Fact]
    public void A_kink_beside_the_point_does_not_disturb_the_check()
    {
        var check = GradientCheck.Run(p => Math.Max(0, p[0] - 3e-6), [0], [0]);
        Assert.Equal(GradientVerdict.Agrees, check.Rows[0].Verdict);
        Assert.Equal(0, check.Rows[0].Numeric);
    }

    [Fact]
    public void Kinks_do_not_fail_the_check_but_are_counted()
    {
        var check = GradientCheck.Run(p => Math.Abs(p[0]) + p[1], [1, 1], [0, 0]);
        Assert.True(check.Passed);
        Assert.Equal("1 of 2 derivatives agree with central differences, 1 at a kink; worst: " +
            "p0: backpropagation 1, central difference 0, difference 1 (kink: the slopes left and right differ)", check.ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_derivative_that_is_not_finite_differs(double analytic) =>
        Assert.False(GradientCheck.Run(Cubes, [analytic], [2]).Passed);

    [Fact]
    public void A_loss_that_is_not_finite_differs() => Assert.False(GradientCheck.Run(_ => double.NaN, [0], [2]).Passed);

    [Fact]
    public void Large_constant_in_the_loss_is_rounding_not_error() =>
        Assert.True(GradientCheck.Run(p => 1e6 + p[0] * p[0], [0.2], [0.1]).Passed);

    [Fact]
    public void A_small_slope_under_a_large_loss_is_still_checked() =>
        Assert.False(GradientCheck.Run(p => 1 + 1e-4 * p[0], [1.01e-4], [0.5]).Passed);

    [Fact]
    public void Lengths_must_be_equal() =>
        Assert.Equal("2 parameters, 1 derivatives and 2 names; all three must be equal",
            Assert.Throws<ArgumentException>(() => GradientCheck.Run(Cubes, [1], [1, 2])).Message);

    [Fact]
    public void No_parameters_is_fine() => Assert.Equal("no parameters to check", GradientCheck.Run(Cubes, [], []).ToString());
}
