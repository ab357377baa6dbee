using System.Globalization;
using System.Text;

namespace Sim;

/// <summary>How a path is painted: a thin or thick line, or an area of this opacity in quarters.</summary>
internal enum Paint { Light, Heavy, Quarter, Half, ThreeQuarters, Full }

/// <summary>Box drawing, blocks and braille as SVG shapes: they meet exactly, whatever fonts the viewer has.</summary>
internal static class BoxPaths
{
    // Each sign with its arms left, up, right, down: 0 none, 1 light, 2 heavy.
    private const string Signs = "─1010 │0101 ┌0011 ┐1001 └0110 ┘1100 ├0111 ┤1101 ┬1011 ┴1110 ┼1111 "
        + "━2020 ┃0202 ┏0022 ┓2002 ┗0220 ┛2200 ┣0222 ┫2202 ┳2022 ┻2220 ╋2222 ╴1000 ╵0100 ╶0010 ╷0001";

    private static readonly Dictionary<string, (int Left, int Up, int Right, int Down)> Arms =
        Signs.Split(' ').ToDictionary(sign => sign[..1], sign => (sign[1] - '0', sign[2] - '0', sign[3] - '0', sign[4] - '0'));

    // Filled rectangles in eighths of the cell: x, y, width, height.
    private static (int X, int Y, int Width, int Height)? Block(string glyph) => glyph[0] switch
    {
        >= '▁' and <= '█' => (0, 8 - (glyph[0] - '▁' + 1), 8, glyph[0] - '▁' + 1),
        >= '▉' and <= '▏' => (0, 0, '▏' - glyph[0] + 1, 8),
        '▀' => (0, 0, 8, 4),
        '▐' => (4, 0, 4, 8),
        '░' or '▒' or '▓' => (0, 0, 8, 8),
        _ => null,
    };

    /// <summary>The path of a glyph in a cell at x, y; null if it is text.</summary>
    public static (Paint Paint, string Path)? Of(string glyph, double x, double y, double width, double height)
    {
        if (glyph.Length != 1) return null;
        if (Arms.TryGetValue(glyph, out var arms)) return (arms is ( < 2, < 2, < 2, < 2) ? Paint.Light : Paint.Heavy, Lines(arms, x, y, width, height));
        if (glyph[0] is '╭' or '╮' or '╯' or '╰') return (Paint.Light, Curve(glyph[0], x, y, width, height));
        if (glyph[0] is >= '\u2800' and <= '\u28FF') return (Paint.Full, Dots(glyph[0] - 0x2800, x, y, width, height));
        if (Block(glyph) is not { } block) return null;
        var paint = glyph[0] switch { '░' => Paint.Quarter, '▒' => Paint.Half, '▓' => Paint.ThreeQuarters, _ => Paint.Full };
        return (paint, Box(x + block.X * width / 8, y + block.Y * height / 8, block.Width * width / 8, block.Height * height / 8));
    }

    private static string Lines((int Left, int Up, int Right, int Down) arms, double x, double y, double width, double height)
    {
        double middleX = x + width / 2, middleY = y + height / 2;
        var path = new StringBuilder();
        if (arms.Left + arms.Right > 0)
            path.Append(CultureInfo.InvariantCulture, $"M{(arms.Left > 0 ? x : middleX):0.#} {middleY:0.#}H{(arms.Right > 0 ? x + width : middleX):0.#}");
        if (arms.Up + arms.Down > 0)
            path.Append(CultureInfo.InvariantCulture, $"M{middleX:0.#} {(arms.Up > 0 ? y : middleY):0.#}V{(arms.Down > 0 ? y + height : middleY):0.#}");
        return path.ToString();
    }

    private static string Curve(char glyph, double x, double y, double width, double height)
    {
        double middleX = x + width / 2, middleY = y + height / 2;
        double sideX = glyph is '╭' or '╰' ? x + width : x, sideY = glyph is '╭' or '╮' ? y + height : y;
        return string.Create(CultureInfo.InvariantCulture, $"M{sideX:0.#} {middleY:0.#}Q{middleX:0.#} {middleY:0.#} {middleX:0.#} {sideY:0.#}");
    }

    private static string Dots(int dots, double x, double y, double width, double height)
    {
        ReadOnlySpan<byte> bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
        double side = width / 2 * 0.7;
        var path = new StringBuilder();
        for (int i = 0; i < bits.Length; i++)
            if ((dots & bits[i]) != 0)
                path.Append(Box(x + (i % 2 + 0.15) * width / 2, y + (i / 2 + 0.5) * height / 4 - side / 2, side, side));
        return path.ToString();
    }

    private static string Box(double x, double y, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x:0.##} {y:0.##}h{width:0.##}v{height:0.##}h{-width:0.##}z");
}
