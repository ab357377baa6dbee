namespace Core;

/// <summary>Where the x of a line lie.</summary>
public enum LinePositions
{
    /// <summary>xᵢ = from + (to − from)·i/(n − 1), i = 0 … n − 1 (one row: from).</summary>
    Even,

    /// <summary>Uniform in [from, to).</summary>
    Uniform,
}

/// <summary>What is added to a line's y; a is the amplitude.</summary>
public enum LineNoise
{
    /// <summary>a·N(0, 1): a is the standard deviation.</summary>
    Normal,

    /// <summary>a·(2u − 1), u uniform in [0, 1).</summary>
    Uniform,

    /// <summary>a·(2u − 1), u one after the other from <see cref="Lcg"/>.</summary>
    Lcg,
}

/// <summary>Points along a line: y = slope·x + intercept + noise. Inputs [n, 1], targets numbers [n, 1].</summary>
/// <param name="Slope">Change of y for 1 of x.</param>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="Amplitude">Size of the noise; 0 for none.</param>
/// <param name="Noise">Kind of noise.</param>
/// <param name="From">Lower end of x.</param>
/// <param name="To">Upper end of x.</param>
/// <param name="Positions">Evenly spaced or drawn.</param>
/// <param name="LcgSeed">Seed of <see cref="LineNoise.Lcg"/>, whatever the seed of the data is.</param>
public sealed record LineData(double Slope = 3, double Intercept = 2, double Amplitude = 0.2, LineNoise Noise = LineNoise.Normal,
    double From = -1, double To = 1, LinePositions Positions = LinePositions.Even, uint LcgSeed = 3) : DataGenerator
{
    private protected override DataSet Build(ulong seed, int rows)
    {
        var (place, noise, lcg) = (DataStream.Position.Of(seed), DataStream.Noise.Of(seed), new Lcg(LcgSeed));
        var (x, y) = (new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            x[i] = Positions == LinePositions.Uniform ? place.Between(i, From, To) : rows == 1 ? From : From + (To - From) * i / (rows - 1);
            var deviation = Noise switch
            {
                LineNoise.Normal => noise.Normal<double>(i),
                LineNoise.Uniform => 2 * noise.Uniform<double>(i) - 1,
                _ => 2 * lcg.Next() - 1,
            };
            y[i] = Slope * x[i] + Intercept + Amplitude * deviation;
        }
        return DataSet.Create(x, [1], Targets.Numbers(y), ["x"]);
    }

    private protected override double SampleWidth => 1;

    private protected override void Check(DataProblems problems, int rows)
    {
        RequireFinite(problems, "slope", Slope);
        RequireFinite(problems, "intercept", Intercept);
        RequireAtLeast(problems, "amplitude", Amplitude, 0);
        RequireFinite(problems, "from", From);
        RequireFinite(problems, "to", To);
        problems.Require(!(To < From), "to", To, $"at least from = {Shown.Value(From)}", "exchange the two");
        RequireKnown(problems, "noise", Noise);
        RequireKnown(problems, "positions", Positions);
    }
}
