using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Data on which the loss of a linear model without bias is exactly a bowl with the curvatures you state: for ŷ = w·x and loss = mean (ŷ − y)²
/// the Hessian (2/n)·Σ x·xᵀ has the eigenvalues λ₁ … λd, and the minimum lies at <see cref="Minimum"/>.
/// Inputs [n, d], targets numbers [n, 1]; n must be a multiple of 2d.
/// </summary>
/// <remarks>
/// Row pairs ±sⱼ·uⱼ for j = 1 … d, again and again, y = minimum·x + noise. uⱼ are the axes (for d = 2 turned by <see cref="Angle"/>), so
/// (2/n)·Σ x·xᵀ = Σⱼ (2/2d)·2sⱼ²·uⱼuⱼᵀ = Σⱼ λⱼ·uⱼuⱼᵀ with sⱼ = √(d·λⱼ/2); for the loss Σ(ŷ − y)²/(2n) (<see cref="HalfLoss"/>) sⱼ = √(d·λⱼ).
/// Both rows of a pair get the same noise, so Σ noise·x = 0: single batches pull to and fro, the full minimum stays where it is.
/// With a bias the bowl has one more axis, separate from the others because Σ x = 0: curvature 2 (half loss: 1).
/// </remarks>
public sealed record BowlData : DataGenerator
{
    /// <summary>The eigenvalues λ of the Hessian, one per weight, each at least 0.</summary>
    public ImmutableArray<double> Curvatures { get; init; } = [1, 10];

    /// <summary>The best weights, as many as curvatures; empty: all 1.</summary>
    public ImmutableArray<double> Minimum { get; init; } = [];

    /// <summary>Radians by which the valley is turned against the weight axes (two curvatures only).</summary>
    public double Angle { get; init; }

    /// <summary>Standard deviation of the noise of y: makes the gradients of mini-batches differ.</summary>
    public double Noise { get; init; }

    /// <summary>The curvatures are meant for the loss Σ(ŷ − y)²/(2n) instead of the mean of squares.</summary>
    public bool HalfLoss { get; init; }

    private protected override DataSet Build(ulong seed, int rows)
    {
        var noise = DataStream.Noise.Of(seed);
        var (d, pairs) = (Curvatures.Length, rows / 2);
        var (x, y) = (new double[rows * d], new double[rows]);
        for (var pair = 0; pair < pairs; pair++)
        {
            var deviation = Noise * noise.Normal<double>(pair);
            for (var row = 2 * pair; row < 2 * pair + 2; row++)
            {
                var point = x.AsSpan(row * d, d);
                Axis(pair % d, row % 2 == 0 ? 1 : -1, point);
                for (var j = 0; j < d; j++) y[row] += (Minimum.IsDefaultOrEmpty ? 1 : Minimum[j]) * point[j];
                y[row] += deviation;
            }
        }
        return DataSet.Create(x, [d], Targets.Numbers(y), [.. Enumerable.Range(1, d).Select(j => $"x{j}")]);
    }

    private void Axis(int j, int sign, Span<double> point)
    {
        var s = sign * Math.Sqrt(Curvatures.Length * Curvatures[j] / (HalfLoss ? 1 : 2));
        point[j] = s;
        if (Angle == 0) return;
        var (cos, sin) = (ScalarMath<double>.Cos(Angle), ScalarMath<double>.Sin(Angle));
        (point[0], point[1]) = j == 0 ? (s * cos, s * sin) : (-s * sin, s * cos);
    }

    private protected override double SampleWidth => Curvatures.Length;

    private protected override void Check(DataProblems problems, int rows)
    {
        var d = Curvatures.IsDefault ? 0 : Curvatures.Length;
        problems.Require(d >= 1, "curvatures", $"{d} numbers", "at least one", "state one curvature per weight");
        for (var j = 0; j < d; j++) RequireAtLeast(problems, $"curvatures[{j}]", Curvatures[j], 0);
        problems.Require(d == 0 || (rows > 0 && rows % (2 * d) == 0), "rows", rows,
            $"a multiple of {2 * d}, twice the number of curvatures", $"ask for {2 * d} rows");
        problems.Require(Minimum.IsDefaultOrEmpty || Minimum.Length == d, "minimum",
            $"{(Minimum.IsDefault ? 0 : Minimum.Length)} numbers", $"{d}, one per curvature", "state one best weight per curvature, or none");
        if (!Minimum.IsDefaultOrEmpty)
            for (var j = 0; j < Minimum.Length; j++) RequireFinite(problems, $"minimum[{j}]", Minimum[j]);
        problems.Require(Math.Abs(Angle) <= 2 * Math.PI, "angle", Angle, "−2π to 2π radians", "take away whole turns");
        problems.Require(Angle == 0 || d == 2, "angle", Angle, $"0 with {d} curvatures", "give two curvatures or leave the angle out");
        RequireAtLeast(problems, "noise", Noise, 0);
    }
}
