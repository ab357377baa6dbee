namespace Core;

/// <summary>Whether targets fit the outputs of the network and the loss.</summary>
internal sealed class TargetCheck(Experiment experiment, JsonValue tree, Problems problems)
{
    /// <summary>Room for shares that were rounded to a few digits.</summary>
    private const double ShareTolerance = 1e-4;

    private bool IsDistribution => experiment.Loss.Kind is LossKind.SoftmaxCe or LossKind.CrossEntropy;

    private bool IsBinary => experiment.Loss.Kind is LossKind.Bce or LossKind.SigmoidBce;

    internal void All(int outputs)
    {
        Source(experiment.Data.Source, tree["data"]!, outputs);
        if (experiment.Data.Validation is { } validation) Source(validation, tree["data"]!["validation"] ?? tree["data"]!, outputs);
        if (experiment.Data.Test is { } test) Source(test, tree["data"]!["test"] ?? tree["data"]!, outputs);
    }

    private void Source(DataSourceSettings source, JsonValue at, int outputs)
    {
        var facts = DataFacts.Of(source);
        if (facts.HasLabels) Labels(source, facts.Classes, at, outputs);
        else if (facts.Outputs is { } width && width != outputs)
            problems.Add(at["targets"] ?? at, $"targets of {Count(width, "number")}", $"{outputs}, as many as the last layer has units", "change the targets or the last layer's units");
        else if (source is GivenSettings { Targets: { } targets }) Values(targets, at["targets"]!);
    }

    private void Labels(DataSourceSettings source, int? stated, JsonValue at, int outputs)
    {
        var place = at["labels"] ?? at;
        bool plusMinus = experiment.Data.Encoding == TargetEncoding.PlusMinusOne;
        bool oneNumber = plusMinus || (outputs == 1 && !IsDistribution && experiment.Data.Encoding == TargetEncoding.Labels);
        if (plusMinus && (IsBinary || IsDistribution))
            problems.Add(tree["data"]!["encoding"]!, "targets −1 and +1 for a cross-entropy", "targets from 0 to 1", "use the encoding labels, or another loss");
        if (plusMinus && outputs != 1)
            problems.Add(tree["data"]!["encoding"]!, $"plus_minus_one for {outputs} outputs", "one output", "give the last layer one unit");
        int room = oneNumber ? 2 : outputs;
        string why = oneNumber ? "two classes for one output" : $"at most {Count(outputs, "class", "classes")}, the units of the last layer";
        int? classes = stated ?? ((source as GivenSettings)?.Labels?.Max() + 1);
        if (!oneNumber && (!IsDistribution || experiment.Data.Encoding == TargetEncoding.OneHot) && classes < outputs)
            problems.Add(place, $"{Count(classes.Value, "class", "classes")} for one-hot targets of {outputs} outputs", $"{outputs}, as many as the last layer has units",
                "change the last layer's units, or state the number of classes");
        if (stated > room) problems.Add(place, $"{stated} classes", why, "change the last layer's units");
        else if (stated is null && source is GivenSettings { Labels: { } labels })
            for (int i = 0; i < labels.Count; i++)
                if (labels[i] >= room)
                    problems.Add(at["labels"]![i], $"class {labels[i]}", $"a class number from 0 to {room - 1}", oneNumber ? "one output tells two classes: give the last layer more units" : "classes count from 0: correct the label or give the last layer more units");
    }

    private void Values(GivenValues targets, JsonValue at)
    {
        if (!IsDistribution && !IsBinary) return;
        for (int row = 0; row < targets.Count; row++)
        {
            double sum = 0;
            bool inside = true;
            for (int column = 0; column < targets.Width; column++)
            {
                double value = targets[(long)row * targets.Width + column];
                sum += value;
                if (value is >= 0 and <= 1) continue;
                inside = false;
                var place = targets.Shape.Count == 1 ? at[row] : at[row][column];
                problems.Add(place, value.ToString("R"), "a target from 0 to 1", "cross-entropies compare probabilities: correct it or use mse");
            }
            if (inside && IsDistribution && Math.Abs(sum - 1) > ShareTolerance)
                problems.Add(at[row], FormattableString.Invariant($"targets that sum to {Math.Round(sum, 6)}"), "a sum of 1", "each row is a distribution over the classes; use sigmoid_bce when several can hold");
        }
    }

    private static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
