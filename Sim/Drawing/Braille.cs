using System.Text;

namespace Sim;

/// <summary>A canvas of 2×4 dots a cell. Of two lines in one cell the later one gives the colour.</summary>
internal sealed class Braille(int cellsWide, int cellsHigh)
{
    // Bits of U+2800: left column 1 2 3 7, right column 4 5 6 8, from top to bottom.
    private static readonly byte[] Bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    private readonly byte[] _dots = new byte[Math.Max(0, cellsWide) * Math.Max(0, cellsHigh)];
    private readonly Style[] _styles = new Style[Math.Max(0, cellsWide) * Math.Max(0, cellsHigh)];

    public int Width { get; } = 2 * Math.Max(0, cellsWide);
    public int Height { get; } = 4 * Math.Max(0, cellsHigh);

    public void Set(int x, int y, Style style)
    {
        if (x < 0 || y < 0 || x >= Width || y >= Height) return;
        int cell = y / 4 * (Width / 2) + x / 2;
        _dots[cell] |= Bits[y % 4 * 2 + x % 2];
        _styles[cell] = style;
    }

    /// <summary>
    /// A line (Bresenham) of the dots whose running number is set in the 12-bit pattern;
    /// returns the number after the last dot, so that dashes go on through a curve.
    /// </summary>
    public int Line(int x0, int y0, int x1, int y1, Style style, int pattern = 0xFFF, int number = 0)
    {
        int dx = Math.Abs(x1 - x0), dy = -Math.Abs(y1 - y0), stepX = x0 < x1 ? 1 : -1, stepY = y0 < y1 ? 1 : -1;
        for (int error = dx + dy; ;)
        {
            if ((pattern >> number % 12 & 1) != 0) Set(x0, y0, style);
            if (x0 == x1 && y0 == y1) return number;
            number++;
            int twice = 2 * error;
            if (twice >= dy) { error += dy; x0 += stepX; }
            if (twice <= dx) { error += dx; y0 += stepY; }
        }
    }

    public void Draw(Region region)
    {
        for (int i = 0; i < _dots.Length; i++)
            if (_dots[i] != 0)
                region.Put(i % (Width / 2), i / (Width / 2), new Glyph(Glyph.Of(new Rune(0x2800 + _dots[i])), 1), _styles[i]);
    }
}
