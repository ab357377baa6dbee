using Core;

namespace Sim;

/// <summary>Numbers short enough to stand in a diagram.</summary>
internal static class NetworkNumbers
{
    private const int Widest = 7;

    /// <summary>As many significant digits as fit in <paramref name="widest"/> cells, at most three; one digit and a power of ten where not even one fits.</summary>
    public static string Short(float? value, int widest = Widest)
    {
        if (value is not { } number) return "·";
        for (int digits = 3; digits > 0; digits--)
            if (NumberText.Of(number, digits) is var text && text.Length <= Math.Min(widest, Widest))
                return text;
        return widest < Widest && float.IsFinite(number) ? Power(number) : NumberText.Of(number, 1);
    }

    private static string Power(double number)
    {
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return $"{NumberText.Of(number / Math.Pow(10, exponent), 1)}e{NumberText.Of(exponent, 3)}";
    }

    /// <summary>With its sign: +0.31, −0.2.</summary>
    public static string Signed(double value)
    {
        string text = Short((float)value);
        return value > 0 ? "+" + text : text;
    }
}
