using System.Collections.Immutable;
using Core;

namespace Sim;

internal enum UnitState { On, Off, OffInBatch, Dropped, Dead }

/// <summary>One unit for one sample.</summary>
/// <param name="Main">The number that counts now: an input, a, or on the way back ∂L/∂z.</param>
/// <param name="Second">What it was made of: z, or ∂L/∂a.</param>
/// <param name="State">Whether it takes part.</param>
internal readonly record struct UnitValue(float? Main, float? Second, UnitState State);

/// <summary>The inputs or a dense layer.</summary>
/// <param name="Layer">Null for the inputs.</param>
/// <param name="Units">From the first to the last.</param>
/// <param name="Weights">[units, units before]; null for the inputs and where too large.</param>
internal sealed record NetworkColumn(LayerInfo? Layer, ImmutableArray<UnitValue> Units, Tensor<float>? Weights = null);

/// <summary>The network with the numbers of one sample.</summary>
internal sealed record NetworkData
{
    public required NetworkInfo Network { get; init; }
    public required ImmutableArray<NetworkColumn> Columns { get; init; }
    public required NetworkFocus Focus { get; init; }

    /// <summary>Numbers are gradients, not values.</summary>
    public required bool IsBackward { get; init; }

    /// <summary>Edges show ∂L/∂W of the focused column instead of W.</summary>
    public bool EdgesAreGradients { get; init; }

    /// <summary>The sample shown, by its place in the batch.</summary>
    public int Sample { get; init; }

    public int Rows { get; init; }
    public string SampleName { get; init; } = "";
    public ImmutableArray<float> Target { get; init; } = [];
    public float? Loss { get; init; }

    /// <summary>The network at the current step.</summary>
    /// <param name="view">The run.</param>
    /// <param name="element">The chosen element of the step; its sample is shown.</param>
    /// <param name="sample">The sample where the step has none.</param>
    /// <param name="dead">Units known to be dead on all training samples, by layer name.</param>
    public static NetworkData From(RunView view, ImmutableArray<int> element, int sample = 0, IReadOnlySet<(string Layer, int Unit)>? dead = null)
    {
        string name = view.Step?.Name ?? "";
        var wished = view.Step is { } step ? ElementCursor.Clamp(step.Output.Shape, element) : [];
        if (OperandSymbol.IsBatched(name) && !wished.IsEmpty) sample = wished[0] + FirstOf(view, WorkerNames.Split(name).Number);
        sample = Math.Clamp(sample, 0, Math.Max(0, view.Rows - 1));
        bool isBackward = view.Step?.Phase is Phase.Backward or Phase.Update;
        var columns = ImmutableArray.CreateBuilder<NetworkColumn>();
        columns.Add(new NetworkColumn(null, Inputs(view, sample, isBackward)));
        foreach (var layer in view.Network.Dense) columns.Add(Column(view, layer, sample, isBackward, dead));
        var focus = NetworkFocus.Of(view, element);
        bool showsGradients = name.Contains(".weight.grad", StringComparison.Ordinal) && !name.EndsWith("norm", StringComparison.Ordinal);
        if (showsGradients && focus.Edges > 0) columns[focus.Edges] = columns[focus.Edges] with { Weights = view.Find(name) };
        return new NetworkData
        {
            Network = view.Network,
            Columns = columns.ToImmutable(),
            Focus = focus,
            IsBackward = isBackward,
            EdgesAreGradients = showsGradients,
            Sample = sample,
            Rows = view.Rows,
            SampleName = NameOf(view, sample),
            Target = view.Find("batch.y") is { } target ? Row(target, sample) : [],
            Loss = view.Scalar("loss") ?? view.Scalar("data_loss"),
        };
    }

    private static ImmutableArray<UnitValue> Inputs(RunView view, int sample, bool isBackward)
    {
        var x = view.Find("batch.x") is { } values ? Row(values, sample) : [];
        var slope = isBackward && view.Find("input.grad") is { } grad ? Row(grad, sample) : [];
        var mask = view.Network.Layers is [{ Kind: LayerKind.Dropout } first, ..] && view.Find($"{first.Name}.mask") is { } drawn ? Row(drawn, sample) : [];
        return [.. Enumerable.Range(0, view.Network.Inputs).Select(i => new UnitValue(At(x, i), At(slope, i), At(mask, i) == 0 ? UnitState.Dropped : UnitState.On))];
    }

    private static NetworkColumn Column(RunView view, LayerInfo layer, int sample, bool isBackward, IReadOnlySet<(string Layer, int Unit)>? dead)
    {
        var (main, second) = isBackward ? ("dz", "da") : ("a", "z");
        var (first, row) = Owned(view, $"{layer.Name}.{main}", sample);
        var (other, otherRow) = Owned(view, $"{layer.Name}.{second}", sample);
        var z = view.Find($"{layer.Name}.z");
        var mask = MaskOf(view, layer);
        var units = ImmutableArray.CreateBuilder<UnitValue>(layer.Units);
        for (int u = 0; u < layer.Units; u++)
        {
            var state = dead?.Contains((layer.Name, u)) == true ? UnitState.Dead
                : mask is not null && mask.Values[sample * layer.Units + u] == 0 ? UnitState.Dropped
                : layer.Activation?.Kind == ActivationKind.Relu && z is not null ? Relu(z, sample, u)
                : UnitState.On;
            units.Add(new UnitValue(first?[row, u], other?[otherRow, u], state));
        }
        return new NetworkColumn(layer, units.MoveToImmutable(), view.Find($"{layer.Name}.weight"));
    }

    // Where workers share the batch, the gradients of a sample are its worker's.
    private static (Tensor<float>? Values, int Row) Owned(RunView view, string name, int sample)
    {
        if (view.Find(name) is not null || view.Experiment.Workers is not { } workers) return (view.Find(name), sample);
        int number = 1 + sample * workers.Count / Math.Max(1, view.Rows);
        return (view.Find(WorkerNames.Of(number, name)), sample - FirstOf(view, number));
    }

    private static int FirstOf(RunView view, int worker) => worker > 0 && view.Experiment.Workers is { } workers ? (worker - 1) * view.Rows / workers.Count : 0;

    private static UnitState Relu(Tensor<float> z, int sample, int unit)
    {
        if (z[sample, unit] > 0) return UnitState.On;
        for (int row = 0; row < z.Shape[0]; row++)
            if (!(z[row, unit] <= 0)) return UnitState.Off;
        return z.Shape[0] > 1 ? UnitState.OffInBatch : UnitState.Off;
    }

    // The mask of a dropout layer right behind the dense one.
    private static Tensor<float>? MaskOf(RunView view, LayerInfo layer)
    {
        int next = view.Network.Layers.IndexOf(layer) + 1;
        return next < view.Network.Layers.Length && view.Network.Layers[next].Kind == LayerKind.Dropout ? view.Find($"{view.Network.Layers[next].Name}.mask") : null;
    }

    private static string NameOf(RunView view, int sample)
    {
        if (view.Find("batch.index") is not { } rows || sample >= rows.Values.Length) return "";
        int row = (int)rows.Values[sample];
        return row < view.Network.SampleNames.Length ? view.Network.SampleNames[row] : "";
    }

    private static ImmutableArray<float> Row(Tensor<float> tensor, int sample)
    {
        int width = tensor.Shape.Length < 2 ? 1 : tensor.Values.Length / Math.Max(1, tensor.Shape[0]);
        return sample * width + width <= tensor.Values.Length ? tensor.Values.Slice(sample * width, width) : [];
    }

    private static float? At(ImmutableArray<float> values, int index) => index < values.Length ? values[index] : null;
}
