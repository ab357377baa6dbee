using Xunit.Abstractions;

namespace Core.Tests;

public class DoubleAccuracyTests(ITestOutputHelper report)
{
    private static readonly Dictionary<string, (Func<double, double> Own, Func<double, BigFloat> Truth)> Functions = new()
    {
        ["exp"] = (ScalarMath<double>.Exp, x => BigFloat.Exp(x)),
        ["expm1"] = (ScalarMath<double>.Expm1, x => BigFloat.Expm1(x)),
        ["log"] = (ScalarMath<double>.Log, x => BigFloat.Log(x, Math.Log(x))),
        ["log1p"] = (ScalarMath<double>.Log1p, x => BigFloat.Log((BigFloat)1 + x, Math.Log(1 + x))),
        ["tanh"] = (ScalarMath<double>.Tanh, Tanh),
        ["sigmoid"] = (ScalarMath<double>.Sigmoid, x => 1 / (1 + BigFloat.Exp(-x))),
        ["softplus"] = (ScalarMath<double>.Softplus, Softplus),
        ["erf"] = (ScalarMath<double>.Erf, x => BigFloat.Erf(x)),
        ["cos"] = (ScalarMath<double>.Cos, x => BigFloat.Cos(x)),
        ["sin"] = (ScalarMath<double>.Sin, x => BigFloat.Cos(BigFloat.Pi.Half() - x)),
    };

    private static BigFloat Tanh(double x)
    {
        BigFloat u = BigFloat.Expm1(2 * x);
        return u / (u + 2);
    }

    private static BigFloat Softplus(double x)
    {
        BigFloat e = BigFloat.Exp(x);
        return BigFloat.Log(1 + e, x > 30 ? x : x < -30 ? Math.Exp(x) : Math.Log(1 + Math.Exp(x)));
    }

    [Theory]
    [InlineData("exp", -708, 709.7, 4)]
    [InlineData("exp", -1, 1, 4)]
    [InlineData("expm1", -40, 100, 4)]
    [InlineData("expm1", -0.5, 0.5, 4)]
    [InlineData("expm1", -1e-5, 1e-5, 4)]
    [InlineData("log", 1e-320, 1e-307, 4)]
    [InlineData("log", 1e-3, 4, 4)]
    [InlineData("log", 1, 1e300, 4)]
    [InlineData("log1p", -0.99999, 1, 4)]
    [InlineData("log1p", -1e-5, 1e-5, 4)]
    [InlineData("log1p", 1, 1e20, 4)]
    [InlineData("tanh", -20, 20, 4)]
    [InlineData("tanh", -0.5, 0.5, 4)]
    [InlineData("sigmoid", -700, 40, 4)]
    [InlineData("sigmoid", -2, 2, 4)]
    [InlineData("softplus", -25, 100, 4)]
    [InlineData("softplus", -2, 2, 4)]
    [InlineData("erf", -6, 6, 4)]
    [InlineData("erf", 0.9, 1.3, 4)]
    [InlineData("erf", -0.1, 0.1, 4)]
    [InlineData("cos", -10, 10, 4)]
    [InlineData("cos", -1e6, 1e6, 4)]
    [InlineData("sin", -10, 10, 4)]
    [InlineData("sin", -1e6, 1e6, 4)]
    public void Function_stays_within_its_bound_of_the_exact_value(string name, double from, double to, double bound)
    {
        (Func<double, double> own, Func<double, BigFloat> truth) = Functions[name];
        const int count = 1500;
        double worst = 0, at = 0;
        for (int i = 0; i <= count; i++)
        {
            double x = from + (to - from) * i / count;
            if (x == 0)
                continue;
            double error = truth(x).UlpsFrom(own(x));
            if (!(error <= worst))
                (worst, at) = (error, x);
        }
        report.WriteLine($"{name} on {from} … {to}: at most {worst:F2} ulp, at {at:R}");
        Assert.True(worst <= bound, $"{name}: {worst:F2} ulp at {at:R}: got {own(at):R}");
    }

    [Fact]
    public void The_reference_knows_published_digits()
    {
        Assert.True(BigFloat.Pi.UlpsFrom(Math.PI) < 0.5);
        Assert.True(BigFloat.Exp(1).UlpsFrom(Math.E) < 0.5);
        Assert.True(BigFloat.Log(2, 0.69).UlpsFrom(0.69314718055994530942) < 0.5);
        Assert.True(BigFloat.Erf(1).UlpsFrom(0.84270079294971486934) < 0.5);
        Assert.True(BigFloat.Cos(1).UlpsFrom(0.54030230586813971740) < 0.5);
    }
}
