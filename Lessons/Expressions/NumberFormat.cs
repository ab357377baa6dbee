using System.Globalization;
using Core;

namespace Lessons;

/// <summary>How a number in a lesson's text is written: <c>3</c> decimals, <c>g4</c> significant digits, <c>e3</c> scientific, <c>%</c> or <c>%1</c> per cent.</summary>
public readonly record struct NumberFormat
{
    private const int MostDigits = 15, DefaultDigits = 6;
    private const double WholeBelow = 1e15;

    private NumberFormat(char style, int digits) => (Style, Digits) = (style, digits);

    /// <summary><c>f</c> decimals, <c>g</c> significant digits, <c>e</c> scientific, <c>%</c> per cent; 0 if none is given.</summary>
    public char Style { get; }

    /// <summary>Digits after the point, or significant digits for <c>g</c>.</summary>
    public int Digits { get; }

    internal const string Expected = "3 (decimals), g4 (significant digits), e3 (scientific), % or %1 (per cent); at most 15 digits";

    internal static NumberFormat? Parse(string text)
    {
        var style = text is ['g' or 'e' or '%', ..] ? text[0] : 'f';
        var digits = style == 'f' ? text : text[1..];
        if (style == '%' && digits.Length == 0) return new(style, 0);
        if (digits.Length is 0 or > 2 || !digits.All(char.IsAsciiDigit)) return null;
        var count = int.Parse(digits, CultureInfo.InvariantCulture);
        return count > MostDigits || (style == 'g' && count == 0) ? null : new(style, count);
    }

    /// <summary>
    /// The number in this format; without one: whole numbers in full, others with 6 significant digits. Never <c>−0</c>; signs and exponents as in the formulas
    /// beside the text (<see cref="NumberText"/>).
    /// </summary>
    public string Write(double value)
    {
        if (!double.IsFinite(value)) return NumberText.Of(value);
        var written = Style switch
        {
            'f' => value.ToString("F" + Digits, CultureInfo.InvariantCulture),
            'g' => NumberText.Of(value, Digits),
            'e' => value.ToString((Digits == 0 ? "0" : "0." + new string('0', Digits)) + "e0", CultureInfo.InvariantCulture),
            '%' => (value * 100).ToString("F" + Digits, CultureInfo.InvariantCulture) + "%",
            _ when value == Math.Floor(value) && Math.Abs(value) < WholeBelow => value.ToString("F0", CultureInfo.InvariantCulture),
            _ => NumberText.Of(value, DefaultDigits),
        };
        written = written.Replace('-', '−');
        return written[0] == '−' && written.All(c => c is '−' or '0' or '.' or '%') ? written[1..] : written;
    }

    /// <summary>The format's own spelling; empty if none is given.</summary>
    public override string ToString() => Style switch
    {
        '\0' => "",
        'f' => Digits.ToString(CultureInfo.InvariantCulture),
        '%' when Digits == 0 => "%",
        _ => Style + Digits.ToString(CultureInfo.InvariantCulture),
    };
}
