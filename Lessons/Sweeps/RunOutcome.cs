using System.Collections.Immutable;

namespace Lessons;

/// <summary>What came of one run that was trained to its end.</summary>
/// <param name="All">What each expression shows of its last moment; null where that cannot be evaluated. Without expressions: the loss of the last update.</param>
/// <param name="First">Loss of the first update.</param>
/// <param name="Last">Loss of the last update: of its batch, before the weights changed.</param>
/// <param name="Best">The least loss of any update.</param>
/// <param name="Updates">Updates done.</param>
/// <param name="DivergedAt">The first update whose loss was not finite; null: none.</param>
public sealed record RunOutcome(ImmutableArray<double?> All, double First, double Last, double Best, long Updates, long? DivergedAt);
