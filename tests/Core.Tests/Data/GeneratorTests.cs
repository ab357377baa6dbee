using MathNet.Numerics.LinearAlgebra.Double;

namespace Core.Tests;

public class GeneratorTests
{
    public static TheoryData<DataGenerator> All =>
    [
        new LineData(), new LineData(Positions: LinePositions.Uniform, Noise: LineNoise.Uniform), new BowlData { Noise = 1 }, new XorData(0.1),
        new GaussiansData(), new CircleData(Noise: 0.1), new SpiralData(0.2), new MoonsData(), new MelonsData(ExtraFeatures: 2),
        new NoiseData { Shape = [2, 3] },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void TheSameSeedGivesTheSameDataAndAnotherSeedOther(DataGenerator generator)
    {
        var (first, again, other) = (generator.Make(5, 40), generator.Make(5, 40), generator.Make(6, 40));
        Assert.Equal(40, first.Rows);
        Expect.Same(first.Inputs, again.Inputs);
        Expect.Same(first.Targets.Values, again.Targets.Values);
        Expect.Same(first.Targets.ClassNumbers, again.Targets.ClassNumbers);
        Assert.False(first.Inputs.SequenceEqual(other.Inputs) && first.Targets.Values.SequenceEqual(other.Targets.Values));
    }

    [Fact]
    public void LineIsEvenlySpacedWithItsSlopeAndIntercept()
    {
        var data = new LineData(Slope: -2, Intercept: 1, Amplitude: 0, From: 0, To: 4).Make(1, 5);
        Expect.Same([0, 1, 2, 3, 4], data.Inputs);
        Expect.Same([1, -1, -3, -5, -7], data.Targets.Values);
        Expect.Same([0.0], new LineData(From: 0).Make(1, 1).Inputs);
    }

    [Fact]
    public void NoiseOfALineHasItsSize()
    {
        var normal = new LineData(Slope: 0, Intercept: 0, Amplitude: 2).Make(1, 20_000).Targets.Values;
        Expect.Close(0, normal.Average(), 0.06);
        Expect.Close(2, Math.Sqrt(normal.Average(y => y * y)), 0.05);
        var uniform = new LineData(Slope: 0, Intercept: 0, Amplitude: 2, Noise: LineNoise.Uniform).Make(1, 20_000).Targets.Values;
        Assert.All(uniform, y => Assert.InRange(y, -2, 2));
        Expect.Close(2 / Math.Sqrt(3), Math.Sqrt(uniform.Average(y => y * y)), 0.02);
    }

    [Theory]
    [InlineData(false, 0.0, 8)]
    [InlineData(true, 0.0, 4)]
    [InlineData(false, 0.6, 40)]
    public void BowlHasTheStatedCurvaturesAndMinimum(bool halfLoss, double angle, int rows)
    {
        var bowl = new BowlData { Curvatures = [1, 10], Minimum = [0.5, -2], Angle = angle, HalfLoss = halfLoss, Noise = 0.3 };
        var data = bowl.Make(3, rows);
        var x = new DenseMatrix(2, rows, [.. data.Inputs]).Transpose();
        var hessian = x.TransposeThisAndMultiply(x) * ((halfLoss ? 1.0 : 2.0) / rows);
        var eigenvalues = hessian.Evd().EigenValues.Select(value => value.Real).Order().ToArray();
        Expect.Close(1, eigenvalues[0], 1e-12);
        Expect.Close(10, eigenvalues[1], 1e-12);
        var best = x.QR().Solve(new DenseVector([.. data.Targets.Values]));
        Expect.Close(0.5, best[0], 1e-12);
        Expect.Close(-2, best[1], 1e-12);
        if (angle != 0) Assert.True(Math.Abs(hessian[0, 1]) > 1);
    }

    [Fact]
    public void BowlSaysHowManyRowsItNeeds() => Assert.Equal(
        ["rows: given 7; expected a multiple of 4, twice the number of curvatures; ask for 4 rows"], Expect.Problems(() => new BowlData().Make(1, 7)));

    [Fact]
    public void XorIsItsFourPointsInOrder()
    {
        var data = new XorData().Make(9, 4);
        Expect.Same([0, 0, 0, 1, 1, 0, 1, 1], data.Inputs);
        Expect.Same([0, 1, 1, 0], data.Targets.Values);
        Expect.Same([-1, 1, 1, -1], new XorData { Labels = BinaryLabels.PlusMinus }.Make(9, 4).Targets.Values);
        Expect.Same([0, 1, 1, 0], new XorData { Labels = BinaryLabels.Classes }.Make(9, 4).Targets.ClassNumbers);
    }

    [Fact]
    public void GaussiansHaveTheirCentresSpreadAndShare()
    {
        var data = new GaussiansData(Distance: 2, Deviation: 0.5, PositiveShare: 0.1).Make(2, 20_000);
        Assert.Equal(2_000, data.Targets.Values.Sum());
        var positive = data.Inputs.Take(4_000).ToArray();
        var negative = data.Inputs.Skip(4_000).ToArray();
        Expect.Close(2, positive.Average(), 0.04);
        Expect.Close(-2, negative.Average(), 0.02);
        Expect.Close(0.5, Math.Sqrt(negative.Average(x => (x + 2) * (x + 2))), 0.02);
    }

    [Fact]
    public void CircleIsADiscInsideARing()
    {
        var data = new CircleData().Make(4, 200);
        for (var row = 0; row < 200; row++)
        {
            var radius = Math.Sqrt(data.Row(row)[0] * data.Row(row)[0] + data.Row(row)[1] * data.Row(row)[1]);
            Assert.InRange(radius, row < 100 ? 0 : 3.5 - 1e-12, row < 100 ? 2.5 : 5);
            Assert.Equal(row < 100 ? 1 : 0, data.Targets.Values[row]);
        }
    }

    [Fact]
    public void SpiralFollowsPlaygroundsFormula()
    {
        var data = new SpiralData { Labels = BinaryLabels.PlusMinus }.Make(1, 500);
        for (var i = 0; i < 250; i++)
            foreach (var (row, d, label) in new[] { (i, 0.0, 1.0), (i + 250, Math.PI, -1.0) })
            {
                var (r, t) = (5.0 * i / 250, 1.75 * i / 250 * 2 * Math.PI + d);
                Expect.Close(r * Math.Sin(t), data.Row(row)[0], 1e-14);
                Expect.Close(r * Math.Cos(t), data.Row(row)[1], 1e-14);
                Assert.Equal(label, data.Targets.Values[row]);
            }
    }

    [Fact]
    public void MoonsFollowScikitLearnsFormula()
    {
        // sklearn.datasets.make_moons(6, shuffle=False): outer t = 0, π/2, π; inner the same.
        var data = new MoonsData(Noise: 0).Make(1, 6);
        double[] expected = [1, 0, 0, 1, -1, 0, 0, 0.5, 1, -0.5, 2, 0.5];
        for (var i = 0; i < 12; i++) Expect.Close(expected[i], data.Inputs[i], 1e-15);
        Expect.Same([0, 0, 0, 1, 1, 1], data.Targets.Values);
    }

    [Fact]
    public void MelonsBeginWithTheFirstLessonsMelonAndFollowTheirRule()
    {
        var data = new MelonsData(Noise: 0, ExtraFeatures: 1).Make(8, 200);
        Assert.Equal([0.8, 0.6, 0.9], data.Row(0)[..3].ToArray());
        Expect.Same(["curl", "colour", "size", "extra1"], data.FeatureNames);
        Expect.Same(["sour", "sweet"], data.ClassNames);
        Assert.Equal(1, data.Targets.Values[0]);
        for (var row = 0; row < 200; row++)
        {
            Assert.All(data.Row(row).ToArray(), x => Assert.True(x is >= 0 and <= 1 && x == Math.Round(x, 2)));
            var ripeness = 0.5 * data.Row(row)[0] + 0.2 * data.Row(row)[1] + 0.3 * data.Row(row)[2];
            if (Math.Abs(ripeness - 0.5) > 1e-12) Assert.Equal(ripeness > 0.5 ? 1 : 0, data.Targets.Values[row]);
        }
        Assert.InRange(data.Targets.Values.Sum(), 70, 130);
    }

    [Fact]
    public void NoiseIsUniformOverItsShapeAndClasses()
    {
        var data = new NoiseData { Shape = [4, 5], Classes = 4 }.Make(1, 4_000);
        Expect.Same([4, 5], data.SampleShape);
        Assert.All(data.Inputs, x => Assert.InRange(x, 0, 0.9999999999999999));
        Expect.Close(0.5, data.Inputs.Average(), 0.01);
        Expect.Close(1.0 / 12, data.Inputs.Average(x => (x - 0.5) * (x - 0.5)), 0.002);
        foreach (var c in Enumerable.Range(0, 4)) Assert.InRange(data.Targets.ClassNumbers.Count(k => k == c), 890, 1110);
    }

    [Fact]
    public void WrongParametersAreAllToldAtOnce()
    {
        Assert.Equal(
            [
                "rows: given 0; expected at least 1; ask for more rows",
                "amplitude: given -1; expected a finite number, at least 0; correct it",
                "from: given NaN; expected a finite number; correct it",
                "noise: given 9; expected Normal or Uniform or Lcg; choose one of these",
            ],
            Expect.Problems(() => new LineData(Amplitude: -1, From: double.NaN, Noise: (LineNoise)9).Make(1, 0)));
        Assert.Equal(["rows: given 1000000000; expected at most 134217728 of this width; ask for fewer rows"], Expect.Problems(() => new MoonsData().Make(1, 1_000_000_000)));
        Assert.Single(Expect.Problems(() => new NoiseData { Shape = [100_000, 100_000, 100_000] }.Make(1, 1)));
        Assert.Single(Expect.Problems(() => new NoiseData { Shape = [0] }.Make(1, 1)));
        Assert.Single(Expect.Problems(() => new GaussiansData(PositiveShare: 1.5).Make(1, 1)));
    }
}
