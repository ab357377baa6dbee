using Core;

namespace Lessons;

/// <summary>What is computed of a row of numbers, in ascending order. Of nothing most are nan.</summary>
internal static partial class Number
{
    public static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    public static double Product(ReadOnlySpan<double> values)
    {
        var product = 1.0;
        foreach (var value in values) product *= value;
        return product;
    }

    /// <summary>Σ(x − mean)²/n</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        var (mean, sum) = (Mean(values), 0.0);
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return sum / values.Length;
    }

    public static double Deviation(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));

    public static double Largest(ReadOnlySpan<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var value in values) most = Math.Max(most, value);
        return most;
    }

    public static double Smallest(ReadOnlySpan<double> values)
    {
        var least = double.PositiveInfinity;
        foreach (var value in values) least = Math.Min(least, value);
        return least;
    }

    /// <summary>Place q·(n − 1) of the sorted values, on the line between neighbours; nan if one is nan.</summary>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        if (values.IsEmpty) return double.NaN;
        var sorted = values.ToArray();
        Array.Sort(sorted); // nan first
        if (double.IsNaN(sorted[0])) return double.NaN;
        var place = share * (sorted.Length - 1);
        var (below, part) = ((int)place, place - (int)place);
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>Index of the first element that is not 0; nan if there is none.</summary>
    public static double First(ReadOnlySpan<double> truths)
    {
        var found = truths.IndexOf(1.0);
        return found < 0 ? double.NaN : found;
    }

    /// <summary>Index of the first largest value; of the first NaN if there is one; NaN of nothing.</summary>
    public static double ArgMax(ReadOnlySpan<double> values) => ArgBest(values, (value, best) => value > best);

    /// <summary>Index of the first smallest value; of the first NaN if there is one; NaN of nothing.</summary>
    public static double ArgMin(ReadOnlySpan<double> values) => ArgBest(values, (value, best) => value < best);

    private static double ArgBest(ReadOnlySpan<double> values, Func<double, double, bool> isBetter)
    {
        var best = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) return i;
            if (isBetter(values[i], values[best])) best = i;
        }
        return values.IsEmpty ? double.NaN : best;
    }

    /// <summary>e^(xᵢ − max) / Σ e^(xⱼ − max)</summary>
    public static void Softmax(ReadOnlySpan<double> values, Span<double> result)
    {
        var (most, sum) = (Largest(values), 0.0);
        for (var i = 0; i < values.Length; i++) sum += result[i] = ScalarMath<double>.Exp(values[i] - most);
        for (var i = 0; i < values.Length; i++) result[i] /= sum;
    }

    /// <summary>Ascending, nan last.</summary>
    public static void Sort(ReadOnlySpan<double> values, Span<double> result)
    {
        values.CopyTo(result);
        result.Sort((a, b) => double.IsNaN(a) ? double.IsNaN(b) ? 0 : 1 : double.IsNaN(b) ? -1 : a.CompareTo(b));
    }

    public static void CumulativeSum(ReadOnlySpan<double> values, Span<double> result)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++) result[i] = sum += values[i];
    }
}
