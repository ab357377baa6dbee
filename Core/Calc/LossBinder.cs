namespace Core;

/// <summary>Fields of a loss item to the item, with the checks that an experiment makes of its targets.</summary>
internal static class LossBinder
{
    /// <summary>Room for shares that were rounded to a few digits.</summary>
    private const double ShareTolerance = 1e-4;

    internal static ICalculation? Bind(CalcContext context)
    {
        var settings = NetworkBinder.Loss(context.Fields["loss"]!);
        var isDistribution = settings.Kind is LossKind.SoftmaxCe or LossKind.CrossEntropy;
        var field = settings.IsFused ? "logits" : "predictions";
        if (!HasOutputs(context, settings, field)) return null;
        if (context.OneOf("targets", "labels", "state \"targets\" for numbers and rows, \"labels\" for class numbers") is not { } targetField) return null;
        var outputs = context.Numbers(field)!;
        // As in PyTorch: for a distribution over classes a plain list is one sample, otherwise it is one output of each sample.
        int rows = outputs.Shape.Length == 2 ? outputs.Shape[0] : isDistribution ? 1 : outputs.Shape[0];
        var targets = targetField == "labels" ? Labels(context, outputs.Values.Length / rows, rows, isDistribution) : Targets(context, settings, field, outputs, isDistribution);
        return targets is not null && AreProbabilities(context, settings, outputs) ? new LossItem(settings, outputs, rows, targets) : null;
    }

    private static bool HasOutputs(CalcContext context, LossSettings settings, string field)
    {
        string other = settings.IsFused ? "predictions" : "logits", name = NetworkSpec.Loss.Read(context.Fields["loss"]!)!.Value.Tag;
        if (context.Has(other)) return context.Problem(other, $"{other} for {name}", field, OtherLoss(settings.Kind, name));
        return context.Has(field) || context.Problem("", $"{name} without {field}", $"\"{field}\": [samples][outputs]");
    }

    private static string OtherLoss(LossKind kind, string name) => kind switch
    {
        LossKind.SoftmaxCe => "softmax_ce computes from logits, before the softmax; for probabilities take cross_entropy",
        LossKind.SigmoidBce => "sigmoid_bce computes from logits, before the sigmoid; for probabilities take bce",
        LossKind.CrossEntropy => "cross_entropy computes from probabilities; for logits take softmax_ce",
        LossKind.Bce => "bce computes from probabilities; for logits take sigmoid_bce",
        _ => $"{name} computes from outputs: name them predictions",
    };

    private static double[]? Labels(CalcContext context, int width, int rows, bool isDistribution)
    {
        var at = context.Fields["labels"]!;
        var labels = Numbers.Whole(at)!;
        bool oneNumber = width == 1 && !isDistribution, fits = true;
        int classes = oneNumber ? 2 : width;
        if (labels.Length != rows)
        {
            context.Problem("labels", $"{Count(labels.Length, "label")} for {Count(rows, "sample")}", $"{Count(rows, "label")}, one for each sample",
                isDistribution && rows == 1 ? "a plain list is one sample; write one row for each sample" : null);
            return null;
        }

        var targets = new double[rows * width];
        for (int row = 0; row < rows; row++)
            if (labels[row] >= classes)
            {
                context.Problems.Add(at[row], $"class {labels[row]}", $"a class number from 0 to {classes - 1}", oneNumber ? "one output tells two classes" : "classes count from 0, one for each output");
                fits = false;
            }
            else if (oneNumber) targets[row] = labels[row];
            else targets[row * width + labels[row]] = 1;
        return fits ? targets : null;
    }

    private static double[]? Targets(CalcContext context, LossSettings settings, string field, CalcNumbers outputs, bool isDistribution)
    {
        var targets = context.Numbers("targets")!;
        if (!context.SameShape("targets", targets, field, outputs)) return null;
        if (!isDistribution && settings.Kind is not (LossKind.Bce or LossKind.SigmoidBce)) return targets.Values;
        bool fits = true;
        for (int row = 0; row < targets.Rows; row++)
        {
            var at = targets.Shape.Length == 1 ? context.Fields["targets"]! : context.Fields["targets"]![row];
            var values = targets.Values.AsSpan(row * targets.Width, targets.Width);
            fits &= Row(context, at, values, isDistribution);
        }
        return fits ? targets.Values : null;
    }

    private static bool Row(CalcContext context, JsonValue at, ReadOnlySpan<double> values, bool isDistribution)
    {
        double sum = 0;
        bool inside = true;
        for (int column = 0; column < values.Length; sum += values[column++])
            if (values[column] is < 0 or > 1)
            {
                context.Problems.Add(at[column], at[column].Shown, "a target from 0 to 1", "cross-entropies compare probabilities: correct it or use mse");
                inside = false;
            }
        if (!inside || !isDistribution || Math.Abs(sum - 1) <= ShareTolerance) return inside;
        context.Problems.Add(at, FormattableString.Invariant($"targets that sum to {Math.Round(sum, 6)}"), "a sum of 1", "each row is a distribution over the classes; use sigmoid_bce when several can hold");
        return false;
    }

    private static bool AreProbabilities(CalcContext context, LossSettings settings, CalcNumbers outputs)
    {
        if (settings.Kind is not (LossKind.Bce or LossKind.CrossEntropy)) return true;
        var at = context.Fields["predictions"]!;
        bool fits = true;
        for (int k = 0; k < outputs.Values.Length; k++)
            if (outputs.Values[k] is < 0 or > 1)
            {
                var place = outputs.Shape.Length == 1 ? at[k] : at[k / outputs.Width][k % outputs.Width];
                context.Problems.Add(place, place.Shown, "a probability from 0 to 1", settings.Kind == LossKind.Bce ? "for logits take sigmoid_bce" : "for logits take softmax_ce");
                fits = false;
            }
        return fits;
    }

    private static string Count(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
