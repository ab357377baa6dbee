namespace Core;

/// <summary>Fields of a metrics item to targets with scores or predictions.</summary>
internal static class EvaluationBinder
{
    private const string Regression = "regression", Binary = "binary", MultiClass = "multi_class", MultiLabel = "multi_label";

    internal static string[] Tasks { get; } = [Regression, Binary, MultiClass, MultiLabel];

    /// <summary>The evaluation and the task it is read as; null with the problems reported.</summary>
    internal static (Evaluation Evaluation, MetricTasks Task)? Bind(CalcContext context)
    {
        var truthField = context.OneOf("targets", "labels", "state \"targets\" for numbers and rows, \"labels\" for class numbers");
        var judgedField = context.OneOf("scores", "predictions", "state \"scores\" for what a model puts out, \"predictions\" for its decisions");
        if (truthField is null || judgedField is null) return null;
        if (context.Has("threshold") && judgedField == "predictions" && !context.Problem("threshold", "a threshold for predictions", "scores", "predictions are decided already")) return null;
        if (context.Has("classes") && truthField == "targets" && !context.Problem("classes", "classes beside targets", "labels", "targets have as many classes as columns")) return null;
        var judged = context.Numbers(judgedField)!;
        var truth = truthField == "labels" ? OfLabels(context, judgedField, judged) : OfTargets(context);
        if (truth is not var (targets, task)) return null;
        if (judged.Shape[0] != targets.Rows)
        {
            context.Problem(judgedField, $"{judged.Shape[0]} rows of {judgedField}", $"{targets.Rows}, one for each target");
            return null;
        }

        var evaluation = judgedField == "scores" || task == MetricTasks.Regression ? OfScores(context, judgedField, targets, judged) : OfPredictions(context, targets, judged);
        return evaluation is null ? null : (evaluation, task);
    }

    private static (Targets Targets, MetricTasks Task)? OfLabels(CalcContext context, string judgedField, CalcNumbers judged)
    {
        var labels = Numbers.Whole(context.Fields["labels"])!;
        var task = context.Fields.TextOrNull("task");
        if (task is Regression or MultiLabel && !context.Problem("task", $"{task} of class numbers", "binary or multi_class", "state targets instead of labels")) return null;
        bool isMatrix = judgedField == "scores" && judged.Shape is [_, > 1];
        double largest = judgedField == "predictions" ? Math.Max(labels.Max(), judged.Values.Max()) : labels.Max();
        int classes = context.Fields.IntegerOrNull("classes") ?? (isMatrix ? judged.Shape[1] : (int)Math.Clamp(largest + 1, 2, 10_000));
        int wrong = Array.FindIndex(labels, label => label >= classes);
        if (wrong >= 0)
        {
            context.Problems.Add(context.Fields["labels"]![wrong], $"class {labels[wrong]}", $"a class number from 0 to {classes - 1}", "classes count from 0: correct the label or the number of classes");
            return null;
        }

        if (task == Binary && classes != 2 && !context.Problem("task", $"binary with {classes} classes", "two classes", "take multi_class")) return null;
        return (Targets.Classes(labels, classes), classes == 2 && task != MultiClass ? MetricTasks.Binary : MetricTasks.MultiClass);
    }

    private static (Targets Targets, MetricTasks Task)? OfTargets(CalcContext context)
    {
        var given = context.Numbers("targets")!;
        var task = context.Fields.TextOrNull("task");
        int width = given.Shape.Length == 1 ? 1 : given.Width;
        var numbers = Targets.Numbers(given.Values, width);
        if (width == 1 ? IsWrongList(context, numbers, task) : IsWrongTable(context, width, task)) return null;
        var (targets, read) = task switch
        {
            MultiClass => (given.Values.All(value => value is 0 or 1) ? Targets.OneHot(given.Values, width) : Targets.Soft(given.Values, width), MetricTasks.MultiClass),
            MultiLabel => (Targets.MultiLabel(given.Values, width), MetricTasks.MultiLabel),
            null => (numbers, numbers.IsBinary ? MetricTasks.Binary : MetricTasks.Regression),
            _ => (numbers, task == Binary ? MetricTasks.Binary : MetricTasks.Regression),
        };
        var problems = DataSet.Problems(new double[targets.Rows], [1], targets);
        return context.Try("targets", () => problems.IsEmpty ? targets : throw new BadDataException(problems)) is null ? null : (targets, read);
    }

    private static bool IsWrongList(CalcContext context, Targets numbers, string? task) => task switch
    {
        MultiClass => !context.Problem("targets", "one number in a row for multi_class", "rows with a number for each class", "state class numbers as labels"),
        MultiLabel => !context.Problem("targets", "one number in a row for multi_label", "rows with 0 or 1 for each label", "take binary for a single label"),
        Binary when !numbers.IsBinary => !context.Problem("targets", "targets other than two classes", "only 0 and 1, or only -1 and 1", "correct them, or take regression"),
        _ => false,
    };

    private static bool IsWrongTable(CalcContext context, int width, string? task) => task switch
    {
        null => !context.Problem("targets", $"rows of {width} targets without \"task\"", "\"task\": regression, multi_class or multi_label", "say whether they are values, classes that exclude each other, or labels that do not"),
        Binary => !context.Problem("targets", $"rows of {width} targets for binary", "a list with 0 or 1 for each row", "take multi_class or multi_label"),
        _ => false,
    };

    private static Evaluation? OfScores(CalcContext context, string field, Targets targets, CalcNumbers scores)
    {
        int width = scores.Shape.Length == 1 ? 1 : scores.Width;
        if (Evaluation.TasksOf(targets, width) != MetricTasks.None)
            return context.Try(field, () => Evaluation.OfScores(targets, scores.Values, width, context.Fields.NumberOrNull("threshold")));
        context.Problem(field, $"rows of {width}", targets.Kind == TargetKind.Classes && targets.Width == 2 ? "rows of 1 or 2" : $"rows of {targets.Width}, one for each {(targets.Kind == TargetKind.Classes ? "class" : "column of the targets")}");
        return null;
    }

    private static Evaluation? OfPredictions(CalcContext context, Targets targets, CalcNumbers predictions)
    {
        bool areLabels = targets.Kind == TargetKind.MultiLabel;
        int width = areLabels ? targets.Width : 1, low = targets.IsPlusMinus ? -1 : 0;
        int high = areLabels ? 1 : targets.ClassCount - 1;
        if ((predictions.Shape.Length == 1 ? 1 : predictions.Width) != width)
        {
            context.Problem("predictions", $"predictions of {predictions.Shown}", areLabels ? $"rows of {width}, 0 or 1 for each label" : "a list with the class of each row", areLabels ? null : "name them scores if they are what a model puts out");
            return null;
        }

        int wrong = Array.FindIndex(predictions.Values, value => !IsDecision(value, low, high, targets.IsPlusMinus));
        if (wrong < 0) return context.Try("predictions", () => Evaluation.OfPredictions(targets, [.. predictions.Values.Select(value => value < 0 ? 0 : (int)value)]));
        string expected = targets.IsPlusMinus ? "-1 or 1" : high == 1 ? "0 or 1" : $"a class number from 0 to {high}";
        context.Problem("predictions", FormattableString.Invariant($"the prediction {predictions.Values[wrong]}"), expected, "name them scores if they are what a model puts out");
        return null;
    }

    private static bool IsDecision(double value, int low, int high, bool isPlusMinus) =>
        value == Math.Floor(value) && value >= low && value <= high && (!isPlusMinus || value != 0);
}
