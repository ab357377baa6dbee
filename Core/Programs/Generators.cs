namespace Core;

/// <summary>The generator that generated data is stated for.</summary>
internal static class Generators
{
    /// <summary>Two-class generators give class numbers; <see cref="TargetEncoder"/> turns them into what the loss takes.</summary>
    public static DataGenerator For(GeneratedSettings settings) => settings switch
    {
        LineSettings s => new LineData(
            s.Slope, s.Intercept, s.Amplitude, Noise(s.Noise), s.From, s.To, s.EvenlySpaced ? LinePositions.Even : LinePositions.Uniform, s.LcgSeed),
        BowlSettings s => new BowlData
        {
            Curvatures = [.. s.Curvatures],
            Minimum = s.Minimum is null ? [] : [.. s.Minimum],
            Angle = s.Angle,
            Noise = s.Noise,
            HalfLoss = s.HalfLoss,
        },
        XorSettings s => new XorData(s.Noise) { Labels = BinaryLabels.Classes },
        GaussiansSettings s => new GaussiansData(s.Distance, s.Deviation, s.PositiveShare) { Labels = BinaryLabels.Classes },
        CircleSettings s => new CircleData(s.Radius, s.Noise) { Labels = BinaryLabels.Classes },
        SpiralSettings s => new SpiralData(s.Noise, s.OrderSeed is null ? RowOrder.Made : RowOrder.Lcg, s.OrderSeed ?? 0) { Labels = BinaryLabels.Classes },
        MoonsSettings s => new MoonsData(s.Noise) { Labels = BinaryLabels.Classes },
        MelonsSettings s => new MelonsData(s.Noise, s.ExtraFeatures, BinaryLabels.Classes),
        DigitsSettings s => new DigitsData(s.First, s.Variation, s.Noise),
        NoiseSettings s => new NoiseData { Shape = [.. s.Shape], Classes = s.Classes },
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "No such generator."),
    };

    private static LineNoise Noise(LineNoiseKind kind) => kind switch
    {
        LineNoiseKind.Uniform => LineNoise.Uniform,
        LineNoiseKind.Lcg => LineNoise.Lcg,
        _ => LineNoise.Normal,
    };
}
