using System.Globalization;
using System.Numerics;

namespace Core;

/// <summary>Numbers as a trace writes them: the shortest digits that read back to the same value of the same type.</summary>
public static class TraceDigits
{
    // Whole numbers below this are written without an exponent: sample and class numbers stay plain.
    private const int PlainBelow = 1 << 24;

    /// <summary><c>0.31</c>, <c>1E-07</c>, <c>12</c>, <c>-0.0</c>, <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    public static string Of<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (T.IsNaN(value)) return "NaN";
        if (T.IsInfinity(value)) return T.IsNegative(value) ? "-Infinity" : "Infinity";
        if (value == T.Zero) return T.IsNegative(value) ? "-0.0" : "0";
        var isPlain = T.IsInteger(value) && T.Abs(value) < T.CreateTruncating(PlainBelow);
        return value.ToString(isPlain ? "F0" : "R", CultureInfo.InvariantCulture);
    }
}
