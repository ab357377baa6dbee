using Core;

namespace Lessons;

/// <summary>For every unit of a layer the largest |f′(z)| over all training rows at the current weights, dropout off, in the run's own arithmetic.</summary>
internal sealed class UnitSlopes(RunSource source)
{
    private const int LargestChunk = 256;

    private readonly Dictionary<TrainingProgram<float>, Predictor<float>> predictors = [];

    /// <summary>Shape <c>[units]</c>; null if the layer has no activation.</summary>
    public Tensor? Largest(string layer, TrainingProgram<float> program)
    {
        var number = int.Parse(layer.AsSpan("layer".Length), System.Globalization.CultureInfo.InvariantCulture);
        var settings = source.Experiment.Layers.OfType<DenseSettings>().ElementAt(number - 1);
        if (settings.Function.Kind == ActivationKind.Identity) return null;
        if (!predictors.TryGetValue(program, out var predictor))
            predictors[program] = predictor = new(program, Math.Min(LargestChunk, source.Data.Train.Rows));
        var (rule, largest) = (ActivationRules.For<float>(settings.Function), new double[settings.Units]);
        var chunk = predictor.Rows * source.Data.Train.Width;
        var inputs = source.Data.Train.Inputs;
        for (var start = 0; start < inputs.Length; start += chunk)
        {
            predictor.Run([.. inputs.ToArray(start, Math.Min(chunk, inputs.Length - start)).Select(value => (float)value)]);
            var z = predictor.Values($"{layer}.z");
            for (var row = 0; row < z.Length / settings.Units; row++) Raise(largest, rule.Slope(z.Slice(row * settings.Units, settings.Units)));
        }
        return Tensor.Row(largest);
    }

    private static void Raise(double[] largest, float[] slopes)
    {
        for (var unit = 0; unit < largest.Length; unit++) largest[unit] = Math.Max(largest[unit], Math.Abs((double)slopes[unit])); // NaN wins.
    }
}
