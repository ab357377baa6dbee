using System.Text;

namespace Sim;

/// <summary>Select Graphic Rendition: a style as an escape sequence that does not depend on what was set before.</summary>
internal static class Sgr
{
    public const string Reset = "\e[0m";

    public static string Of(Style style, Theme theme, ColorDepth depth)
    {
        var code = new StringBuilder("\e[0");
        var attributes = theme.AttributesOf(style);
        bool tinted = style.Shade > 0 && depth >= ColorDepth.Ansi256;
        if (attributes.HasFlag(Attributes.Bold)) code.Append(";1");
        if (attributes.HasFlag(Attributes.Underline)) code.Append(";4");
        if (attributes.HasFlag(Attributes.Reverse) && !tinted) code.Append(";7");
        var ink = theme[style.Role];
        int basic = style is { Role: Role.Ramp, Shade: > 0 } ? theme.RampAnsi16[style.Shade - 1] : ink.Ansi16;
        if (depth == ColorDepth.Ansi16 && basic >= 0) code.Append(';').Append(basic + (basic < 8 ? 30 : 82));
        if (depth >= ColorDepth.Ansi256) AppendColors(code, style, theme, depth, tinted);
        return code.Append('m').ToString();
    }

    private static void AppendColors(StringBuilder code, Style style, Theme theme, ColorDepth depth, bool tinted)
    {
        var (front, back) = tinted ? theme.Colors(style) : (theme[style.Role].Color, theme.Background);
        bool own = style.Role is Role.Text or Role.Selected && !theme.PaintsBackground && !tinted;
        if (!own) Append(code, 38, front, depth);
        if (tinted || theme.PaintsBackground) Append(code, 48, back, depth);
    }

    private static void Append(StringBuilder code, int kind, Rgb color, ColorDepth depth) =>
        _ = depth == ColorDepth.TrueColor
            ? code.Append($";{kind};2;{color.R};{color.G};{color.B}")
            : code.Append($";{kind};5;{Nearest256(color)}");

    /// <summary>The nearest of the 6×6×6 cube (16–231) and the grey ramp (232–255).</summary>
    internal static int Nearest256(Rgb color)
    {
        int r = Level(color.R), g = Level(color.G), b = Level(color.B);
        int grey = Math.Clamp(((color.R + color.G + color.B) / 3 - 3) / 10, 0, 23), shade = 8 + 10 * grey;
        int cubeError = Square(color, Value(r), Value(g), Value(b)), greyError = Square(color, shade, shade, shade);
        return greyError < cubeError ? 232 + grey : 16 + 36 * r + 6 * g + b;
    }

    // Cube levels are 0, 95, 135, 175, 215, 255.
    private static int Level(int value) => value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;

    private static int Value(int level) => level == 0 ? 0 : 55 + 40 * level;

    private static int Square(Rgb a, int r, int g, int b) => (a.R - r) * (a.R - r) + (a.G - g) * (a.G - g) + (a.B - b) * (a.B - b);
}
