using System.Globalization;

namespace Sim;

/// <summary>Maps values to 0 … 1 along an axis, linearly or by decades.</summary>
internal readonly record struct Scale(double Min, double Max, bool Log = false)
{
    /// <summary>The scale that shows all finite values (all positive ones if by decades), with a little room when they are equal.</summary>
    public static Scale Fit(IEnumerable<double> values, bool log = false)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || log && value <= 0) continue;
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        }
        if (min > max) return log ? new Scale(0.1, 1, true) : new Scale(0, 1);
        if (min < max) return new Scale(min, max, log);
        double room = min == 0 ? 1 : Math.Abs(min) / 2;
        return log ? new Scale(min / 2, min * 2, true) : new Scale(min - room, min + room);
    }

    /// <summary>0 at Min, 1 at Max, beyond them outside; NaN where the scale has no place for the value.</summary>
    public double Fraction(double value)
    {
        if (!double.IsFinite(value) || Log && value <= 0) return double.NaN;
        return Log
            ? (Math.Log10(value) - Math.Log10(Min)) / (Math.Log10(Max) - Math.Log10(Min))
            : (value / 2 - Min / 2) / (Max / 2 - Min / 2);
    }

    /// <summary>Round values inside the scale: 1, 2, 5 times a power of ten, or decades; at most <paramref name="count"/>.</summary>
    public IReadOnlyList<double> Ticks(int count)
    {
        var ticks = new List<double>();
        if (count < 1 || !double.IsFinite(Min) || !double.IsFinite(Max) || !(Max > Min)) return ticks;
        if (Log) AddDecades(ticks, count);
        if (ticks.Count >= 2) return ticks;
        ticks.Clear();
        double step = Step((Max / 2 - Min / 2) * 2 / count);
        for (double i = Math.Ceiling(Min / step); i * step <= Max * (1 + 1e-12) && ticks.Count < count; i++)
            ticks.Add(i * step == 0 ? 0 : i * step);
        return ticks;
    }

    /// <summary>At most about seven characters: 0.25, 1200, 1e-5.</summary>
    public static string Label(double value)
    {
        double size = Math.Abs(value);
        if (size != 0 && (size < 0.001 || size >= 1e5))
            return value.ToString("0.##e0", CultureInfo.InvariantCulture).Replace('-', '−');
        return Math.Round(value, size < 1 ? 4 : size < 100 ? 2 : 1).ToString(CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private void AddDecades(List<double> ticks, int count)
    {
        int low = (int)Math.Ceiling(Math.Log10(Min) - 1e-9), high = (int)Math.Floor(Math.Log10(Max) + 1e-9);
        int every = Math.Max(1, (high - low + count) / count);
        for (int power = low; power <= high && ticks.Count < count; power += every) ticks.Add(Math.Pow(10, power));
    }

    private static double Step(double rough)
    {
        if (!(rough > 0) || !double.IsFinite(rough)) return double.MaxValue;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough))), factor = rough / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }
}
