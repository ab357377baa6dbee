using System.Globalization;

namespace Sim;

/// <summary>Inputs that are an image: drawn as one, two rows of it in a row of cells; or the weights of a unit over it.</summary>
internal static class NetworkImage
{
    private const int FewestInputs = 64;
    private const string Greys = " ░▒▓█";

    public static bool IsImage(NetworkData data) =>
        data.Network.InputShape is { Length: 2 } shape && shape[0] * shape[1] >= FewestInputs;

    public static int Width(NetworkData data, UnitDetail detail) =>
        detail == UnitDetail.Dot ? Math.Min(10, data.Network.InputShape[1]) : Math.Min(28, data.Network.InputShape[1]);

    public static void Draw(Region region, NetworkData data, ViewSettings settings)
    {
        int rows = data.Network.InputShape[0], columns = data.Network.InputShape[1];
        int width = Math.Min(region.Width, columns), height = Math.Min(region.Height - 1, (int)Math.Ceiling(rows * width / (2.0 * columns)));
        if (width < 1 || height < 1) return;
        var frame = region.Sub(0, Math.Max(0, (region.Height - height - 1) / 2), width, height + 1);
        bool showsWeights = data.Focus.Edges == 1 && data.Focus.To >= 0 && data.Columns[1].Weights is not null;
        Func<int, float> value = showsWeights ? i => data.Columns[1].Weights!.Values[data.Focus.To * rows * columns + i] : i => data.Columns[0].Units[i].Main ?? 0;
        double max = Enumerable.Range(0, rows * columns).Max(i => Math.Abs((double)value(i)));
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                double mean = Mean(value, (y * rows / height, (y + 1) * rows / height), (x * columns / width, (x + 1) * columns / width), columns);
                if (showsWeights || mean < 0) HeatMap.DrawCell(frame.Sub(x, y, 1, 1), mean, max);
                else frame.Put(x, y, Greys.Substring(max > 0 ? (int)Math.Round(mean / max * (Greys.Length - 1)) : 0, 1), Role.Input);
            }
        string label = showsWeights
            ? string.Format(CultureInfo.InvariantCulture, settings.Say(NetworkWords.WeightImage), data.Focus.To + 1)
            : string.Create(CultureInfo.InvariantCulture, $"{rows}×{columns}");
        Text.Line(frame, height, label, Role.Dim, Align.Center);
    }

    private static double Mean(Func<int, float> value, (int First, int End) rows, (int First, int End) columns, int stride)
    {
        double sum = 0;
        int count = 0;
        for (int r = rows.First; r < Math.Max(rows.End, rows.First + 1); r++)
            for (int c = columns.First; c < Math.Max(columns.End, columns.First + 1); c++, count++)
                sum += value(r * stride + c);
        return sum / count;
    }
}
