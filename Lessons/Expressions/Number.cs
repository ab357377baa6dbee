using System.Globalization;
using Core;

namespace Lessons;

/// <summary>Elementary functions of the language, and its way to write numbers.</summary>
internal static class Number
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
