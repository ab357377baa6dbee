using System.Collections.Immutable;

namespace Lessons;

/// <summary>What came of one run of a sweep.</summary>
/// <param name="Value">Of the field that is swept.</param>
/// <param name="All">What each curve shows of its last moment; null where that cannot be evaluated.</param>
/// <param name="First">Loss of the first update.</param>
/// <param name="Last">Loss of the last update: of its batch, before the weights changed.</param>
/// <param name="Best">The least loss of any update.</param>
/// <param name="Updates">Updates done.</param>
/// <param name="DivergedAt">The first update whose loss was not finite; null: none.</param>
public sealed record SweepPoint(double Value, ImmutableArray<double?> All, double First, double Last, double Best, long Updates, long? DivergedAt)
{
    internal SweepPoint(double value, RunOutcome run)
        : this(value, run.All, run.First, run.Last, run.Best, run.Updates, run.DivergedAt)
    {
    }

    /// <summary>What the first curve shows.</summary>
    public double? Shown => All[0];

    /// <summary>Whether the loss is larger than at the beginning, or no number any more.</summary>
    public bool HasRisen => DivergedAt is not null || !(Last <= First);

    /// <summary>Where the last of the shown values is least among the runs whose loss stayed finite.</summary>
    internal static int? LeastOf(IReadOnlyList<SweepPoint?> points)
    {
        int[] finite = [.. Enumerable.Range(0, points.Count).Where(at => points[at] is { DivergedAt: null } point && point.All[^1] is { } shown && double.IsFinite(shown))];
        if (finite.Length == 0) return null;
        // Where a whole range ends at 0 the dip is its middle, not its edge.
        var least = finite.Min(at => points[at]!.All[^1]);
        int[] alike = [.. finite.Where(at => points[at]!.All[^1] == least)];
        return alike[alike.Length / 2];
    }
}

/// <summary>Runs that differ in one field.</summary>
/// <param name="Over">The field.</param>
/// <param name="Log">Whether its values grow by a ratio.</param>
/// <param name="Points">One a run, in the order of the values.</param>
/// <param name="Critical">The learning rate above which gradient descent on a bowl of the curvature at the start weights diverges (2/λmax; with momentum μ, 2(1 + μ)/λmax), where that is the field and theory speaks of this run; else null.</param>
public sealed record SweepCurve(string Over, bool Log, ImmutableArray<SweepPoint> Points, double? Critical)
{
    /// <summary>Curves.</summary>
    public int Count => Points.IsEmpty ? 0 : Points[0].All.Length;

    /// <summary>The run of which the last curve shows the least, the middle one of several that end alike; null: none shows a finite number.</summary>
    public SweepPoint? Least => SweepPoint.LeastOf(Points) is { } at ? Points[at] : null;
}
