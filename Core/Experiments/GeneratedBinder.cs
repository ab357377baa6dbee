namespace Core;

/// <summary>Tree to the settings of a generator.</summary>
internal static class GeneratedBinder
{
    internal static GeneratedSettings? Source(string type, FieldReader fields, Problems problems)
    {
        var (n, noise) = (fields.Integer("n"), type == "line" || !HasNoise(type) ? 0 : fields.Number("noise"));
        GeneratedSettings? source = type switch
        {
            "line" => Line(n, fields),
            "bowl" => Bowl(fields, problems),
            "xor" => new XorSettings(n, noise),
            "gaussians" => new GaussiansSettings(n, fields.Number("distance"), fields.Number("deviation"), fields.Number("positiveShare")),
            "circle" => new CircleSettings(n, fields.Number("radius"), noise),
            "spiral" => new SpiralSettings(n, noise, (uint?)fields.LongOrNull("orderSeed")),
            "moons" => new MoonsSettings(n, noise),
            "melons" => new MelonsSettings(n, noise, fields.Integer("extraFeatures")),
            "noise" => Numbers.Whole(fields["shape"]) is { } shape ? new NoiseSettings(n, shape, fields.Integer("classes")) : null,
            _ => null,
        };
        return source is null ? null : source with { Seed = (ulong?)fields.LongOrNull("seed") };
    }

    private static bool HasNoise(string type) => type is not ("gaussians" or "noise");

    private static LineSettings Line(int n, FieldReader fields) => new(
        n, fields.Number("slope"), fields.Number("intercept"), fields.Number("amplitude"), Words.Of<LineNoiseKind>(fields.Text("noise")),
        fields.Number("from"), fields.Number("to"), fields.Boolean("evenlySpaced"), (uint)(fields.LongOrNull("lcgSeed") ?? 0));

    private static BowlSettings Bowl(FieldReader fields, Problems problems)
    {
        var curvatures = fields["curvatures"]!.Numbers ?? [];
        var minimum = fields["minimum"]?.Numbers;
        int least = Math.Max(2, 2 * curvatures.Length);
        if (minimum is not null && minimum.Length != curvatures.Length)
            problems.Add(fields["minimum"]!, $"{minimum.Length} numbers", $"{curvatures.Length}, one for each curvature", "state one best weight per curvature, or none");
        if (fields.Number("angle") != 0 && curvatures.Length != 2)
            problems.Add(fields["angle"]!, $"an angle with {curvatures.Length} curvatures", "two curvatures", "leave the angle out");
        int n = fields.IntegerOrNull("n") ?? least;
        if (n % least != 0) problems.Add(fields["n"]!, $"{n} samples", $"a multiple of {least}, twice the number of curvatures", "leave \"n\" out");
        return new(n, curvatures, minimum, fields.Number("angle"), fields.Number("noise"), fields.Boolean("halfLoss"));
    }
}
