namespace Core;

/// <summary>
/// Two half circles that reach into each other, as in scikit-learn's make_moons (unshuffled): ⌊n/2⌋ negative rows (cos t, sin t), then the positive
/// rows (1 − cos t, ½ − sin t), t evenly from 0 to π in each half, moved by noise·N(0, 1) in both coordinates. Inputs [n, 2].
/// </summary>
/// <param name="Noise">Standard deviation of the displacement.</param>
public sealed record MoonsData(double Noise = 0.1) : PlaneGenerator
{
    private protected override DataSet Build(ulong seed, int rows)
    {
        var noise = DataStream.Noise.Of(seed);
        var (x, positive) = (new double[2 * rows], new bool[rows]);
        for (var row = 0; row < rows; row++)
        {
            positive[row] = row >= rows / 2;
            var (i, m) = positive[row] ? (row - rows / 2, rows - rows / 2) : (row, rows / 2);
            var t = m == 1 ? 0 : Math.PI * i / (m - 1);
            var (cos, sin) = (ScalarMath<double>.Cos(t), ScalarMath<double>.Sin(t));
            x[2 * row] = (positive[row] ? 1 - cos : cos) + (Noise == 0 ? 0 : Noise * noise.Normal<double>(2 * row));
            x[2 * row + 1] = (positive[row] ? 0.5 - sin : sin) + (Noise == 0 ? 0 : Noise * noise.Normal<double>(2 * row + 1));
        }
        return Points(x, positive);
    }

    private protected override void Check(DataProblems problems, int rows)
    {
        base.Check(problems, rows);
        RequireAtLeast(problems, "noise", Noise, 0);
    }
}
