using System.Globalization;

namespace Lessons;

/// <summary>Elementary functions of the language, and its way to write numbers.</summary>
internal static class Number
{
    private const int MaxChain = 1024;

    public static string Shortest(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => double.IsNaN(value) ? "nan" : value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>x^y. A whole y up to 1024 is a running product (x² is exactly x·x), its negative the reciprocal of that.</summary>
    public static double Power(double x, double y)
    {
        if (y != Math.Floor(y) || Math.Abs(y) > MaxChain) return Math.Pow(x, y);
        var product = 1.0;
        for (var i = 0; i < Math.Abs(y); i++) product *= x;
        return y < 0 ? 1 / product : product;
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

    /// <summary>Index of the first largest value; of the first NaN if there is one; NaN of nothing.</summary>
    public static double ArgMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) return i;
            if (values[i] > values[best]) best = i;
        }
        return values.IsEmpty ? double.NaN : best;
    }
}
