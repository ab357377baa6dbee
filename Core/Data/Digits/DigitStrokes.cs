using System.Collections.Immutable;

namespace Core;

/// <summary>One movement of the pen: points in the unit square, x to the right and y down.</summary>
/// <param name="IsSmooth">A curve through the points instead of straight lines between them.</param>
/// <param name="Points">x₀, y₀, x₁, y₁, ….</param>
internal sealed record Stroke(bool IsSmooth, ImmutableArray<double> Points);

/// <summary>How the ten digits are written; some have several habits.</summary>
internal static class DigitStrokes
{
    private static readonly ImmutableArray<ImmutableArray<ImmutableArray<Stroke>>> All =
    [
        [[Curve(0.5, 0, 0.2, 0.12, 0.1, 0.5, 0.2, 0.88, 0.5, 1, 0.8, 0.88, 0.9, 0.5, 0.8, 0.12, 0.5, 0)]],
        [[Line(0.5, 0, 0.5, 1)], [Line(0.25, 0.22, 0.55, 0, 0.55, 1)], [Line(0.25, 0.22, 0.52, 0, 0.52, 1), Line(0.2, 1, 0.85, 1)]],
        [
            [Curve(0.14, 0.26, 0.3, 0.05, 0.6, 0, 0.86, 0.2, 0.76, 0.48, 0.42, 0.76, 0.12, 1), Line(0.12, 1, 0.92, 0.98)],
            [Curve(0.14, 0.22, 0.45, 0, 0.84, 0.2, 0.7, 0.55, 0.3, 0.92, 0.14, 0.95, 0.2, 0.8, 0.5, 0.88, 0.92, 1)],
        ],
        [
            [Curve(0.15, 0.1, 0.5, 0, 0.84, 0.2, 0.68, 0.42, 0.4, 0.48), Curve(0.4, 0.48, 0.78, 0.55, 0.88, 0.78, 0.55, 1, 0.12, 0.9)],
            [Line(0.15, 0, 0.85, 0, 0.45, 0.4), Curve(0.45, 0.4, 0.8, 0.5, 0.85, 0.8, 0.5, 1, 0.12, 0.88)],
        ],
        [
            [Line(0.66, 0, 0.1, 0.66, 0.95, 0.66), Line(0.7, 0.3, 0.7, 1)],
            [Curve(0.2, 0, 0.14, 0.3, 0.2, 0.5, 0.5, 0.54, 0.8, 0.46), Line(0.82, 0, 0.78, 1)],
            [Line(0.7, 1, 0.7, 0, 0.1, 0.66, 0.95, 0.66)],
        ],
        [
            [Line(0.85, 0, 0.26, 0, 0.2, 0.45), Curve(0.2, 0.45, 0.55, 0.37, 0.87, 0.6, 0.75, 0.92, 0.4, 1, 0.1, 0.88)],
            [Curve(0.9, 0.05, 0.4, 0.02, 0.2, 0.28, 0.5, 0.45, 0.82, 0.62, 0.7, 0.95, 0.3, 1, 0.1, 0.85)],
        ],
        [[Curve(0.75, 0.02, 0.36, 0.25, 0.13, 0.62, 0.25, 0.94, 0.6, 1, 0.86, 0.78, 0.7, 0.53, 0.4, 0.52, 0.16, 0.7)]],
        [
            [Line(0.1, 0.02, 0.9, 0.02), Curve(0.9, 0.02, 0.62, 0.45, 0.4, 1)],
            [Line(0.1, 0.02, 0.9, 0.02, 0.45, 1), Line(0.3, 0.5, 0.82, 0.48)],
            [Line(0.12, 0.2, 0.14, 0.02, 0.9, 0.02, 0.5, 1)],
        ],
        [[Curve(0.55, 0.47, 0.2, 0.27, 0.48, 0, 0.82, 0.2, 0.5, 0.47, 0.12, 0.75, 0.48, 1, 0.88, 0.76, 0.55, 0.47)]],
        [
            [Curve(0.84, 0.28, 0.5, 0, 0.15, 0.25, 0.42, 0.52, 0.83, 0.28), Curve(0.84, 0.26, 0.8, 0.62, 0.62, 1)],
            [Curve(0.82, 0.25, 0.5, 0, 0.16, 0.26, 0.45, 0.5, 0.82, 0.25), Line(0.83, 0.1, 0.83, 1)],
            [Curve(0.84, 0.28, 0.5, 0, 0.15, 0.25, 0.42, 0.52, 0.83, 0.28), Curve(0.84, 0.26, 0.86, 0.7, 0.6, 1, 0.2, 0.9)],
        ],
    ];

    /// <summary>Ways to write a digit.</summary>
    public static int Habits(int digit) => All[digit].Length;

    /// <summary>The strokes of a digit in one of its ways.</summary>
    public static ImmutableArray<Stroke> Of(int digit, int habit) => All[digit][habit];

    private static Stroke Curve(params ImmutableArray<double> points) => new(true, points);

    private static Stroke Line(params ImmutableArray<double> points) => new(false, points);
}
