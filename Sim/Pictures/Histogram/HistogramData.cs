using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>How the activations of one layer are spread.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Low">Where the first bin begins.</param>
/// <param name="High">Where the last bin ends.</param>
/// <param name="Counts">Activations in each bin, all bins equally wide.</param>
/// <param name="Mean">Of all units and rows.</param>
/// <param name="Deviation">Their standard deviation, divided by n.</param>
/// <param name="Zeros">Share that is exactly 0.</param>
/// <param name="NotFinite">How many are no number or infinite.</param>
internal sealed record LayerHistogram(string Name, double Low, double High, ImmutableArray<int> Counts, double Mean, double Deviation, double Zeros, int NotFinite);

/// <summary>Histograms of the activations over the training rows, layer by layer.</summary>
internal sealed record HistogramData(ImmutableArray<LayerHistogram> Layers, int Rows, int AllRows)
{
    private const int Bins = 24, MostValues = 1_000_000;

    public static HistogramData From(RunView view, TrainingProgram<float> program)
    {
        LayerInfo[] layers = [.. view.Network.Dense];
        int rows = Math.Max(1, Math.Min(NetworkProbe.Affordable(program, program.Data.Train.Rows), MostValues / layers.Max(layer => layer.Units)));
        var values = layers.Select(layer => new List<float>(rows * layer.Units)).ToArray();
        new NetworkProbe(program, rows).Run(NetworkProbe.TrainingInputs(program, rows), (_, _, predictor) =>
        {
            for (int k = 0; k < layers.Length; k++) values[k].AddRange(predictor.Values($"{layers[k].Name}.a"));
        });
        // Layers with the same activation share their axis, so that a spread that shrinks from layer to layer is seen to shrink.
        var ranges = layers.Select((layer, k) => (layer.Activation?.Kind, Range: Range(values[k]))).ToArray();
        return new HistogramData([.. layers.Select((layer, k) => Of(layer.Name, values[k], Shared(ranges, layer.Activation?.Kind)))], rows, program.Data.Train.Rows);
    }

    private static (double Low, double High) Shared((ActivationKind? Kind, (double Low, double High) Range)[] all, ActivationKind? kind)
    {
        var same = all.Where(one => one.Kind == kind && one.Range.Low <= one.Range.High).Select(one => one.Range).ToArray();
        if (same.Length == 0) return (0, 1);
        double low = same.Min(range => range.Low), high = same.Max(range => range.High);
        double room = high > low ? 0 : low == 0 ? 1 : Math.Abs(low) / 2;
        return (low - room, high + room);
    }

    private static (double Low, double High) Range(List<float> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (float value in values)
            if (float.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high);
    }

    private static LayerHistogram Of(string name, List<float> values, (double Low, double High) range)
    {
        var counts = new int[Bins];
        double mean = 0, squares = 0;
        int zeros = 0, finite = 0;
        foreach (float value in values)
        {
            if (!float.IsFinite(value)) continue;
            // Welford's running mean and sum of squares.
            double before = value - mean;
            mean += before / ++finite;
            squares += before * (value - mean);
            if (value == 0) zeros++;
            counts[Math.Clamp((int)((value - range.Low) / (range.High - range.Low) * Bins), 0, Bins - 1)]++;
        }
        return new LayerHistogram(name, range.Low, range.High, [.. counts], finite == 0 ? double.NaN : mean, finite == 0 ? double.NaN : Math.Sqrt(squares / finite),
            values.Count == 0 ? 0 : zeros / (double)values.Count, values.Count - finite);
    }
}
