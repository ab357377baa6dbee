namespace Sim;

/// <summary>Signed numbers as tinted cells; the sign is a glyph, its size a shade, so that colour is never the only sign.</summary>
internal static class HeatMap
{
    // Growing magnitude: also readable without colour.
    private const string Plus = "·+*#", Minus = "·-~=";

    /// <summary>Each value takes <paramref name="cellWidth"/> cells; <paramref name="max"/> is the magnitude of the full shade.</summary>
    public static void Draw(Region region, int rows, int columns, Func<int, int, double> value, double max, int cellWidth = 2)
    {
        for (int row = 0; row < rows && row < region.Height; row++)
            for (int column = 0; column < columns && column * cellWidth < region.Width; column++)
                DrawCell(region.Sub(column * cellWidth, row, cellWidth, 1), value(row, column), max);
    }

    public static void DrawCell(Region cell, double value, double max)
    {
        if (double.IsNaN(value))
        {
            cell.Fill("?", Role.Bad);
            return;
        }
        double share = max > 0 ? Math.Min(1, Math.Abs(value) / max) : value == 0 ? 0 : 1;
        Style style = new Style(value < 0 ? Role.Negative : Role.Positive).Shaded((int)Math.Ceiling(share * Style.MaxShade - 0.5));
        cell.Fill(" ", style);
        string glyph = (value < 0 ? Minus : Plus).Substring((int)Math.Round(share * 3), 1);
        cell.Put((cell.Width - 1) / 2, 0, glyph, style);
    }
}
