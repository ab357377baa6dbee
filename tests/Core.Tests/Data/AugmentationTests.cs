namespace Core.Tests;

public class AugmentationTests
{
    [Fact]
    public void JitterAddsNoiseOfItsSizeThatDependsOnUpdateAndSample()
    {
        var (input, first, again, other) = (new double[10_000], new double[10_000], new double[10_000], new double[10_000]);
        Augmentation.Jitter(input, first, 0.5, 1, 3, 7);
        Augmentation.Jitter(input, again, 0.5, 1, 3, 7);
        Augmentation.Jitter(input, other, 0.5, 1, 4, 7);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Expect.Close(0, first.Average(), 0.02);
        Expect.Close(0.5, Math.Sqrt(first.Average(x => x * x)), 0.02);
        Expect.Close(0, first.Zip(other, (a, b) => a * b).Average(), 0.01);
    }

    [Fact]
    public void ShiftMovesWholePixelsWithAllTheirChannels()
    {
        double[] image = [.. Enumerable.Range(1, 3 * 4 * 2).Select(i => (double)i)];
        var shifted = new double[image.Length];
        var seen = new HashSet<(int, int)>();
        for (var sample = 0; sample < 200; sample++)
        {
            var (down, right) = Augmentation.ShiftOf(2, 5, 1, sample);
            seen.Add((down, right));
            Augmentation.Shift(image, shifted, 3, 4, 2, 5, 1, sample, fill: -1);
            for (var row = 0; row < 3; row++)
                for (var column = 0; column < 4; column++)
                    for (var channel = 0; channel < 2; channel++)
                    {
                        var (r, c) = (row - down, column - right);
                        var expected = r is >= 0 and < 3 && c is >= 0 and < 4 ? image[(r * 4 + c) * 2 + channel] : -1;
                        Assert.Equal(expected, shifted[(row * 4 + column) * 2 + channel]);
                    }
        }
        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public void WrongArgumentsAreTold()
    {
        Assert.Equal(["std: given -1; expected a finite number, at least 0; correct it"], Expect.Problems(() => Augmentation.Jitter([1], new double[1], -1, 1, 1, 0)));
        Assert.Equal(["shape: given 2×2 pixels; expected a shape whose pixels divide the sample's 3 values; correct it"],
            Expect.Problems(() => Augmentation.Shift(new double[3], new double[3], 2, 2, 1, 1, 1, 0)));
        Assert.Equal(["output: given 1 values; expected 2, as in the input; correct it"], Expect.Problems(() => Augmentation.Jitter([1, 2], new double[1], 1, 1, 1, 0)));
    }
}
