using System.Globalization;
using System.Text;

namespace Sim;

/// <summary>Box drawing, blocks and braille as SVG shapes: they meet exactly, whatever fonts the viewer has.</summary>
internal static class BoxPaths
{
    // Arms of each sign: left, up, right, down; 1 light, 2 heavy.
    private static readonly Dictionary<string, (int Left, int Up, int Right, int Down)> Arms = new()
    {
        ["─"] = (1, 0, 1, 0), ["│"] = (0, 1, 0, 1), ["┌"] = (0, 0, 1, 1), ["┐"] = (1, 0, 0, 1), ["└"] = (0, 1, 1, 0), ["┘"] = (1, 1, 0, 0),
        ["├"] = (0, 1, 1, 1), ["┤"] = (1, 1, 0, 1), ["┬"] = (1, 0, 1, 1), ["┴"] = (1, 1, 1, 0), ["┼"] = (1, 1, 1, 1),
        ["━"] = (2, 0, 2, 0), ["┃"] = (0, 2, 0, 2), ["┏"] = (0, 0, 2, 2), ["┓"] = (2, 0, 0, 2), ["┗"] = (0, 2, 2, 0), ["┛"] = (2, 2, 0, 0),
        ["┣"] = (0, 2, 2, 2), ["┫"] = (2, 2, 0, 2), ["┳"] = (2, 0, 2, 2), ["┻"] = (2, 2, 2, 0), ["╋"] = (2, 2, 2, 2),
        ["╴"] = (1, 0, 0, 0), ["╵"] = (0, 1, 0, 0), ["╶"] = (0, 0, 1, 0), ["╷"] = (0, 0, 0, 1),
    };

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

    /// <summary>The shape of a glyph in a cell at x, y; null if it is text.</summary>
    public static string? Of(string glyph, double x, double y, double width, double height, string color)
    {
        if (glyph.Length != 1) return null;
        if (Arms.TryGetValue(glyph, out var arms)) return Lines(arms, x, y, width, height, color);
        if (glyph[0] is '╭' or '╮' or '╯' or '╰') return Curve(glyph[0], x, y, width, height, color);
        if (glyph[0] is >= '\u2800' and <= '\u28FF') return Dots(glyph[0] - 0x2800, x, y, width, height, color);
        if (Block(glyph) is not { } block) return null;
        string opacity = glyph[0] switch { '░' => " fill-opacity=\"0.25\"", '▒' => " fill-opacity=\"0.5\"", '▓' => " fill-opacity=\"0.75\"", _ => "" };
        return string.Create(CultureInfo.InvariantCulture,
            $"<rect x=\"{x + block.X * width / 8:0.##}\" y=\"{y + block.Y * height / 8:0.##}\" width=\"{block.Width * width / 8:0.##}\" height=\"{block.Height * height / 8:0.##}\" fill=\"{color}\"{opacity}/>");
    }

    private static string Lines((int Left, int Up, int Right, int Down) arms, double x, double y, double width, double height, string color)
    {
        double middleX = x + width / 2, middleY = y + height / 2;
        var path = new StringBuilder();
        void To(int arm, double toX, double toY)
        {
            if (arm > 0) path.Append(CultureInfo.InvariantCulture, $"M{middleX:0.##} {middleY:0.##}L{toX:0.##} {toY:0.##}");
        }
        To(arms.Left, x, middleY);
        To(arms.Up, middleX, y);
        To(arms.Right, x + width, middleY);
        To(arms.Down, middleX, y + height);
        int weight = Math.Max(Math.Max(arms.Left, arms.Up), Math.Max(arms.Right, arms.Down));
        return Stroke(path.ToString(), color, weight);
    }

    private static string Curve(char glyph, double x, double y, double width, double height, string color)
    {
        double middleX = x + width / 2, middleY = y + height / 2;
        double sideX = glyph is '╭' or '╰' ? x + width : x, sideY = glyph is '╭' or '╮' ? y + height : y;
        return Stroke(string.Create(CultureInfo.InvariantCulture, $"M{sideX:0.##} {middleY:0.##}Q{middleX:0.##} {middleY:0.##} {middleX:0.##} {sideY:0.##}"), color, 1);
    }

    private static string Stroke(string path, string color, int weight) =>
        $"<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{(weight == 2 ? "2.4" : "1.2")}\" stroke-linecap=\"square\"/>";

    private static string Dots(int dots, double x, double y, double width, double height, string color)
    {
        ReadOnlySpan<byte> bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
        double side = width / 2 * 0.7;
        var path = new StringBuilder();
        for (int i = 0; i < bits.Length; i++)
        {
            if ((dots & bits[i]) == 0) continue;
            double left = x + (i % 2 + 0.15) * width / 2, top = y + (i / 2 + 0.5) * height / 4 - side / 2;
            path.Append(CultureInfo.InvariantCulture, $"M{left:0.##} {top:0.##}h{side:0.##}v{side:0.##}h{-side:0.##}z");
        }
        return path.Length == 0 ? "" : $"<path d=\"{path}\" fill=\"{color}\"/>";
    }
}
