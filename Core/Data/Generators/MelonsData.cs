using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Melons as three numbers in [0, 1]: curl of the stem, colour, size. A melon is sweet when
/// 0.5·curl + 0.2·colour + 0.3·size + noise·N(0, 1) &gt; 0.5; the features are uniform, rounded to two decimals so that they can be read aloud.
/// Row 0 is always (0.8, 0.6, 0.9), sweet (0.79 without noise). Extra features are uniform too and mean nothing. Inputs [n, 3 + extra].
/// </summary>
/// <param name="Noise">Standard deviation of what the three features do not tell.</param>
/// <param name="ExtraFeatures">How many meaningless features are added.</param>
/// <param name="Labels">How sour and sweet are written down: negative and positive.</param>
public sealed record MelonsData(double Noise = 0.05, int ExtraFeatures = 0, BinaryLabels Labels = BinaryLabels.ZeroOne) : DataGenerator
{
    private static readonly ImmutableArray<double> FirstMelon = [0.8, 0.6, 0.9];

    private static readonly ImmutableArray<double> Share = [0.5, 0.2, 0.3];

    private protected override DataSet Build(ulong seed, int rows)
    {
        var (features, noise) = (DataStream.Position.Of(seed), DataStream.Noise.Of(seed));
        var extra = DataStream.Extra.Of(seed);
        var width = 3 + ExtraFeatures;
        var (x, sweet) = (new double[rows * width], new bool[rows]);
        for (var row = 0; row < rows; row++)
        {
            double ripeness = 0;
            for (var j = 0; j < 3; j++)
            {
                x[row * width + j] = row == 0 ? FirstMelon[j] : Math.Round(features.Uniform<double>(3 * row + j), 2);
                ripeness += Share[j] * x[row * width + j];
            }
            for (var j = 0; j < ExtraFeatures; j++)
                x[row * width + 3 + j] = Math.Round(extra.Uniform<double>((long)row * ExtraFeatures + j), 2);
            sweet[row] = row == 0 || ripeness + Noise * noise.Normal<double>(row) > 0.5;
        }
        ImmutableArray<string> names = ["curl", "colour", "size", .. Enumerable.Range(1, ExtraFeatures).Select(j => $"extra{j}")];
        return DataSet.Create(x, [width], PlaneGenerator.Encode(sweet, Labels), names, ["sour", "sweet"]);
    }

    private protected override double SampleWidth => 3.0 + ExtraFeatures;

    private protected override void Check(DataProblems problems, int rows)
    {
        RequireAtLeast(problems, "noise", Noise, 0);
        problems.Require(ExtraFeatures is >= 0 and <= 10_000, "extraFeatures", ExtraFeatures, "0 to 10000", "correct it");
        RequireKnown(problems, "labels", Labels);
    }
}
