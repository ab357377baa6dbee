using System.Globalization;

namespace Core;

/// <summary>Numbers for people, everywhere in the product: the exact value rounded once to so many significant digits, never more.</summary>
public static class NumberText
{
    /// <summary>Significant digits unless stated otherwise.</summary>
    public const int Digits = 4;

    private const int MostPlainExponent = 5;
    private const int LeastPlainExponent = -4;

    /// <summary>
    /// <c>0.31</c>, <c>−0.2</c>, <c>12</c>, <c>1.2e−7</c>, <c>∞</c>, <c>NaN</c>. Zeros at the end are left out; whole digits before the point are all kept
    /// up to a million; tiny and huge values are written with an exponent.
    /// </summary>
    /// <param name="value">A <see cref="float"/> is given as the double it equals.</param>
    /// <param name="digits">Significant digits, 1 to 17.</param>
    /// <param name="isAscii"><c>-</c> and <c>inf</c> instead of <c>−</c> and <c>∞</c>.</param>
    public static string Of(double value, int digits = Digits, bool isAscii = false)
    {
        var minus = isAscii ? "-" : "−";
        if (double.IsNaN(value)) return "NaN";
        if (value == 0) return "0";
        var sign = value < 0 ? minus : "";
        if (double.IsInfinity(value)) return sign + (isAscii ? "inf" : "∞");
        var (mantissa, exponent) = Rounded(Math.Abs(value), digits);
        if (exponent >= mantissa.Length && exponent <= MostPlainExponent) (mantissa, exponent) = Rounded(Math.Abs(value), Exponent(value) + 1);
        if (exponent is > MostPlainExponent or < LeastPlainExponent)
            return $"{sign}{Point(mantissa, 1)}e{(exponent < 0 ? minus : "")}{Math.Abs(exponent)}";
        return sign + (exponent < 0 ? Point(new string('0', -exponent) + mantissa, 1) : Point(mantissa, exponent + 1));
    }

    // Digits d₁d₂… and exponent of d₁.d₂…·10ᵉ, rounded by the formatter, which is exact.
    private static (string Mantissa, int Exponent) Rounded(double value, int digits)
    {
        var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var at = text.IndexOf('E');
        return (text[..at].Replace(".", "", StringComparison.Ordinal), int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private static int Exponent(double value) => Rounded(Math.Abs(value), 17).Exponent;

    private static string Point(string digits, int whole)
    {
        if (digits.Length <= whole) return digits.PadRight(whole, '0');
        var fraction = digits[whole..].TrimEnd('0');
        return fraction.Length == 0 ? digits[..whole] : $"{digits[..whole]}.{fraction}";
    }
}
