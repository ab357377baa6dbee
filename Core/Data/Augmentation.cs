namespace Core;

/// <summary>
/// Changes samples a little each time they are used, as functions of (seed, update, sample): the same update sees the same numbers
/// however it was reached.
/// </summary>
public static class Augmentation
{
    /// <summary>Adds noise: output = input + std·N(0, 1), drawn for each value.</summary>
    /// <param name="input">One sample, [width].</param>
    /// <param name="output">Receives the sample, [width]; may be the input.</param>
    /// <param name="std">Standard deviation of the noise; 0 leaves the sample as it is.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="update">Update the sample is used in.</param>
    /// <param name="sample">Row number of the sample in its data set.</param>
    public static void Jitter(ReadOnlySpan<double> input, Span<double> output, double std, ulong seed, long update, int sample)
    {
        if (output.Length != input.Length) throw WrongLength(input.Length, output.Length);
        if (!double.IsFinite(std) || std < 0) throw Wrong("std", Shown.Value(std), "a finite number, at least 0");
        var noise = new CounterRandom(seed, RandomPurpose.Augment, update);
        for (var j = 0; j < input.Length; j++)
            output[j] = std == 0 ? input[j] : input[j] + std * noise.Normal<double>((long)sample * input.Length + j);
    }

    /// <summary>
    /// Moves an image by whole pixels: output[r, c] = input[r − down, c − right], down and right uniform in −most … most, what comes in at the
    /// border is <paramref name="fill"/>. Shape [height, width] or [height, width, channels], row-major.
    /// </summary>
    /// <param name="input">One image, [height, width, channels].</param>
    /// <param name="output">Receives the image; must not overlap the input.</param>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Columns of pixels.</param>
    /// <param name="most">Largest shift in each direction, in pixels.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="update">Update the sample is used in.</param>
    /// <param name="sample">Row number of the sample in its data set.</param>
    /// <param name="fill">Value of pixels that come in.</param>
    public static void Shift(ReadOnlySpan<double> input, Span<double> output, int height, int width, int most, ulong seed, long update,
        int sample, double fill = 0)
    {
        if (output.Length != input.Length) throw WrongLength(input.Length, output.Length);
        if (most is < 0 or > 1_000_000) throw Wrong("most", Shown.Value(most), "0 to 1000000 pixels");
        if (height < 1 || width < 1 || input.Length % ((long)height * width) != 0)
            throw Wrong("shape", $"{height}×{width} pixels", $"a shape whose pixels divide the sample's {input.Length} values");
        var (down, right) = ShiftOf(most, seed, update, sample);
        Shift(input, output, height, width, down, right, fill);
    }

    /// <summary>The shift that <see cref="Shift(ReadOnlySpan{double}, Span{double}, int, int, int, ulong, long, int, double)"/> draws, in pixels.</summary>
    public static (int Down, int Right) ShiftOf(int most, ulong seed, long update, int sample) => (
        new CounterRandom(seed, RandomPurpose.Augment, update, stream: 1).Below(2 * most + 1, sample) - most,
        new CounterRandom(seed, RandomPurpose.Augment, update, stream: 2).Below(2 * most + 1, sample) - most);

    private static void Shift(ReadOnlySpan<double> input, Span<double> output, int height, int width, int down, int right, double fill)
    {
        var channels = input.Length / (height * width);
        output.Fill(fill);
        for (var row = Math.Max(0, down); row < Math.Min(height, height + down); row++)
        {
            var count = width - Math.Abs(right);
            if (count <= 0) return;
            var from = ((row - down) * width + Math.Max(0, -right)) * channels;
            input.Slice(from, count * channels).CopyTo(output[((row * width + Math.Max(0, right)) * channels)..]);
        }
    }

    private static BadDataException WrongLength(int input, int output) =>
        Wrong("output", $"{output} values", $"{input}, as in the input");

    private static BadDataException Wrong(string name, string given, string expected) => new([new(name, given, expected, "correct it")]);
}
