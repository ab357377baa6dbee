using Lessons;

namespace Sim;

/// <summary>Which rows and columns of a map are shown, and how large a cell is.</summary>
/// <param name="Rows">Numbers of the rows shown.</param>
/// <param name="Columns">Numbers of the columns shown.</param>
/// <param name="Gutter">Cells for the values of the rows.</param>
/// <param name="Cell">Size of a cell.</param>
internal sealed record SweepMapLayout(int[] Rows, int[] Columns, int Gutter, Size Cell)
{
    private const int WidestLabel = 12, WidestCell = 10, HighestCell = 3;

    public bool IsElided(SweepGrid grid) => Rows.Length < grid.Height || Columns.Length < grid.Width;

    /// <param name="size">Of the map with the values of its rows at the left.</param>
    /// <param name="grid">The runs.</param>
    public static SweepMapLayout Of(Size size, SweepGrid grid)
    {
        int gutter = Math.Min(Math.Min(WidestLabel, size.Width / 3), Enumerable.Range(0, grid.Height).Max(row => TextWidth.Of(SweepWords.Value(grid.Rows!, row)))) + 1;
        int width = Math.Max(0, size.Width - gutter), least = grid.Critical.Any(rate => rate is not null) ? 2 : 1;
        // At least two cells where a line runs through them.
        int[] columns = Spread(grid.Width, width / least, grid.Least?.Column), rows = Spread(grid.Height, size.Height, grid.Least?.Row);
        return new(rows, columns, gutter, new(columns.Length == 0 ? 0 : Math.Min(WidestCell, width / columns.Length), rows.Length == 0 ? 0 : Math.Min(HighestCell, size.Height / rows.Length)));
    }

    /// <summary>Where a value of the horizontal axis lies, in cells from the left of the map: values stand in the middle of their cells; null beyond the map.</summary>
    public int? At(SweepAxis axis, double value)
    {
        if (Columns.Length < 2 || !axis.IsNumeric) return null;
        double Place(double number) => axis.Log ? Math.Log(number) : number;
        double[] places = [.. Columns.Select(column => Place(axis.Numbers[column]))];
        int left = Array.FindIndex(places[1..], place => (places[^1] > places[0]) == (place > Place(value)));
        if (left < 0) left = places.Length - 2;
        double at = (left + (Place(value) - places[left]) / (places[left + 1] - places[left]) + 0.5) * Cell.Width;
        return at >= 0 && at < Columns.Length * Cell.Width ? (int)at : null;
    }

    // All, or as many as fit, evenly, with both ends and the one that must be seen in the place of its neighbour.
    private static int[] Spread(int count, int most, int? seen)
    {
        if (count <= most) return [.. Enumerable.Range(0, count)];
        if (most < 3) return [.. Enumerable.Range(0, Math.Max(0, most))];
        int[] kept = [.. Enumerable.Range(0, most).Select(k => (int)((long)k * (count - 1) / (most - 1)))];
        if (seen is { } one && !kept.Contains(one)) kept[Enumerable.Range(1, most - 2).MinBy(k => Math.Abs(kept[k] - one))] = one;
        return kept;
    }
}
