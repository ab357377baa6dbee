using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>
/// The part of the network that a step touches. Columns count from 0, the inputs; −1 is none. A chosen unit or edge end is the one
/// the chosen element belongs to.
/// </summary>
/// <param name="Nodes">Column whose units are written.</param>
/// <param name="Unit">The chosen one.</param>
/// <param name="Edges">Column whose incoming edges are read or written.</param>
/// <param name="From">Chosen end of the edges in the column before.</param>
/// <param name="To">Chosen end in the column itself.</param>
/// <param name="IsLoss">The step is the loss, or reads it.</param>
internal sealed record NetworkFocus(int Nodes = -1, int Unit = -1, int Edges = -1, int From = -1, int To = -1, bool IsLoss = false)
{
    public static readonly NetworkFocus None = new();

    /// <summary>The focus of the current step.</summary>
    public static NetworkFocus Of(RunView view, ImmutableArray<int> element)
    {
        if (view.Step is not { } step) return None;
        element = ElementCursor.Clamp(step.Output.Shape, element);
        int last = element.IsEmpty ? -1 : element[^1];
        if (step.Name == "batch.x") return new NetworkFocus(0, Flat(step.Output.Shape, element));
        if (step.Name == "input.grad") return new NetworkFocus(0, Flat(step.Output.Shape, element), 1, From: last);
        if (step.Phase == Phase.Loss || step.Name == "batch.y") return new NetworkFocus(IsLoss: true);
        string name = WorkerNames.Split(step.Name).Name;
        int column = ColumnOf(view.Network, name);
        if (column < 1) return None;
        string rest = name[(name.IndexOf('.') + 1)..];
        int top = view.Network.Dense.Count();
        return rest switch
        {
            "z" => new NetworkFocus(column, last, column, To: last),
            "da" => column < top ? new NetworkFocus(column, last, column + 1, From: last) : new NetworkFocus(column, last, IsLoss: true),
            "dz" => new NetworkFocus(column, last, IsLoss: column == top && !view.Steps.Any(s => s.Name == $"layer{top}.da")),
            _ when rest.StartsWith("weight", StringComparison.Ordinal) => element.Length == 2
                ? new NetworkFocus(Edges: column, From: element[1], To: element[0])
                : new NetworkFocus(Edges: column),
            _ => new NetworkFocus(column, last),
        };
    }

    /// <summary>The column of the dense layer a name belongs to; dropout and flatten count as the layer below them.</summary>
    private static int ColumnOf(NetworkInfo network, string name)
    {
        int column = 0;
        string layer = name.Split('.')[0];
        foreach (var info in network.Layers)
        {
            if (info.Kind == LayerKind.Dense) column++;
            if (info.Name == layer) return column;
        }
        return -1;
    }

    private static int Flat(ImmutableArray<int> shape, ImmutableArray<int> element)
    {
        int place = 0;
        for (int d = 1; d < shape.Length; d++) place = place * shape[d] + element[d];
        return place;
    }
}
