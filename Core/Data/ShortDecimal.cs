namespace Core;

/// <summary>
/// Numbers such as −12.345, as most are: digits, perhaps a sign and a point, at most 15 digits. Digits and power of ten are exact in double precision,
/// so that one division rounds correctly, to the bits a general parser gives (W. Clinger, How to read floating point numbers accurately, 1990).
/// </summary>
internal static class ShortDecimal
{
    private const int MostDigits = 15;

    private static readonly double[] Tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The number, if it is of this kind.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var isNegative = text is ['-', ..];
        if (isNegative) text = text[1..];
        if (text.IsEmpty || text.Length > MostDigits + 1) return false;
        var (point, number) = (-1, 0L);
        for (var k = 0; k < text.Length; k++)
        {
            if (text[k] == '.' && point < 0) point = k;
            else if (char.IsAsciiDigit(text[k])) number = 10 * number + (text[k] - '0');
            else return false;
        }
        var digits = point < 0 ? text.Length : text.Length - 1;
        if (digits is 0 or > MostDigits) return false;
        value = number / Tens[point < 0 ? 0 : text.Length - 1 - point];
        if (isNegative) value = -value;
        return true;
    }
}
