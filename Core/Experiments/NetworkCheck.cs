namespace Core;

/// <summary>Whether layers, stated weights and loss fit each other.</summary>
internal sealed class NetworkCheck(Experiment experiment, JsonValue tree, Problems problems)
{
    private readonly JsonValue _layers = tree["layers"]!;

    internal void All(DataFacts facts, bool withLoss)
    {
        if (experiment.Layers is [.., not DenseSettings])
            problems.Add(_layers[_layers.Count - 1], $"{Kind(experiment.Layers[^1])} as the last layer", "a dense layer", "add the layer that gives the outputs");
        Widths(facts);
        if (withLoss && experiment.Layers is [.., DenseSettings last]) Loss(last.Function.Kind);
    }

    private static string Kind(LayerSettings layer) => layer is FlattenSettings ? "flatten" : layer is DropoutSettings ? "dropout" : "dense";

    private void Widths(DataFacts facts)
    {
        var shape = facts.InputShape;
        long? width = facts.Width;
        for (int i = 0; i < experiment.Layers.Count; i++)
        {
            var (layer, at) = (experiment.Layers[i], _layers[i]);
            if (layer is FlattenSettings) shape = null;
            else if (shape is { Count: > 1 })
            {
                problems.Add(at, $"a {Kind(layer)} layer on samples of shape [{string.Join(", ", shape)}]", "one row per sample", "put the layer \"flatten\" before it");
                shape = null;
            }
            if (layer is DropoutSettings { Masks: { } masks }) Masks(masks, at["masks"]!, width);
            if (layer is not DenseSettings dense) continue;
            Given(dense, at, width);
            width = dense.Units;
        }
    }

    private void Given(DenseSettings dense, JsonValue at, long? width)
    {
        if (dense.InitialWeights is GivenInitialiser { Values: var weights } && (weights.Shape[0] != dense.Units || (width is not null && weights.Shape[1] != width)))
            problems.Add(at["initialWeights"] ?? tree["initialWeights"]!, $"weights of shape {weights}", $"[{dense.Units}, {width?.ToString() ?? "inputs"}], [out, in]",
                weights.Shape[0] == width && weights.Shape[1] == dense.Units ? "one row per unit: exchange rows and columns" : "one row per unit, one number per input");
        if (dense.InitialBias is GivenInitialiser { Values: var bias } && bias.Count != dense.Units)
            problems.Add(at["initialBias"]!, $"{bias.Count} biases", $"{dense.Units}, one for each unit");
        if (!dense.Bias && at["initialBias"] is { } unused)
            problems.Add(unused, "start biases of a layer with \"bias\": false", "none", "remove one of the two");
    }

    private void Masks(IReadOnlyList<GivenValues> masks, JsonValue at, long? width)
    {
        for (int i = 0; i < masks.Count; i++)
        {
            if (width is not null && masks[i].Shape[1] != width)
                problems.Add(at[i], $"a mask of width {masks[i].Shape[1]}", $"{width}, the width of the layer before");
            for (int row = 0; row < masks[i].Rows.Count; row++)
                for (int column = 0; column < masks[i].Rows[row].Length; column++)
                    if (masks[i].Rows[row][column] is not (0 or 1)) problems.Add(at[i][row][column], masks[i].Rows[row][column].ToString("R"), "1 (keep) or 0 (drop)");
        }
    }

    private void Loss(ActivationKind last)
    {
        var wanted = experiment.Loss.Kind switch
        {
            LossKind.SoftmaxCe => ActivationKind.Softmax,
            LossKind.SigmoidBce => ActivationKind.Sigmoid,
            LossKind.Bce when last is not (ActivationKind.Sigmoid or ActivationKind.Softmax) => ActivationKind.Sigmoid,
            LossKind.CrossEntropy when last is not (ActivationKind.Sigmoid or ActivationKind.Softmax) => ActivationKind.Softmax,
            _ => last,
        };
        if (wanted == last) return;
        string name = wanted == ActivationKind.Softmax ? "softmax" : "sigmoid";
        var at = _layers[_layers.Count - 1];
        problems.Add(at["activation"] ?? at, $"activation {Shown(last)} before loss {Text(tree["loss"]!)}", $"{name} in the last layer",
            $"write \"activation\": \"{name}\" there{(experiment.Loss.IsFused ? "; the loss still computes with the logits" : "")}");
    }

    private static string Shown(ActivationKind kind) => string.Concat($"{kind}".Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant();

    private static string Text(JsonValue loss) => loss.Kind == JsonKind.String ? loss.Text : loss["type"]!.Text;
}
