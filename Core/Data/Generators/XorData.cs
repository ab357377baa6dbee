namespace Core;

/// <summary>
/// Exclusive or: row i is corner i mod 4 of (0,0)→0, (0,1)→1, (1,0)→1, (1,1)→0, moved by noise·N(0, 1) in both coordinates. Inputs [n, 2].
/// </summary>
/// <param name="Noise">Standard deviation of the displacement; 0 gives the four points exactly.</param>
public sealed record XorData(double Noise = 0) : PlaneGenerator
{
    private protected override DataSet Build(ulong seed, int rows)
    {
        var noise = DataStream.Noise.Of(seed);
        var (x, positive) = (new double[2 * rows], new bool[rows]);
        for (var i = 0; i < rows; i++)
        {
            var (a, b) = (i / 2 % 2, i % 2);
            x[2 * i] = a + (Noise == 0 ? 0 : Noise * noise.Normal<double>(2 * i));
            x[2 * i + 1] = b + (Noise == 0 ? 0 : Noise * noise.Normal<double>(2 * i + 1));
            positive[i] = a != b;
        }
        return Points(x, positive);
    }

    private protected override void Check(DataProblems problems, int rows)
    {
        base.Check(problems, rows);
        RequireAtLeast(problems, "noise", Noise, 0);
    }
}
