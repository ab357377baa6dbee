namespace Core;

/// <summary>
/// A disc inside a ring, as in TensorFlow Playground's classifyCircleData: the first ⌊n/2⌋ rows have r uniform in [0, R/2), the others in
/// [0.7·R, R); angle φ uniform in [0, 2π); x = r·sin φ, y = r·cos φ. Positive when √((x + e₁)² + (y + e₂)²) &lt; R/2 with e uniform in
/// [−R·noise, R·noise): the noise moves labels, not points. Inputs [n, 2].
/// </summary>
/// <param name="Radius">R</param>
/// <param name="Noise">Share of R by which the point is displaced before it is judged; 0 for clean labels.</param>
public sealed record CircleData(double Radius = 5, double Noise = 0) : PlaneGenerator
{
    private protected override DataSet Build(ulong seed, int rows)
    {
        var (radius, angle, noise) = (DataStream.Position.Of(seed), DataStream.Angle.Of(seed), DataStream.Noise.Of(seed));
        var (points, positive) = (new double[2 * rows], new bool[rows]);
        for (var i = 0; i < rows; i++)
        {
            var r = i < rows / 2 ? radius.Between(i, 0, 0.5 * Radius) : radius.Between(i, 0.7 * Radius, Radius);
            var phi = angle.Between(i, 0, 2 * Math.PI);
            var (x, y) = (r * ScalarMath<double>.Sin(phi), r * ScalarMath<double>.Cos(phi));
            (points[2 * i], points[2 * i + 1]) = (x, y);
            x += noise.Between(2 * i, -Radius, Radius) * Noise;
            y += noise.Between(2 * i + 1, -Radius, Radius) * Noise;
            positive[i] = Math.Sqrt(x * x + y * y) < 0.5 * Radius;
        }
        return Points(points, positive);
    }

    private protected override void Check(DataProblems problems, int rows)
    {
        base.Check(problems, rows);
        problems.Require(double.IsFinite(Radius) && Radius > 0, "radius", Radius, "a finite number above 0", "correct it");
        RequireAtLeast(problems, "noise", Noise, 0);
    }
}
