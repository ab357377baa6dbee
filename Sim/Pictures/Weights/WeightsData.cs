using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The weights into the units of one layer: within an update that of the step, at its end that of the scene's focus, or the first.</summary>
/// <param name="Layer">layer1, …</param>
/// <param name="Units">How many units.</param>
/// <param name="Inputs">Weights of each.</param>
/// <param name="ImageShape">Rows and columns of the input image; empty if the inputs are none.</param>
/// <param name="InputNames">One an input; of an image none.</param>
/// <param name="Values">[units, inputs]</param>
/// <param name="Biases">[units]; empty without biases.</param>
internal sealed record WeightsData(
    string Layer, int Units, int Inputs, ImmutableArray<int> ImageShape, ImmutableArray<string> InputNames, ImmutableArray<float> Values, ImmutableArray<float> Biases)
{
    private const int FewestPixels = 16;

    /// <param name="view">The moment.</param>
    /// <param name="program">The run.</param>
    /// <param name="focus">The value that the scene lights, or null.</param>
    public static WeightsData? From(RunView view, TrainingProgram<float> program, string? focus = null)
    {
        var dense = view.Network.Dense.ToList();
        // At the end of an update the last step is always one of the last layer.
        string? shown = view.IsAtUpdateEnd ? focus : view.Step?.Name;
        int at = Math.Max(0, dense.FindIndex(layer => layer.Name == shown?.Split('.')[0]));
        var layer = dense[at];
        if (program.Find($"{layer.Name}.weight") is not { } weight) return null;
        bool isImage = at == 0 && view.Network.InputShape is { Length: 2 } shape && shape[0] * shape[1] >= FewestPixels && shape[0] * shape[1] == layer.Inputs;
        return new WeightsData(layer.Name, layer.Units, layer.Inputs, isImage ? view.Network.InputShape : [], isImage ? [] : Names(view.Network, at, layer.Inputs),
            [.. weight.ToArray(0)], program.Find($"{layer.Name}.bias") is { } bias ? [.. bias.ToArray(0)] : []);
    }

    /// <summary>The weights of a unit, [inputs].</summary>
    public ReadOnlySpan<float> Of(int unit) => Values.AsSpan(unit * Inputs, Inputs);

    /// <summary>The unit that an element of the step's value belongs to.</summary>
    public int UnitOf(Step<float>? step, ImmutableArray<int> element)
    {
        if (step is null || element.IsEmpty || !step.Name.StartsWith(Layer + ".", StringComparison.Ordinal)) return 0;
        return Math.Clamp(step.Name.Contains(".weight", StringComparison.Ordinal) ? element[0] : element[^1], 0, Units - 1);
    }

    private static ImmutableArray<string> Names(NetworkInfo network, int at, int inputs) =>
        [.. Enumerable.Range(0, inputs).Select(k => at == 0 ? network.InputName(k) : $"a{NetworkInfo.Subscript(k + 1)}")];
}
