namespace Core;

/// <summary>
/// Two round clouds: positive rows around (d, d), negative rows around (−d, −d), both coordinates with standard deviation s. Inputs [n, 2].
/// The first ⌊n·share + ½⌋ rows are positive. Centres ±(2, 2) as in TensorFlow Playground's classifyTwoGaussData.
/// </summary>
/// <param name="Distance">d, coordinate of the positive centre.</param>
/// <param name="Deviation">s, standard deviation of the clouds.</param>
/// <param name="PositiveShare">Share of positive rows: far from ½ for a rare class.</param>
public sealed record GaussiansData(double Distance = 2, double Deviation = 1, double PositiveShare = 0.5) : PlaneGenerator
{
    private protected override DataSet Build(ulong seed, int rows)
    {
        var noise = DataStream.Noise.Of(seed);
        var (x, positive) = (new double[2 * rows], new bool[rows]);
        var positives = (int)Math.Floor(rows * PositiveShare + 0.5);
        for (var i = 0; i < rows; i++)
        {
            positive[i] = i < positives;
            for (var k = 2 * i; k < 2 * i + 2; k++) x[k] = (positive[i] ? Distance : -Distance) + Deviation * noise.Normal<double>(k);
        }
        return Points(x, positive);
    }

    private protected override void Check(DataProblems problems, int rows)
    {
        base.Check(problems, rows);
        RequireFinite(problems, "distance", Distance);
        RequireAtLeast(problems, "deviation", Deviation, 0);
        problems.Require(PositiveShare is >= 0 and <= 1, "positiveShare", PositiveShare, "0 to 1", "state a share");
    }
}
