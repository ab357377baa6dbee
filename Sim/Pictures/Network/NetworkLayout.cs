using System.Collections.Immutable;

namespace Sim;

/// <summary>How much of a unit is written.</summary>
internal enum UnitDetail
{
    /// <summary>● z 0.268 → a 0.567</summary>
    Line,

    /// <summary>Two lines: the main number, the second under it.</summary>
    Stacked,

    /// <summary>● 0.567</summary>
    Number,

    /// <summary>● alone.</summary>
    Dot,
}

/// <summary>A column where it is drawn.</summary>
/// <param name="Index">Of the network's columns; their count stands for the loss.</param>
/// <param name="X">Left cell.</param>
/// <param name="Width">Cells.</param>
/// <param name="Top">First row of its band.</param>
/// <param name="Height">Rows of its band.</param>
/// <param name="First">First unit shown.</param>
/// <param name="Shown">Units shown.</param>
/// <param name="Pitch">Rows from unit to unit.</param>
/// <param name="IsRepeat">The last column of the band above, drawn again.</param>
internal sealed record PlacedColumn(int Index, int X, int Width, int Top, int Height, int First, int Shown, int Pitch, bool IsRepeat)
{
    public int Right => X + Width;

    private int Start => Top + Math.Max(0, (Height - ((Shown - 1) * Pitch + 1)) / 2);

    /// <summary>The row of a unit, null if it is not shown.</summary>
    public int? RowOf(int unit) => unit >= First && unit < First + Shown ? Start + (unit - First) * Pitch : null;

    /// <summary>The row under the last unit.</summary>
    public int Below => Start + (Shown - 1) * Pitch + 1;
}

/// <summary>Where everything goes. Columns that do not fit side by side go on in a band below.</summary>
internal sealed record NetworkLayout(UnitDetail Detail, ImmutableArray<PlacedColumn> Columns, ImmutableArray<int> BandTops, int HiddenBefore = 0, int HiddenAfter = 0)
{
    private const int MostGap = 22, MostPitch = 4;

    public static NetworkLayout Of(NetworkData data, int width, int height, int nameWidth)
    {
        int columns = data.Columns.Length, units = data.Columns.Skip(1).Max(column => column.Units.Length);
        foreach (var detail in new[] { UnitDetail.Line, UnitDetail.Stacked, UnitDetail.Number })
        {
            if (detail == UnitDetail.Stacked && units * 2 > height - 1) continue;
            if (detail == UnitDetail.Line && (units > 3 || columns > 3)) continue;
            int[] widths = Widths(data, detail, nameWidth);
            if (Fits(widths, columns + 1, detail, width)) return Place(data, detail, widths, width, height, columns + 1, columns + 1);
            if (detail != UnitDetail.Line && !data.Focus.IsLoss && Fits(widths, columns, detail, width)) return Place(data, detail, widths, width, height, columns, columns);
        }
        return Banded(data, UnitDetail.Number, width, height, nameWidth, Math.Min(units, 12))
            ?? Banded(data, UnitDetail.Dot, width, height, nameWidth, Math.Min(units, 4))
            ?? Windowed(data, width, height, nameWidth);
    }

    private static bool Fits(int[] widths, int count, UnitDetail detail, int width) => widths.Take(count).Sum() + (count - 1) * MinGap(detail) <= width;

    private static NetworkLayout? Banded(NetworkData data, UnitDetail detail, int width, int height, int nameWidth, int rows)
    {
        int count = data.Columns.Length + 1;
        int[] widths = Widths(data, detail, nameWidth);
        int perBand = Math.Clamp((width - widths[0] + widths[1]) / (widths[1] + MinGap(detail)), 2, count);
        return height / Bands(count, perBand) > rows ? Place(data, detail, widths, width, height, perBand, count) : null;
    }

    // Each band begins with the last column of the one above.
    private static int Bands(int count, int perBand) => perBand >= count ? 1 : (count - 2 + perBand - 1) / (perBand - 1);

    // So many columns around the focus that fit in one band.
    private static NetworkLayout Windowed(NetworkData data, int width, int height, int nameWidth)
    {
        int[] widths = Widths(data, UnitDetail.Dot, nameWidth);
        int fits = Math.Max(1, width / (widths[1] + MinGap(UnitDetail.Dot)) - 1);
        int chosen = Math.Max(data.Focus.Nodes, data.Focus.Edges);
        if (data.Focus.IsLoss && chosen < 0) chosen = data.Columns.Length;
        var (first, end) = MatrixView.Window(data.Columns.Length + 1, fits, Math.Max(0, chosen));
        var band = Band(data, UnitDetail.Dot, widths, Enumerable.Range(first, end - first), width, new Rect(0, 1, width, height - 1), isRepeat: false);
        return new NetworkLayout(UnitDetail.Dot, [.. band], [0], first, data.Columns.Length + 1 - end);
    }

    private static NetworkLayout Place(NetworkData data, UnitDetail detail, int[] widths, int width, int height, int perBand, int count)
    {
        int bands = Bands(count, perBand);
        var placed = ImmutableArray.CreateBuilder<PlacedColumn>();
        var tops = ImmutableArray.CreateBuilder<int>();
        for (int band = 0; band < bands; band++)
        {
            int top = band * height / bands, bottom = (band + 1) * height / bands;
            int first = bands == 1 ? 0 : band * (perBand - 1), last = Math.Min(count, first + perBand);
            tops.Add(top);
            placed.AddRange(Band(data, detail, widths, Enumerable.Range(first, last - first), width, new Rect(0, top + 1, width, bottom - top - 1), band > 0, Math.Min(perBand, count)));
        }
        return new NetworkLayout(detail, placed.ToImmutable(), tops.ToImmutable());
    }

    private static IEnumerable<PlacedColumn> Band(
        NetworkData data, UnitDetail detail, int[] widths, IEnumerable<int> indices, int width, Rect room, bool isRepeat, int perBand = 0)
    {
        int[] columns = indices.ToArray();
        // A last, shorter band keeps the distances of the others.
        int used = columns.Sum(index => widths[index]), missing = Math.Max(0, perBand - columns.Length);
        int gaps = Math.Max(1, columns.Length - 1 + missing);
        int gap = Math.Clamp((width - used - missing * widths[1]) / gaps, 1, MostGap);
        int x = missing > 0 ? 0 : Math.Max(0, (width - used - gap * (columns.Length - 1)) / 2);
        foreach (int index in columns)
        {
            int units = index < data.Columns.Length ? data.Columns[index].Units.Length : 1;
            int pitch = Math.Clamp(room.Height / Math.Max(1, units), 1, MostPitch);
            int shown = units <= room.Height ? units : Math.Max(1, room.Height - 1);
            var (first, _) = MatrixView.Window(units, shown, Math.Max(0, Chosen(data.Focus, index)));
            yield return new PlacedColumn(index, x, widths[index], room.Y, room.Height, first, shown, pitch, isRepeat && index == columns[0]);
            x += widths[index] + gap;
        }
    }

    private static int Chosen(NetworkFocus focus, int column) =>
        column == focus.Nodes ? focus.Unit : column == focus.Edges ? focus.To : column == focus.Edges - 1 ? focus.From : 0;

    private static int MinGap(UnitDetail detail) => detail switch { UnitDetail.Line => 12, UnitDetail.Stacked => 8, UnitDetail.Number => 5, _ => 3 };

    private static int[] Widths(NetworkData data, UnitDetail detail, int nameWidth)
    {
        int unit = detail switch { UnitDetail.Line => 23, UnitDetail.Stacked => 10, UnitDetail.Number => 9, _ => 2 };
        var widths = Enumerable.Repeat(unit, data.Columns.Length + 1).ToArray();
        widths[0] = NetworkImage.IsImage(data) ? NetworkImage.Width(data, detail) : detail == UnitDetail.Dot ? 2 : nameWidth + 9;
        widths[^1] = detail == UnitDetail.Dot ? 2 : 9;
        return widths;
    }
}
