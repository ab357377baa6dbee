using Xunit.Abstractions;

namespace Core.Tests;

public class SingleAccuracyTests(ITestOutputHelper report)
{
    public static TheoryData<string, double, double, double> Ranges => new()
    {
        { "exp", -87.3, 88.7, 1.5 }, { "exp", -1, 1, 1.5 },
        { "expm1", -20, 88.7, 2.5 }, { "expm1", -0.5, 0.5, 2.5 }, { "expm1", -1e-3, 1e-3, 1.5 },
        { "log", 1e-44, 1e-37, 1.5 }, { "log", 1e-3, 4, 1.5 }, { "log", 1, 3e38, 1.5 },
        { "log1p", -0.99999, 1, 2 }, { "log1p", -1e-3, 1e-3, 1.5 }, { "log1p", 1, 1e9, 1.5 },
        { "tanh", -10, 10, 2.5 }, { "tanh", -0.5, 0.5, 2.5 }, { "tanh", -1e-3, 1e-3, 2.5 },
        { "sigmoid", -87, 20, 2.5 }, { "sigmoid", -2, 2, 2.5 },
        { "softplus", -87, 100, 2.5 }, { "softplus", -2, 2, 2.5 },
        { "erf", -5, 5, 2.5 }, { "erf", -0.1, 0.1, 2.5 },
        { "cos", -10, 10, 2.5 }, { "cos", -8000, 8000, 2.5 },
        { "sin", -10, 10, 2.5 }, { "sin", -8000, 8000, 2.5 },
    };

    [Theory, MemberData(nameof(Ranges))]
    public void Function_stays_within_its_bound_of_the_double_result(string name, double from, double to, double bound)
    {
        (Func<float, float> own, Func<double, double> truth) = Functions[name];
        const int count = 400_000;
        double worst = 0;
        float at = 0;
        for (int i = 0; i <= count; i++)
        {
            float x = (float)(from + (to - from) * i / count);
            double error = Ulp.Error(own(x), truth(x));
            if (!(error <= worst))
                (worst, at) = (error, x);
        }
        report.WriteLine($"{name} on {from} … {to}: at most {worst:F2} ulp, at {at:R}");
        Assert.True(worst <= bound, $"{name}: {worst:F3} ulp at {at:R}: got {own(at):R}, truth {truth(at):R}");
    }

    private static readonly Dictionary<string, (Func<float, float>, Func<double, double>)> Functions = new()
    {
        ["exp"] = (ScalarMath<float>.Exp, Math.Exp),
        ["expm1"] = (ScalarMath<float>.Expm1, x => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1),
        ["log"] = (ScalarMath<float>.Log, Math.Log),
        ["log1p"] = (ScalarMath<float>.Log1p, Log1p),
        ["tanh"] = (ScalarMath<float>.Tanh, Math.Tanh),
        ["sigmoid"] = (ScalarMath<float>.Sigmoid, x => 1 / (1 + Math.Exp(-x))),
        ["softplus"] = (ScalarMath<float>.Softplus, x => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)))),
        ["erf"] = (ScalarMath<float>.Erf, Erf),
        ["cos"] = (ScalarMath<float>.Cos, Math.Cos),
        ["sin"] = (ScalarMath<float>.Sin, Math.Sin),
    };

    // ln(1+x) by Kahan's quotient, good to a few ulp of double.
    private static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    // 2/√π·e^(−x²)·Σ 2ⁿx^(2n+1)/(2n+1)!!: all terms positive.
    private static double Erf(double x)
    {
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
