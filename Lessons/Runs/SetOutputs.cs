using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>What the network says about every sample of a set with the weights that a program has now, dropout off, in the run's own arithmetic.</summary>
internal sealed class SetOutputs(DataSet data)
{
    private const int LargestChunk = 256;

    private readonly Dictionary<TrainingProgram<float>, Predictor<float>> predictors = [];
    private readonly Dictionary<string, (ulong Weights, Tensor Value)> known = [];

    /// <summary>The values of a network by name, and their width: z and a of every layer.</summary>
    public static IEnumerable<(string Name, int Width)> Values(Experiment experiment) =>
        experiment.Layers.OfType<DenseSettings>().SelectMany((layer, k) => new[] { ($"layer{k + 1}.z", layer.Units), ($"layer{k + 1}.a", layer.Units) });

    /// <summary>A value for every sample, [rows, width]; null: the outputs.</summary>
    public Tensor Of(TrainingProgram<float> program, string? name)
    {
        var weights = program.WeightHash();
        if (known.TryGetValue(name ?? "", out var last) && last.Weights == weights) return last.Value;
        if (!predictors.TryGetValue(program, out var predictor))
            predictors[program] = predictor = new(program, Math.Min(LargestChunk, data.Rows));
        var (values, chunk) = (ImmutableArray.CreateBuilder<double>(), predictor.Rows * data.Width);
        for (var start = 0; start < data.Inputs.Length; start += chunk)
        {
            predictor.Run([.. data.Inputs.ToArray(start, Math.Min(chunk, data.Inputs.Length - start)).Select(value => (float)value)]);
            foreach (var value in predictor.Values(name ?? predictor.Names[^1])) values.Add(value);
        }
        var found = new Tensor([data.Rows, values.Count / data.Rows], values.ToImmutable());
        known[name ?? ""] = (weights, found);
        return found;
    }
}
