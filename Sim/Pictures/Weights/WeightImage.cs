using System.Globalization;

namespace Sim;

/// <summary>The weights of units over the image they look at.</summary>
internal static class WeightImage
{
    private const int ThumbWidth = 14, ThumbHeight = 7;

    /// <summary>The chosen unit as large as it gets; returns what it takes.</summary>
    public static (int Width, int Height) Draw(Region region, WeightsData data, int unit)
    {
        int rows = data.ImageShape[0], columns = data.ImageShape[1];
        var (width, height) = ImageCells.SizeIn(region.Size, rows, columns);
        double most = 0;
        foreach (float weight in data.Of(unit))
            if (float.IsFinite(weight)) most = Math.Max(most, Math.Abs((double)weight));
        ImageCells.Draw(region.Sub(0, 0, width, height), rows, columns, (row, column) => data.Values[unit * data.Inputs + row * columns + column], most);
        return (width, height);
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
            bool isChosen = first + k == unit;
            Text.Line(place, 0, (isChosen ? "▶ " : "  ") + (first + k + 1).ToString(CultureInfo.InvariantCulture), isChosen ? Role.Active : Role.Dim);
            Draw(place.SkipTop(1), data, first + k);
        }
    }
}
