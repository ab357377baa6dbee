namespace Core.Tests;

public class DigitsDataTests
{
    private static DataSet Make(int rows, ulong seed = 1, DigitsData? digits = null) => (digits ?? new DigitsData()).Make(seed, rows);

    private static byte[] Bytes(DataSet data, int row) => [.. data.Row(row).ToArray().Select(value => (byte)Math.Round(value * 255))];

    [Fact]
    public void DigitsAreImagesOfTenClassesWithValuesOfABytesSteps()
    {
        var data = Make(400);
        Assert.Equal([28, 28], data.SampleShape.ToArray());
        Assert.Equal((400, 784, 10), (data.Rows, data.Width, data.Targets.ClassCount));
        Assert.Equal(10, data.Targets.ClassNumbers.Distinct().Count());
        for (var row = 0; row < 400; row++)
            Assert.All(data.Row(row).ToArray(), value => Assert.True(value is >= 0 and <= 1 && Math.Round(value * 255) / 255 == value));
    }

    [Fact]
    public void ADigitIsAFunctionOfSeedAndNumberAndOfNothingElse()
    {
        var (few, many, later) = (Make(8), Make(50), Make(3, 1, new DigitsData(First: 5)));
        _ = many.Row(49); // Drawn out of order.
        for (var row = 0; row < 8; row++) Expect.Same(few.Row(row).ToArray(), many.Row(row).ToArray());
        for (var row = 0; row < 3; row++) Expect.Same(many.Row(5 + row).ToArray(), later.Row(row).ToArray());
        Assert.Equal(many.Targets.ClassNumbers[5..8], later.Targets.ClassNumbers.ToArray());
        Assert.NotEqual(few.Row(0).ToArray(), Make(8, 2).Row(0).ToArray());
    }

    /// <summary>Committed when the pictures had been looked at: every machine draws the same bytes.</summary>
    [Fact]
    public void EveryMachineDrawsTheSameBytes()
    {
        var hash = Enumerable.Range(0, 200).Aggregate(0ul, (hash, row) => BitHash.Combine(hash, BitHash.Of<double>(Make(200).Row(row).ToArray())));
        Assert.Equal("d2c8a22094cc4497", hash.ToString("x16"));
    }

    [Fact]
    public void WithoutVariationADigitIsAlwaysWrittenInOneOfItsWays()
    {
        var data = Make(300, 1, new DigitsData(Variation: 0, Noise: 0));
        var pictures = Enumerable.Range(0, 300).GroupBy(row => data.Targets.ClassNumbers[row], row => string.Join(' ', Bytes(data, row)));
        foreach (var digit in pictures) Assert.Equal(DigitStrokes.Habits(digit.Key), digit.Distinct().Count());
    }

    [Fact]
    public void InkLiesWhereThePenWentAndNoWiderThanThePen()
    {
        var data = Make(200, 1, new DigitsData(Variation: 0, Noise: 0));
        var stem = Enumerable.Range(0, 200).First(row => data.Targets.ClassNumbers[row] == 1 && Bytes(data, row).Count(ink => ink > 0) < 60);
        var rows = Bytes(data, stem).Chunk(28).Where(line => line.Any(ink => ink > 0)).ToArray();
        // 0.68 of 28 pixels high and a pen of 1.9 pixels with soft edges: a straight stem of 2 to 4 columns.
        Assert.InRange(rows.Length, 19, 23);
        Assert.All(rows[2..^2], line => Assert.Equal([13, 14], line.Index().Where(pixel => pixel.Item > 128).Select(pixel => pixel.Index).ToArray()));
    }

    [Fact]
    public void TrainingAndTestDigitsAreDifferentOnesUnlessStated()
    {
        var settings = ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(
            """{"data":{"type":"digits","n":600},"layers":[{"type":"flatten"},{"units":10,"activation":"softmax"}],"loss":"softmax_ce","length":{"epochs":1}}""")).Experiment!;
        var data = DataLoader.WithoutFiles.Load(settings);
        Assert.Equal((600, 100), (data.Train.Rows, data.Test!.Rows));
        var training = Enumerable.Range(0, 600).Select(row => string.Join(' ', Bytes(data.Train, row))).ToHashSet();
        Assert.Equal(600, training.Count);
        Assert.DoesNotContain(Enumerable.Range(0, 100), row => training.Contains(string.Join(' ', Bytes(data.Test, row))));
    }

    [Fact]
    public void WrongParametersAreAllNamed() => Assert.Equal(3, Expect.Problems(() => new DigitsData(-1, -1, double.NaN).Make(1, 3)).Length);
}
