using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>One image of the batch.</summary>
/// <param name="Row">Its number among the training samples, from 0.</param>
/// <param name="Pixels">[rows, columns], as the data states them.</param>
/// <param name="Wanted">The name of its class; empty where no class is wanted.</param>
/// <param name="Given">The name of the class the network gives it now; empty where it gives none.</param>
/// <param name="Share">The output of that class.</param>
internal sealed record ImageSample(int Row, ImmutableArray<double> Pixels, string Wanted, string Given, double Share)
{
    public bool IsRight => Wanted == Given;
}

/// <summary>The first images of the current batch, or of the training samples before the first.</summary>
/// <param name="Rows">Pixels from top to bottom.</param>
/// <param name="Columns">Pixels from left to right.</param>
/// <param name="Samples">The images.</param>
internal sealed record ImageData(int Rows, int Columns, ImmutableArray<ImageSample> Samples)
{
    private const int MostSamples = 24, FewestPixels = 64;

    /// <summary>Whether samples are images: rows and columns, and enough of them to see something.</summary>
    public static bool Fits(NetworkInfo network) => network.InputShape is [var rows, var columns] && rows > 1 && columns > 1 && rows * columns >= FewestPixels;

    public static ImageData? From(RunView view, TrainingProgram<float> program)
    {
        if (!Fits(view.Network)) return null;
        var train = program.Data.Train;
        int[] rows = [.. (CurrentRows.InOrder(view) is { Length: > 0 } batch ? batch : [.. Enumerable.Range(0, train.Rows)]).Take(MostSamples)];
        double[][] pixels = [.. rows.Select(row => train.Row(row).ToArray())];
        float[] outputs = new NetworkProbe(program, rows.Length).Outputs([.. pixels.SelectMany(values => values).Select(value => (float)value)]);
        var classes = new SampleClasses(train.Targets);
        int width = outputs.Length / rows.Length;
        return new ImageData(view.Network.InputShape[0], view.Network.InputShape[1], [.. rows.Select((row, at) => Sample(row, at))]);

        ImageSample Sample(int row, int at)
        {
            int given = classes.Any ? classes.Predicted(outputs, at, width) : ClassGlyphs.None;
            return new ImageSample(row, [.. pixels[at]], Name(classes.Target(row)), Name(given), given < 0 ? double.NaN : outputs[at * width + Math.Min(given, width - 1)]);
        }

        string Name(int number) => number < 0 ? "" : ClassGlyphs.NameOf(number, view.Network.ClassNames);
    }
}
