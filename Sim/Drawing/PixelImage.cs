namespace Sim;

/// <summary>
/// A grey picture in half blocks: a cell is one pixel wide and two high. Full ink is a block, half ink a shade, so that it is readable without
/// colour; in ASCII, a cell is the mean of its two pixels.
/// </summary>
internal static class PixelImage
{
    private const double Full = 0.55, Half = 0.3;
    private const string Ascii = " .:+#@";

    /// <summary>Cells that an image of this size takes when it is not made smaller.</summary>
    public static Size Cells(int rows, int columns) => new(columns, (rows + 1) / 2);

    /// <summary>Draws the image from the upper left corner, made smaller where the region is.</summary>
    /// <param name="region">Where.</param>
    /// <param name="pixels">[rows, columns], 0 … 1; beyond that it is cut.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="isAscii">Without block glyphs.</param>
    /// <param name="role">Colour.</param>
    public static void Draw(Region region, ReadOnlySpan<double> pixels, int rows, int columns, bool isAscii, Role role = Role.Input)
    {
        if (region.IsEmpty || rows < 1 || columns < 1) return;
        double shrink = Math.Max(1, Math.Max(columns / (double)region.Width, rows / (2.0 * region.Height)));
        int width = Math.Min(region.Width, (int)Math.Ceiling(columns / shrink)), lines = Math.Min(2 * region.Height, (int)Math.Ceiling(rows / shrink));
        for (int y = 0; 2 * y < lines; y++)
            for (int x = 0; x < width; x++)
            {
                double upper = Mean(pixels, rows, columns, 2 * y, x, lines, width), lower = 2 * y + 1 < lines ? Mean(pixels, rows, columns, 2 * y + 1, x, lines, width) : 0;
                region.Put(x, y, isAscii ? AsciiOf((upper + lower) / 2) : Block(upper, lower), role);
            }
    }

    private static string Block(double upper, double lower) => (Level(upper), Level(lower)) switch
    {
        (2, 2) => "█",
        (2, _) => "▀",
        (_, 2) => "▄",
        (1, 1) => "▒",
        (0, 0) => " ",
        _ => "░",
    };

    private static int Level(double ink) => ink >= Full ? 2 : ink >= Half ? 1 : 0;

    private static string AsciiOf(double ink) => Ascii.Substring((int)Math.Round(Math.Clamp(double.IsNaN(ink) ? 0 : ink, 0, 1) * (Ascii.Length - 1)), 1);

    private static double Mean(ReadOnlySpan<double> pixels, int rows, int columns, int y, int x, int lines, int width)
    {
        double sum = 0;
        int top = y * rows / lines, bottom = Math.Max(top + 1, (y + 1) * rows / lines), left = x * columns / width, right = Math.Max(left + 1, (x + 1) * columns / width);
        for (int row = top; row < bottom; row++)
            for (int column = left; column < right; column++) sum += pixels[row * columns + column];
        return sum / ((bottom - top) * (right - left));
    }
}
