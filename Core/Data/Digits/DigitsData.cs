namespace Core;

/// <summary>
/// Digits drawn by the program: strokes of a pen with random slant, size, turn, place, width and tremble, and noise over every pixel. Digit k is a
/// function of (seed, k), so that sets of different numbers never share a picture. Inputs [n, 28, 28], byte/255; classes 0 … 9.
/// </summary>
/// <param name="First">Number of the first digit.</param>
/// <param name="Variation">How much hands differ; 0: all alike, 1 usual.</param>
/// <param name="Noise">Half width of the uniform noise added to every pixel, as a share of full ink.</param>
public sealed record DigitsData(long First = 0, double Variation = 1, double Noise = 0.2) : DataGenerator
{
    /// <summary>Pixels on each side.</summary>
    public const int Size = 28;

    private const int Pixels = Size * Size;
    private const int MostPoints = 16;

    private protected override double SampleWidth => Pixels;

    private protected override DataSet Build(ulong seed, int rows)
    {
        var classes = DataStream.Label.Of(seed);
        var labels = new int[rows];
        for (var row = 0; row < rows; row++) labels[row] = classes.Below(10, First + row);
        var store = new PixelStore(rows, Pixels, (row, pixels) => Draw(seed, First + row, labels[row], pixels));
        return DataSet.OfTable(new PixelInputs(store), [Size, Size], Targets.Classes(labels, 10));
    }

    private protected override void Check(DataProblems problems, int rows)
    {
        problems.Require(First >= 0, "first", First, "at least 0", "correct it");
        RequireAtLeast(problems, "variation", Variation, 0);
        RequireAtLeast(problems, "noise", Noise, 0);
    }

    private void Draw(ulong seed, long number, int digit, Span<byte> pixels)
    {
        Span<double> squares = stackalloc double[Pixels];
        squares.Fill(double.MaxValue);
        var hand = new DigitHand(new(seed, RandomPurpose.Data, number, (long)DataStream.Position), Size, Variation);
        var pen = new DigitPen(Size, squares);
        Span<(double X, double Y)> points = stackalloc (double, double)[MostPoints];
        var count = 0;
        foreach (var stroke in DigitStrokes.Of(digit, (int)(hand.Habit * DigitStrokes.Habits(digit))))
        {
            var length = stroke.Points.Length / 2;
            for (var k = 0; k < length; k++) points[k] = hand.Place(stroke.Points[2 * k], stroke.Points[2 * k + 1], count + k);
            pen.Draw(points[..length], stroke.IsSmooth, hand.HalfPen);
            count += length;
        }

        Fill(pen, hand, new(seed, RandomPurpose.Data, number, (long)DataStream.Noise), pixels);
    }

    // Eight random bytes are eight pixels' noise.
    private void Fill(DigitPen pen, DigitHand hand, CounterRandom random, Span<byte> pixels)
    {
        var bits = 0ul;
        for (var k = 0; k < pixels.Length; k++)
        {
            bits = k % 8 == 0 ? random.Bits(k / 8) : bits >> 8;
            var value = hand.Ink * pen.Ink(k, hand.HalfPen) + Noise * (((bits & 0xFF) + 0.5) / 128 - 1);
            pixels[k] = (byte)(255 * Math.Clamp(value, 0, 1) + 0.5);
        }
    }
}
