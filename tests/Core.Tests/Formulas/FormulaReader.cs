using System.Globalization;

namespace Core.Tests;

/// <summary>
/// Calculates a printed formula as a person would: by school precedence and parentheses, in double precision. Knows nothing of the tree it was printed from.
/// </summary>
internal sealed class FormulaReader(string text)
{
    private readonly string text = text.Replace(" ", "", StringComparison.Ordinal);
    private int at;

    public static double Value(string text)
    {
        var reader = new FormulaReader(text);
        var value = reader.Sum();
        return reader.at == reader.text.Length ? value : throw new FormatException($"\"{text}\" does not go on after place {reader.at} of \"{reader.text}\".");
    }

    private double Sum()
    {
        var sum = Product();
        while (true)
        {
            if (Take("+")) sum += Product();
            else if (Take("−")) sum -= Product();
            else return sum;
        }
    }

    private double Product()
    {
        var product = Signed();
        while (true)
        {
            if (Take("×")) product *= Signed();
            else if (Take("/")) product /= Signed();
            else return product;
        }
    }

    // A minus sign in front binds less tightly than a product: −a·b = −(a·b), the same number.
    private double Signed() => Take("−") ? -Signed() : Power();

    private double Power()
    {
        var value = Atom();
        while (Take("²")) value *= value;
        return value;
    }

    private double Atom()
    {
        if (Take("(")) return Close(Sum());
        if (Take("e^")) return Math.Exp(Atom());
        if (Take("ln(")) return Math.Log(Close(Sum()));
        if (Take("tanh(")) return Math.Tanh(Close(Sum()));
        if (Take("σ(")) return 1 / (1 + Math.Exp(-Close(Sum())));
        if (Take("erf(")) return MathErf(Close(Sum()));
        if (Take("max(")) return Largest();
        if (Take("√")) return Math.Sqrt(Atom());
        if (!Take("|")) return Number();
        var inside = Sum();
        return Take("|") ? Math.Abs(inside) : throw new FormatException($"| is not closed in {text}");
    }

    private double Largest()
    {
        var largest = Sum();
        while (Take(",")) largest = Math.Max(largest, Sum());
        return Close(largest);
    }

    private double Close(double value) => Take(")") ? value : throw new FormatException($"expected ) at {at} of {text}");

    private double Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' || text[at] == 'e' || (text[at] == '−' && at > start && text[at - 1] == 'e'))) at++;
        return double.Parse(text[start..at].Replace('−', '-'), CultureInfo.InvariantCulture);
    }

    // Abramowitz and Stegun 7.1.5, the power series; arguments here are small.
    private static double MathErf(double x)
    {
        double term = x, sum = x;
        for (var n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private bool Take(string sign)
    {
        if (!text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal)) return false;
        at += sign.Length;
        return true;
    }
}
