namespace Core;

/// <summary>The few transcendental functions that data and metrics need, the same bits on every machine.</summary>
internal static class DataMath
{
    internal static double Cos(double x)
    {
        x = Math.Abs(x) % (2 * Math.PI);
        if (x > Math.PI) x = 2 * Math.PI - x;
        if (x > Math.PI / 2) return -Cos(Math.PI - x);
        double term = 1, sum = 1;
        for (var k = 1; k < 14; k++) sum += term *= -x * x / ((2 * k - 1) * (2 * k));
        return sum;
    }

    /// <summary>sin x = cos(x − π/2)</summary>
    internal static double Sin(double x) => Cos(x - Math.PI / 2);

    internal static double Log(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        var exponent = Math.ILogB(x);
        var s = Math.ScaleB(x, -exponent);
        s = (s - 1) / (s + 1);
        double power = s, sum = 0;
        for (var k = 1; k < 80; k += 2, power *= s * s) sum += power / k;
        return 2 * sum + exponent * 0.693147180559945309;
    }
}
