namespace Core;

/// <summary>What is known of a data source without making it; null = not known before the file is read.</summary>
/// <param name="Samples">Number of samples.</param>
/// <param name="InputShape">Shape of one sample.</param>
/// <param name="Outputs">Width of numeric targets; null when targets are class numbers.</param>
/// <param name="Classes">Number of classes as far as stated; null when targets are numbers.</param>
/// <param name="HasLabels">Whether targets are class numbers.</param>
internal sealed record DataFacts(int? Samples, IReadOnlyList<int>? InputShape, int? Outputs, int? Classes, bool HasLabels)
{
    internal static DataFacts Of(DataSourceSettings source) => source switch
    {
        GivenSettings given => Given(given),
        CsvSettings csv => new(null, null,
            csv.TargetKind == CsvTargetKind.Numbers ? csv.Target.Count : null, csv.ClassOrder?.Count ?? csv.ClassNames?.Count, csv.TargetKind == CsvTargetKind.Classes),
        LineSettings line => new(line.N, [1], 1, null, false),
        BowlSettings bowl => new(bowl.N, [bowl.Curvatures.Count], 1, null, false),
        MelonsSettings melons => new(melons.N, [3 + melons.ExtraFeatures], null, 2, true),
        NoiseSettings noise => new(noise.N, noise.Shape, null, noise.Classes, true),
        DigitsSettings digits => new(digits.N, [DigitsData.Size, DigitsData.Size], null, 10, true),
        IdxSettings idx => new(null, null, null, idx.Classes, true),
        TextSettings text => new(text.Samples, [text.Width], null, text.Characters.Length, true),
        MnistSettings => new(null, [28, 28], null, 10, true),
        GeneratedSettings plane => new(plane.N, [2], null, 2, true),
        _ => new(null, null, null, null, false),
    };

    private static DataFacts Given(GivenSettings given) => new(
        given.Inputs.Count,
        given.Inputs.Shape.Count == 1 ? [1] : [.. given.Inputs.Shape.Skip(1)],
        given.Targets?.Width,
        given.Labels is null ? null : given.Classes ?? given.ClassNames?.Count,
        given.Labels is not null);

    /// <summary>Inputs of one sample; null when not known.</summary>
    internal long? Width => InputShape?.Aggregate(1L, (product, size) => product * size);

    /// <summary>Samples that train after the split; null when not known.</summary>
    internal int? Training(SplitSettings? split) => Samples is not { } n ? null : split switch
    {
        CountSplitSettings count => n - count.Validation - count.Test,
        GivenSplitSettings given => n - given.Validation.Concat(given.Test).Distinct().Count(),
        FractionSplitSettings share => LargestRemainder(n, [1 - share.Validation - share.Test, share.Validation, share.Test]),
        _ => n,
    };

    /// <summary>Size of the first part: ⌊n·share⌋, and one more if its remainder is among the largest.</summary>
    private static int LargestRemainder(int n, double[] shares)
    {
        int[] whole = [.. shares.Select(share => (int)Math.Floor(n * share + 1e-9))];
        double first = Math.Round(n * shares[0] - whole[0], 9);
        int larger = Enumerable.Range(1, 2).Count(i => Math.Round(n * shares[i] - whole[i], 9) > first);
        return whole[0] + (larger < n - whole.Sum() ? 1 : 0);
    }
}
