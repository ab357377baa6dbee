using Core;

namespace Sim;

/// <summary>Numbers short enough to stand in a diagram.</summary>
internal static class NetworkNumbers
{
    private const int Widest = 7;

    /// <summary>As many significant digits as fit in seven cells, at most three.</summary>
    public static string Short(float? value)
    {
        if (value is not { } number) return "·";
        for (int digits = 3; digits > 1; digits--)
            if (NumberText.Of(number, digits) is { Length: <= Widest } text)
                return text;
        return NumberText.Of(number, 1);
    }

    /// <summary>With its sign: +0.31, −0.2.</summary>
    public static string Signed(double value)
    {
        string text = Short((float)value);
        return value > 0 ? "+" + text : text;
    }
}
