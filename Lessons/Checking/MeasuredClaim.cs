using System.Collections.Immutable;

namespace Lessons;

/// <summary>A claim with the numbers by which the run decided it.</summary>
/// <param name="Lesson">Id of the lesson.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Text">Its words, with the run's numbers in them.</param>
/// <param name="At">The moment, e.g. <c>20</c> or <c>1:layer1.z</c>.</param>
/// <param name="Holds">Whether it held.</param>
/// <param name="Parts">Each part that <c>and</c> joins, as numbers: <c>0.0027 &lt; 0.01</c>, <c>|3.02 − 3| = 0.02 &lt; 0.1</c>, or <c>true</c>.</param>
public sealed record MeasuredClaim(string Lesson, Claim Claim, Text Text, string At, bool Holds, ImmutableArray<string> Parts);
