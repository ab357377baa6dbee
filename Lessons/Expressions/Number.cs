using System.Globalization;
using Core;

namespace Lessons;

/// <summary>Elementary functions of the language, and its way to write numbers.</summary>
internal static partial class Number
{
    public static string Shortest(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => double.IsNaN(value) ? "nan" : value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>x^y with the same bits on every machine: repeated squaring for a whole y (x² is exactly x·x), else e^(y·ln x).</summary>
    public static double Power(double x, double y) =>
        y == Math.Floor(y) && Math.Abs(y) <= int.MaxValue ? ScalarMath<double>.PowerInt(x, (long)y) : ScalarMath<double>.Pow(x, y);

    /// <summary>log₁₀ x, exact for powers of ten.</summary>
    public static double Log10(double x)
    {
        var log = ScalarMath<double>.Log(x) / ScalarMath<double>.Log(10);
        var whole = Math.Round(log);
        return Math.Abs(whole) < 400 && Power(10, whole) == x ? whole : log;
    }

    /// <summary>log₂ x, exact for powers of two.</summary>
    public static double Log2(double x)
    {
        if (!(x > 0) || double.IsInfinity(x)) return ScalarMath<double>.Log(x);
        var exponent = Math.ILogB(x);
        return exponent + ScalarMath<double>.Log(Math.ScaleB(x, -exponent)) / ScalarMath<double>.Log(2);
    }

    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    public static double Norm(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value * value;
        return Math.Sqrt(sum);
    }
}
