namespace Core;

/// <summary>Derivatives measured instead of derived: (f(x+h) − f(x−h)) / 2h, error of order h².</summary>
public static class CentralDifference
{
    /// <summary>∛ε for double, 2⁻⁵²ᐟ³: where the error of the formula (h²) and of rounding (ε/h) balance.</summary>
    public const double RelativeStep = 6.055454452393343e-06;

    /// <summary>h = ∛ε · max(1, |x|), rounded so that x + h − x is exactly h.</summary>
    public static double Step(double x)
    {
        var shifted = x + RelativeStep * Math.Max(1, Math.Abs(x));
        return shifted - x;
    }

    /// <summary>∂f/∂xᵢ for every i by 2n evaluations.</summary>
    /// <param name="function">Scalar function of <c>[n]</c>; it may keep or change the array it gets.</param>
    /// <param name="at">Shape <c>[n]</c>; left as it is.</param>
    /// <param name="step">h for every coordinate; null chooses <see cref="Step"/> for each.</param>
    public static double[] Gradient(Func<double[], double> function, double[] at, double? step = null)
    {
        var gradient = new double[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            var h = step ?? Step(at[i]);
            gradient[i] = (function(Shifted(at, i, h)) - function(Shifted(at, i, -h))) / (2 * h);
        }
        return gradient;
    }

    /// <summary>|a − b| / max(|a|, |b|); 0 if both are 0, NaN if either is NaN, infinity if only one is infinite.</summary>
    public static double RelativeError(double a, double b)
    {
        if (a == b) return 0;
        if (double.IsInfinity(a) || double.IsInfinity(b)) return double.IsNaN(a) || double.IsNaN(b) ? double.NaN : double.PositiveInfinity;
        // Halved, so that the difference of two huge numbers of opposite sign does not overflow.
        return Math.Abs(a / 2 - b / 2) / Math.Max(Math.Abs(a), Math.Abs(b)) * 2;
    }

    /// <summary>A copy of <paramref name="at"/> with h added to one coordinate.</summary>
    internal static double[] Shifted(double[] at, int index, double h)
    {
        var shifted = (double[])at.Clone();
        shifted[index] += h;
        return shifted;
    }
}
