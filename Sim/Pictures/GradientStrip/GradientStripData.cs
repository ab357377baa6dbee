using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The gradient in one layer.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Signal">‖∂L/∂z‖ over batch and units; null before it is written.</param>
/// <param name="Weights">‖∂L/∂W‖; null before it is written.</param>
internal readonly record struct LayerGradient(string Name, double? Signal, double? Weights);

/// <summary>The size of the gradient, layer by layer.</summary>
internal sealed record GradientStripData(ImmutableArray<LayerGradient> Layers)
{
    public static GradientStripData From(RunView view) =>
        new([.. view.Network.Dense.Select(layer => new LayerGradient(layer.Name, Norm(view.Find($"{layer.Name}.dz")), Norm(view.Find($"{layer.Name}.weight.grad"))))]);

    /// <summary>First layer's signal over the last's; null where one is missing or the last is 0.</summary>
    public double? Ratio => Layers.Length > 1 && Layers[0].Signal is { } first && Layers[^1].Signal is { } last && last != 0 ? first / last : null;

    public IEnumerable<double> Sizes => Layers.SelectMany(layer => new[] { layer.Signal, layer.Weights }).OfType<double>();

    // Scaled by the largest: squares of tiny gradients would vanish.
    internal static double? Norm(Tensor<float>? tensor)
    {
        if (tensor is null) return null;
        double max = 0, sum = 0;
        foreach (float value in tensor.Values)
        {
            if (float.IsNaN(value)) return double.NaN;
            max = Math.Max(max, Math.Abs((double)value));
        }
        if (max == 0 || double.IsInfinity(max)) return max;
        foreach (float value in tensor.Values) sum += value / max * (value / max);
        return max * Math.Sqrt(sum);
    }
}
