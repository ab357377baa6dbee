namespace Core;

/// <summary>In which order a generator's rows come.</summary>
public enum RowOrder
{
    /// <summary>As the formula makes them.</summary>
    Made,

    /// <summary>Shuffled once by <see cref="Lcg.Order"/>.</summary>
    Lcg,
}

/// <summary>
/// Two arms of a spiral, as in TensorFlow Playground's classifySpiralData: n/2 rows of the positive arm (d = 0), then n/2 of the negative one
/// (d = π); with m = ⌊n/2⌋ and i = 0 … m − 1: r = 5·i/m, t = 1.75·i/m·2π + d, x = r·sin t + e₁·noise, y = r·cos t + e₂·noise,
/// e uniform in [−1, 1). With an odd number of rows the negative arm has one more (m + 1 steps). Inputs [n, 2].
/// </summary>
/// <param name="Noise">Size of the displacement; Playground's 50 % is 0.5.</param>
/// <param name="Order">Order of the rows.</param>
/// <param name="OrderSeed">Seed of <see cref="RowOrder.Lcg"/>.</param>
public sealed record SpiralData(double Noise = 0, RowOrder Order = RowOrder.Made, uint OrderSeed = 7) : PlaneGenerator
{
    private protected override DataSet Build(ulong seed, int rows)
    {
        var noise = DataStream.Noise.Of(seed);
        var (x, positive) = (new double[2 * rows], new bool[rows]);
        for (var row = 0; row < rows; row++)
        {
            positive[row] = row < rows / 2;
            var (i, m) = positive[row] ? (row, rows / 2) : (row - rows / 2, rows - rows / 2);
            var r = 5.0 * i / m;
            var t = 1.75 * i / m * 2 * Math.PI + (positive[row] ? 0 : Math.PI);
            x[2 * row] = r * ScalarMath<double>.Sin(t) + (Noise == 0 ? 0 : noise.Between(2 * row, -1, 1) * Noise);
            x[2 * row + 1] = r * ScalarMath<double>.Cos(t) + (Noise == 0 ? 0 : noise.Between(2 * row + 1, -1, 1) * Noise);
        }
        var made = Points(x, positive);
        return Order == RowOrder.Lcg ? made.Take(Lcg.Order(rows, OrderSeed)) : made;
    }

    private protected override void Check(DataProblems problems, int rows)
    {
        base.Check(problems, rows);
        RequireAtLeast(problems, "noise", Noise, 0);
        RequireKnown(problems, "order", Order);
    }
}
