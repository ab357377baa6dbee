using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>How the values of one layer are spread.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Low">Where the first bin begins.</param>
/// <param name="High">Where the last bin ends.</param>
/// <param name="Counts">Values in each bin, all bins equally wide.</param>
/// <param name="Mean">Of all units and rows.</param>
/// <param name="Deviation">Their standard deviation, divided by n.</param>
/// <param name="Zeros">Share that is exactly 0.</param>
/// <param name="NotFinite">How many are no number or infinite.</param>
internal sealed record LayerHistogram(string Name, double Low, double High, ImmutableArray<int> Counts, double Mean, double Deviation, double Zeros, int NotFinite);

/// <summary>Histograms of one kind of value, layer by layer.</summary>
/// <param name="Layers">Those that have such values at this moment.</param>
/// <param name="Kind">What is counted: the second part of the values' names, a, z, da, dz, weight or weight.grad.</param>
/// <param name="Rows">Samples looked at; 0 for values that belong to no sample.</param>
/// <param name="AllRows">Training samples, or those of the batch.</param>
internal sealed record HistogramData(ImmutableArray<LayerHistogram> Layers, string Kind, int Rows, int AllRows)
{
    private const int Bins = 24, MostValues = 1_000_000;

    /// <summary>The values of the step that was last, where it is one a layer has; otherwise, and at the end of an update, the activations.</summary>
    public static HistogramData From(RunView view, TrainingProgram<float> program)
    {
        string kind = KindOf(view);
        return kind is "a" or "z" ? Probed(view, program, kind) : Written(view, kind);
    }

    private static string KindOf(RunView view)
    {
        string[] parts = (view.Step?.Name ?? "").Split('.', 2);
        bool hasKind = parts.Length == 2 && !view.IsAtUpdateEnd && view.Find(view.Step!.Name) is not null;
        return hasKind && parts[1] is "z" or "da" or "dz" or "weight" or "weight.grad" && view.Network.LayerOf(parts[0]) is { Kind: LayerKind.Dense } ? parts[1] : "a";
    }

    // Over the training rows at the current weights, dropout off.
    private static HistogramData Probed(RunView view, TrainingProgram<float> program, string kind)
    {
        LayerInfo[] layers = [.. view.Network.Dense];
        int rows = Math.Max(1, Math.Min(NetworkProbe.Affordable(program, program.Data.Train.Rows), MostValues / layers.Max(layer => layer.Units)));
        var values = layers.Select(layer => new List<float>(rows * layer.Units)).ToArray();
        new NetworkProbe(program, rows).Run(NetworkProbe.TrainingInputs(program, rows), (_, _, predictor) =>
        {
            for (int k = 0; k < layers.Length; k++) values[k].AddRange(predictor.Values($"{layers[k].Name}.{kind}"));
        });
        // Layers with the same activation share their axis, so that a spread that shrinks from layer to layer is seen to shrink.
        return Of(kind, [.. layers.Select((layer, k) => (layer.Name, kind == "a" ? layer.Activation?.Kind : null, (IReadOnlyList<float>)values[k]))], rows, program.Data.Train.Rows);
    }

    // What this update has written so far; one axis for all layers.
    private static HistogramData Written(RunView view, string kind) =>
        Of(kind, [.. view.Network.Dense.Select(layer => (layer.Name, (ActivationKind?)null, Values: view.Find($"{layer.Name}.{kind}")?.Values))
            .Where(layer => layer.Values is not null).Select(layer => (layer.Name, layer.Item2, (IReadOnlyList<float>)layer.Values!))],
            kind is "da" or "dz" ? view.Rows : 0, view.Rows);

    private static HistogramData Of(string kind, (string Name, ActivationKind? Activation, IReadOnlyList<float> Values)[] layers, int rows, int all)
    {
        var ranges = layers.Select(layer => (layer.Activation, Range: Range(layer.Values))).ToArray();
        return new HistogramData([.. layers.Select(layer => Of(layer.Name, layer.Values, Shared(ranges, layer.Activation)))], kind, rows, all);
    }

    private static (double Low, double High) Shared((ActivationKind? Kind, (double Low, double High) Range)[] all, ActivationKind? kind)
    {
        var same = all.Where(one => one.Kind == kind && one.Range.Low <= one.Range.High).Select(one => one.Range).ToArray();
        if (same.Length == 0) return (0, 1);
        double low = same.Min(range => range.Low), high = same.Max(range => range.High);
        double room = high > low ? 0 : low == 0 ? 1 : Math.Abs(low) / 2;
        return (low - room, high + room);
    }

    private static (double Low, double High) Range(IReadOnlyList<float> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (float value in values)
            if (float.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high);
    }

    private static LayerHistogram Of(string name, IReadOnlyList<float> values, (double Low, double High) range)
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
