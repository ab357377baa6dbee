namespace Sim;

/// <summary>The weights of a unit over the image they look at: a cell is about twice as tall as it is wide.</summary>
internal static class WeightImage
{
    private const int ThumbWidth = 14, ThumbHeight = 7;

    /// <summary>The largest picture of that shape: two cells a pixel, one cell for two rows of pixels, or less.</summary>
    public static (int Width, int Height) SizeIn(Size room, int rows, int columns)
    {
        double scale = Math.Min(2, Math.Min(room.Width / (double)columns, 2.0 * room.Height / rows));
        return (Math.Max(0, (int)Math.Floor(columns * scale + 1e-9)), Math.Max(0, (int)Math.Floor(rows * scale / 2 + 1e-9)));
    }

    public static double Largest(ReadOnlySpan<float> weights)
    {
        double most = 0;
        foreach (float weight in weights)
            if (float.IsFinite(weight)) most = Math.Max(most, Math.Abs((double)weight));
        return most;
    }

    /// <summary>Fills the region; a cell shows the mean of the weights it covers.</summary>
    public static void Draw(Region region, WeightsData data, int unit, double most)
    {
        int rows = data.ImageShape[0], columns = data.ImageShape[1];
        var weights = data.Of(unit);
        for (int y = 0; y < region.Height; y++)
            for (int x = 0; x < region.Width; x++)
                HeatMap.DrawCell(region.Sub(x, y, 1, 1), Mean(weights, columns, Part(y, region.Height, rows), Part(x, region.Width, columns)), most);
    }

    /// <summary>The units around the chosen one as small pictures with their numbers.</summary>
    public static void Sheet(Region region, WeightsData data, int unit)
    {
        int across = (region.Width + 1) / (ThumbWidth + 1), down = (region.Height + 1) / (ThumbHeight + 1), count = across * down;
        if (count < 1 || data.Units < 2) return;
        int first = Math.Clamp(unit - count / 2, 0, Math.Max(0, data.Units - count));
        for (int k = 0; k < count && first + k < data.Units; k++)
        {
            var place = region.Sub(k % across * (ThumbWidth + 1), k / across * (ThumbHeight + 1), ThumbWidth, ThumbHeight);
            var (width, height) = SizeIn(new Size(ThumbWidth, ThumbHeight - 1), data.ImageShape[0], data.ImageShape[1]);
            bool isChosen = first + k == unit;
            Text.Line(place, 0, (isChosen ? "▶ " : "  ") + (first + k + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), isChosen ? Role.Active : Role.Dim);
            Draw(place.Sub(0, 1, width, height), data, first + k, Largest(data.Of(first + k)));
        }
    }

    private static (int First, int End) Part(int at, int of, int length) => (at * length / of, Math.Max(at * length / of + 1, (at + 1) * length / of));

    private static double Mean(ReadOnlySpan<float> weights, int stride, (int First, int End) rows, (int First, int End) columns)
    {
        double sum = 0;
        for (int r = rows.First; r < rows.End; r++)
            for (int c = columns.First; c < columns.End; c++) sum += weights[r * stride + c];
        return sum / ((rows.End - rows.First) * (columns.End - columns.First));
    }
}
