using System.Globalization;

namespace Core;

/// <summary>What a comparison of a derived with a measured derivative says.</summary>
public enum GradientVerdict
{
    /// <summary>Equal as far as the measurement can see.</summary>
    Agrees,

    /// <summary>The slopes to the left and right differ (ReLU at 0, |w| at 0): there is no one derivative to compare with.</summary>
    Kink,

    /// <summary>The derived gradient is wrong, or a number is not finite.</summary>
    Differs,
}

/// <summary>One parameter's derivative, derived and measured.</summary>
/// <param name="Name">E.g. <c>layer1.weight[0,2]</c>.</param>
/// <param name="Analytic">From backpropagation.</param>
/// <param name="Numeric">Central difference.</param>
/// <param name="Difference">|analytic − numeric|</param>
/// <param name="RelativeError">Difference / max(|analytic|, |numeric|).</param>
/// <param name="Verdict">What follows.</param>
public sealed record GradientCheckRow(string Name, double Analytic, double Numeric, double Difference, double RelativeError, GradientVerdict Verdict)
{
    /// <summary>One line with both numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: backpropagation {Analytic:G7}, central difference {Numeric:G7}, difference {Difference:G2} ({Word})");

    private string Word => Verdict switch
    {
        GradientVerdict.Agrees => "agree",
        GradientVerdict.Kink => "kink: the slopes left and right differ",
        _ => "differ",
    };
}

/// <summary>Backpropagation's gradient checked, parameter by parameter, by measuring how the loss changes.</summary>
/// <param name="Rows">One per parameter, in the given order.</param>
public sealed record GradientCheck(IReadOnlyList<GradientCheckRow> Rows)
{
    /// <summary>Default for the largest relative error that counts as agreement, in double.</summary>
    public const double DefaultTolerance = 1e-5;

    // Rounding in the loss (a few ε·|loss|) becomes this many ε·|loss|/h in the difference quotient.
    private const double RoundingFactor = 32, Epsilon = 2.220446049250313e-16;

    /// <summary>Worst verdict first, then the largest relative error; null without parameters.</summary>
    public GradientCheckRow? Worst => Rows.OrderByDescending(row => row.Verdict).ThenByDescending(Badness).FirstOrDefault();

    /// <summary>True if no parameter differs. Kinks do not count against it.</summary>
    public bool Passed => Rows.All(row => row.Verdict != GradientVerdict.Differs);

    /// <summary>Measures every parameter: 2n + 1 evaluations of the loss, two more where it disagrees.</summary>
    /// <param name="loss">Loss of all parameters, shape <c>[n]</c>, in double and without randomness.</param>
    /// <param name="analytic">The gradient to check at <paramref name="at"/>, shape <c>[n]</c>.</param>
    /// <param name="at">The parameters, shape <c>[n]</c>.</param>
    /// <param name="names">A name for each, shape <c>[n]</c>; null names them p0, p1 …</param>
    /// <param name="tolerance">Largest relative error that agrees.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static GradientCheck Run(Func<double[], double> loss, double[] analytic, double[] at,
        IReadOnlyList<string>? names = null, double tolerance = DefaultTolerance)
    {
        if (analytic.Length != at.Length || (names is not null && names.Count != at.Length))
            throw new ArgumentException($"{at.Length} parameters, {analytic.Length} derivatives and {names?.Count ?? at.Length} names; all three must be equal");
        var here = loss((double[])at.Clone());
        var rows = new GradientCheckRow[at.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(names?[i] ?? "p" + i.ToString(CultureInfo.InvariantCulture), loss, analytic[i], at, i, here, tolerance);
        return new(rows);
    }

    /// <summary>One sentence: how many agree, which is worst and by how much.</summary>
    public override string ToString()
    {
        if (Worst is not { } worst) return "no parameters to check";
        var (kinks, differ) = (Rows.Count(row => row.Verdict == GradientVerdict.Kink), Rows.Count(row => row.Verdict == GradientVerdict.Differs));
        var agree = Rows.Count - kinks - differ;
        var parts = new List<string> { $"{agree} of {Rows.Count} derivatives agree with central differences" };
        if (kinks > 0) parts.Add($"{kinks} at a kink");
        if (differ > 0) parts.Add($"{differ} differ");
        return $"{string.Join(", ", parts)}; worst: {worst}";
    }

    private static GradientCheckRow Row(string name, Func<double[], double> loss, double analytic, double[] at, int index, double here, double tolerance)
    {
        var h = CentralDifference.Step(at[index]);
        var wide = Slopes.Measure(loss, at, index, h, here);
        var (slopes, verdict) = (wide, GradientVerdict.Agrees);
        if (!wide.Agrees(analytic, tolerance))
        {
            // A kink inside the step but not at the point disappears from a narrower one; one at the point stays.
            var narrow = Slopes.Measure(loss, at, index, h / 16, here);
            if (narrow.Agrees(analytic, tolerance) && !narrow.Smooth(wide)) slopes = narrow;
            else verdict = wide.Surrounds(analytic) && !narrow.Smooth(wide) ? GradientVerdict.Kink : GradientVerdict.Differs;
        }
        var numeric = slopes.Central;
        return new(name, analytic, numeric, Math.Abs(analytic - numeric), CentralDifference.RelativeError(analytic, numeric), verdict);
    }

    /// <summary>Slopes to the left and right of a point, and how much of them rounding can have made.</summary>
    private readonly record struct Slopes(double Left, double Right, double Central, double Rounding)
    {
        private double Apart => Math.Abs(Right - Left);

        public static Slopes Measure(Func<double[], double> loss, double[] at, int index, double h, double here)
        {
            var above = loss(CentralDifference.Shifted(at, index, h));
            var below = loss(CentralDifference.Shifted(at, index, -h));
            var rounding = RoundingFactor * Epsilon * Math.Max(Math.Abs(here), Math.Max(Math.Abs(above), Math.Abs(below))) / h;
            return new((here - below) / h, (above - here) / h, (above - below) / (2 * h), rounding);
        }

        public bool Agrees(double analytic, double tolerance) =>
            double.IsFinite(analytic)
            && Math.Abs(analytic - Central) <= tolerance * Math.Max(Math.Abs(analytic), Math.Abs(Central)) + Rounding;

        /// <summary>A derivative outside both one-sided slopes is wrong, kink or not.</summary>
        public bool Surrounds(double analytic) =>
            analytic >= Math.Min(Left, Right) - 0.01 * Apart - Rounding && analytic <= Math.Max(Left, Right) + 0.01 * Apart + Rounding;

        /// <summary>On a smooth function the one-sided slopes differ by |f″|h, sixteen times less on the narrow step. (True, too, if either is lost in rounding.)</summary>
        public bool Smooth(Slopes wide) =>
            wide.Apart <= 4 * Rounding || Math.Abs(Apart - wide.Apart / 16) <= wide.Apart / 32 + Rounding;
    }

    private static double Badness(GradientCheckRow row) => double.IsNaN(row.RelativeError) ? double.PositiveInfinity : row.RelativeError;
}
