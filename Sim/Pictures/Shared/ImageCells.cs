namespace Sim;

/// <summary>A matrix of numbers as an image: a cell is about twice as tall as it is wide, and shows the mean of the numbers it covers.</summary>
internal static class ImageCells
{
    /// <summary>The largest picture of that shape: two cells a number, one cell for two rows of numbers, or less.</summary>
    public static (int Width, int Height) SizeIn(Size room, int rows, int columns)
    {
        double scale = Math.Min(2, Math.Min(room.Width / (double)columns, 2.0 * room.Height / rows));
        return (Math.Max(0, (int)Math.Floor(columns * scale + 1e-9)), Math.Max(0, (int)Math.Floor(rows * scale / 2 + 1e-9)));
    }

    /// <summary>Fills the region with the matrix [rows, columns]; <paramref name="most"/> is the size of the full shade.</summary>
    public static void Draw(Region region, int rows, int columns, Func<int, int, double> value, double most)
    {
        for (int y = 0; y < region.Height; y++)
            for (int x = 0; x < region.Width; x++)
                HeatMap.DrawCell(region.Sub(x, y, 1, 1), Mean(value, Part(y, region.Height, rows), Part(x, region.Width, columns)), most);
    }

    private static (int First, int End) Part(int at, int of, int length) => (at * length / of, Math.Max(at * length / of + 1, (at + 1) * length / of));

    private static double Mean(Func<int, int, double> value, (int First, int End) rows, (int First, int End) columns)
    {
        double sum = 0;
        for (int r = rows.First; r < rows.End; r++)
            for (int c = columns.First; c < columns.End; c++) sum += value(r, c);
        return sum / ((rows.End - rows.First) * (columns.End - columns.First));
    }
}
