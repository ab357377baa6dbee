using System.Collections.Immutable;

namespace Lessons;

/// <summary>What came of one run of a sweep.</summary>
/// <param name="Value">Of the field that is swept.</param>
/// <param name="Shown">What the curve shows of its last moment; null where that cannot be evaluated.</param>
/// <param name="First">Loss of the first update.</param>
/// <param name="Last">Loss of the last update: of its batch, before the weights changed.</param>
/// <param name="Best">The least loss of any update.</param>
/// <param name="Updates">Updates done.</param>
/// <param name="DivergedAt">The first update whose loss was not finite; null: none.</param>
public sealed record SweepPoint(double Value, double? Shown, double First, double Last, double Best, long Updates, long? DivergedAt)
{
    /// <summary>Whether the loss is larger than at the beginning, or no number any more.</summary>
    public bool HasRisen => DivergedAt is not null || !(Last <= First);
}

/// <summary>Runs that differ in one field.</summary>
/// <param name="Over">The field.</param>
/// <param name="Log">Whether its values grow by a ratio.</param>
/// <param name="Points">One a run, in the order of the values.</param>
/// <param name="Critical">2/λmax at the start weights, where the field is the learning rate of plain gradient descent on all samples; else null.</param>
public sealed record SweepCurve(string Over, bool Log, ImmutableArray<SweepPoint> Points, double? Critical)
{
    /// <summary>The run that shows the least, or null if none shows a finite number.</summary>
    public SweepPoint? Least => Points.Where(point => point.Shown is { } shown && double.IsFinite(shown)).MinBy(point => point.Shown);
}
