using System.Collections.Immutable;

namespace Lessons;

/// <summary>Runs that differ in one field or two, as far as they are done.</summary>
/// <param name="Columns">The field along the horizontal axis; the learning rate if it is one of the two.</param>
/// <param name="Rows">The other one, or null.</param>
/// <param name="Points">Row by row, null where the run is not done; <see cref="SweepPoint.Value"/> is that of the column, its number from 0 where it is a word.</param>
/// <param name="Critical">For each row the learning rate that theory calls critical; null where it says nothing or the row has not begun.</param>
/// <param name="Rule">The formula of it in the rows, e.g. <c>2(1+μ)/λmax</c>.</param>
public sealed record SweepGrid(SweepAxis Columns, SweepAxis? Rows, ImmutableArray<SweepPoint?> Points, ImmutableArray<double?> Critical, string Rule)
{
    /// <summary>Rows.</summary>
    public int Height => Rows?.Count ?? 1;

    /// <summary>Columns.</summary>
    public int Width => Columns.Count;

    /// <summary>Runs that are done.</summary>
    public int Done => Points.Count(point => point is not null);

    /// <summary>Whether all are.</summary>
    public bool IsWhole => !Points.Contains(null);

    /// <summary>A run, or null if it is not done.</summary>
    public SweepPoint? this[int row, int column] => Points[row * Width + column];

    /// <summary>Where the last of the shown values is least among the runs whose loss stayed finite; the middle one of several that end alike; null: nowhere.</summary>
    public (int Row, int Column)? Least => SweepPoint.LeastOf(Points) is { } at ? (at / Width, at % Width) : null;

    /// <summary>The runs of the first row that are done, as one curve.</summary>
    public SweepCurve Curve => new(Columns.Over, Columns.Log, [.. Points.Take(Width).OfType<SweepPoint>()], Critical[0]);
}
