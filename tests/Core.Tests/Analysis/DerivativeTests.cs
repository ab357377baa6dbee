namespace Core.Tests;

public class DerivativeTests
{
    private static double Rosenbrock(double[] p) => (1 - p[0]) * (1 - p[0]) + 100 * (p[1] - p[0] * p[0]) * (p[1] - p[0] * p[0]);

    private static double[] RosenbrockGradient(double[] p) =>
        [-2 * (1 - p[0]) - 400 * p[0] * (p[1] - p[0] * p[0]), 200 * (p[1] - p[0] * p[0])];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1.2, 1)]
    [InlineData(0.3, -2)]
    public void Measured_gradient_of_Rosenbrock_is_the_derived_one(double x, double y)
    {
        var (measured, derived) = (CentralDifference.Gradient(Rosenbrock, [x, y]), RosenbrockGradient([x, y]));
        for (var i = 0; i < 2; i++) Assert.Equal(derived[i], measured[i], 5e-7 * (1 + Math.Abs(derived[i])));
    }

    [Fact]
    public void Hessian_of_Rosenbrock_is_the_textbook_one()
    {
        // [[2 − 400(y − 3x²), −400x], [−400x, 200]] at (−1.2, 1).
        var hessian = Hessian.OfGradient(RosenbrockGradient, [-1.2, 1]);
        Assert.Equal(1330, hessian[0, 0], 5);
        Assert.Equal(480, hessian[0, 1], 5);
        Assert.Equal(hessian[0, 1], hessian[1, 0]);
        Assert.Equal(200, hessian[1, 1], 5);
    }

    [Fact]
    public void Hessian_of_a_quadratic_is_its_matrix_and_its_spectrum_gives_the_rates()
    {
        // f = ½xᵀAx, eigenvalues 1 and 6.
        double[] Gradient(double[] x) => [2 * x[0] + 2 * x[1], 2 * x[0] + 5 * x[1]];
        var hessian = Hessian.OfGradient(Gradient, [10, -3]);
        Assert.Equal(2, hessian[0, 0], 8);
        Assert.Equal(2, hessian[1, 0], 8);
        Assert.Equal(5, hessian[1, 1], 8);
        var spectrum = Spectrum.Of(hessian);
        Assert.Equal(1.0 / 3, LearningRates.Critical(spectrum.Maximum), 8);
        Assert.Equal(2.0 / 7, LearningRates.Best(spectrum.Minimum, spectrum.Maximum), 8);
    }

    [Fact]
    public void A_gradient_that_reuses_its_array_gives_the_same_hessian()
    {
        var shared = new double[2];
        double[] Reusing(double[] p)
        {
            RosenbrockGradient(p).CopyTo(shared, 0);
            return shared;
        }
        Assert.Equal(Hessian.OfGradient(RosenbrockGradient, [0.5, 2]), Hessian.OfGradient(Reusing, [0.5, 2]));
    }

    [Fact]
    public void The_point_is_left_as_it_was()
    {
        double[] at = [-1.2, 1];
        CentralDifference.Gradient(p => p[0] = p[1] = 7, at);
        Hessian.OfGradient(RosenbrockGradient, at);
        Assert.Equal([-1.2, 1], at);
    }

    [Fact]
    public void Hessian_refuses_a_gradient_of_another_length_and_a_step_of_zero()
    {
        Assert.StartsWith("2 parameters but a gradient of 1 numbers",
            Assert.Throws<ArgumentException>(() => Hessian.OfGradient(_ => [1], [1, 2])).Message);
        Assert.StartsWith("the step must be above 0; got 0", Assert.Throws<ArgumentException>(() => Hessian.OfGradient(x => x, [1], 0)).Message);
    }

    [Fact]
    public void Newton_reaches_the_minimum_of_a_quadratic_in_one_step()
    {
        // f = ½xᵀAx − bᵀx with A = [[2,2],[2,5]], b = (2, 8): minimum A⁻¹b = (−1, 2).
        double[] x = [40, -7];
        double[] gradient = [2 * x[0] + 2 * x[1] - 2, 2 * x[0] + 5 * x[1] - 8];
        var step = Newton.Step(new double[,] { { 2, 2 }, { 2, 5 } }, gradient);
        Assert.Equal(-1, x[0] + step[0], 10);
        Assert.Equal(2, x[1] + step[1], 10);
    }

    [Fact]
    public void Newton_solves_Rosenbrock_in_a_few_steps()
    {
        double[] x = [-1.2, 1];
        for (var i = 0; i < 8; i++)
        {
            var step = Newton.Step(Hessian.OfGradient(RosenbrockGradient, x), RosenbrockGradient(x));
            x = [x[0] + step[0], x[1] + step[1]];
        }
        Assert.Equal(1, x[0], 8);
        Assert.Equal(1, x[1], 8);
    }

    [Fact]
    public void Newton_says_why_it_has_no_step()
    {
        Assert.StartsWith("the Hessian is singular (an eigenvalue is 0): no single Newton step",
            Assert.Throws<ArgumentException>(() => Newton.Step(new double[,] { { 1, 0 }, { 0, 0 } }, [1, 1])).Message);
        Assert.StartsWith("a Hessian of 1 rows but a gradient of 2 numbers",
            Assert.Throws<ArgumentException>(() => Newton.Step(new double[,] { { 1 } }, [1, 1])).Message);
        Assert.StartsWith("the gradient has numbers that are not finite",
            Assert.Throws<ArgumentException>(() => Newton.Step(new double[,] { { 1 } }, [double.NaN])).Message);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1.5, 1 / 3.0)]
    [InlineData(-1, 1, 2)]
    [InlineData(1e308, -1e308, 2)]
    [InlineData(double.PositiveInfinity, 1, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 0)]
    [InlineData(double.NaN, 1, double.NaN)]
    public void Relative_error_of_two_numbers(double a, double b, double expected) =>
        Assert.Equal(expected, CentralDifference.RelativeError(a, b), 1e-15);
}
