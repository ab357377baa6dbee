using System.Numerics;

namespace Core;

/// <summary>Metrics of given targets and scores or predictions; computed when the item is bound, for what does not fit shows only then.</summary>
internal sealed class MetricsItem(IReadOnlyList<CalcValue> values) : ICalculation
{
    private const string ConfusionName = "confusion", RocName = "roc";

    public static CalcKind Kind { get; } = new(
        "metrics",
        Phase.Evaluate,
        "Metrics, in double. One record of each, named as in an experiment; `confusion` is [true][predicted]; `roc` has a row (false positive rate, true positive rate) for each of `roc.thresholds`, falling from infinity.",
        [
            Field.Optional("task", Spec.Choice(EvaluationBinder.Tasks), "What is judged. Needed for rows of targets: `regression`, `multi_class` (one-hot or soft rows) or `multi_label`; otherwise labels are classes, a list of only 0 and 1 (or −1 and 1) is binary, and any other a regression."),
            Field.Optional("targets", Spec.Numbers(1, 2, "targets as a list or rows of numbers"), "The truth: numbers, 0/1 or −1/1 of two classes, one-hot, soft or multi-label rows."),
            Field.Optional("labels", Spec.List(Spec.Integer(0), "class numbers", 1), "The truth as class numbers from 0, instead of targets."),
            Field.Optional("classes", Spec.Integer(2, 10_000), "Number of classes of the labels; otherwise that of the scores, or the largest number + 1, at least 2."),
            Field.Optional("scores", Spec.Numbers(1, 2, "scores as a list or rows of numbers"), "What the model puts out, [rows] or [rows][outputs]; positive when score ≥ threshold, or the class with the greatest score."),
            Field.Optional("predictions", Spec.Numbers(1, 2, "predictions as a list or rows of numbers"), "Decisions instead of scores: class numbers, the values of the two classes, rows of 0 and 1 for several labels; values of a regression."),
            Field.Optional("threshold", Spec.Number(), "Positive when score ≥ threshold; otherwise 0.5, for targets −1 and 1 it is 0, and of two scores the greater one decides."),
            Field.Optional("metrics", Spec.List(Name, "metrics", 1), "Which; otherwise all that are defined for the task. Besides the names: `precision[c]`, `recall[c]`, `f1[c]`, `accuracy.label[c]`, `confusion[t][p]`."),
        ],
        Bind);

    private static Spec Name => new ChoiceSpec([.. EvaluationSettings.MetricNames.Except(["loss", "a"])], EvaluationSettings.IndexedMetric);

    private static ICalculation? Bind(CalcContext context)
    {
        if (EvaluationBinder.Bind(context) is not var (evaluation, task)) return null;
        var stated = context.Fields.Texts("metrics");
        var names = stated ?? [.. Default(evaluation, task)];
        var values = new List<CalcValue>();
        var fits = true;
        for (var i = 0; i < names.Count; i++)
        {
            var (name, at) = (names[i], context.Fields["metrics"]?[i] ?? context.Fields.Value);
            if (names.Take(i).Contains(name)) (fits, _) = (false, Add(context, at, $"{JsonWriter.Quote(name)} a second time", "each metric once", "take it out"));
            else if (name == ConfusionName) fits &= evaluation.IsMultiLabel || (evaluation.Tasks & (MetricTasks.Binary | MetricTasks.MultiClass)) == 0
                ? Add(context, at, "confusion of values that are no classes", "two or more classes", "choose another metric")
                : Values(values, Confusion(evaluation));
            else if (name == RocName) fits &= (evaluation.Tasks & MetricTasks.Binary) == 0
                ? Add(context, at, "roc of values that are not two classes", "two classes", "choose another metric")
                : evaluation.Scores.Length == 0 ? Add(context, at, "roc of predictions", "scores", "give the model's scores instead of its decisions") : Values(values, Roc(evaluation));
            else fits &= Scalar(context, at, name, evaluation, values);
        }

        return fits ? new MetricsItem(values) : null;
    }

    private static IEnumerable<string> Default(Evaluation evaluation, MetricTasks task)
    {
        bool areScores = evaluation.Scores.Length > 0, areShares = evaluation.Scores.All(score => score is >= 0 and <= 1);
        foreach (var metric in MetricRegistry.All)
            if ((metric.Fits & task) != 0 && (areScores || !metric.NeedsScores) && (areShares || metric.Name != "log_loss")) yield return metric.Name;
        if (task == MetricTasks.Regression) yield break;
        if (task != MetricTasks.MultiLabel) yield return ConfusionName;
        if (task == MetricTasks.Binary && areScores) yield return RocName;
        if (task == MetricTasks.Binary || evaluation.Targets.ClassCount > 20) yield break;
        foreach (var family in new[] { "precision", "recall", "f1", "accuracy.label" })
            for (var c = 0; c < evaluation.Targets.ClassCount && (family != "accuracy.label" || evaluation.IsMultiLabel); c++) yield return $"{family}[{c}]";
    }

    private static bool Scalar(CalcContext context, JsonValue at, string name, Evaluation evaluation, List<CalcValue> values)
    {
        try
        {
            return Values(values, [CalcValue.Double(name, [], MetricSet.Create([name]).Metrics[0].Value(evaluation))]);
        }
        catch (BadDataException bad)
        {
            foreach (var problem in bad.Problems) Add(context, at, $"{problem.Given} ({problem.Place})", problem.Expected, problem.Remedy);
            return false;
        }
    }

    private static bool Add(CalcContext context, JsonValue at, string given, string expected, string fix)
    {
        context.Problems.Add(at, given, expected, fix);
        return false;
    }

    private static bool Values(List<CalcValue> values, IEnumerable<CalcValue> more)
    {
        values.AddRange(more);
        return true;
    }

    private static IEnumerable<CalcValue> Confusion(Evaluation evaluation)
    {
        var (matrix, classes) = (evaluation.Confusion, evaluation.Targets.ClassCount);
        yield return CalcValue.Double(ConfusionName, [classes, classes], [.. from t in Enumerable.Range(0, classes) from p in Enumerable.Range(0, classes) select (double)matrix[t, p]]);
    }

    private static IEnumerable<CalcValue> Roc(Evaluation evaluation)
    {
        var points = evaluation.Roc.Points;
        yield return CalcValue.Double(RocName, [points.Length, 2], [.. points.SelectMany(point => new[] { point.FalsePositiveRate, point.TruePositiveRate })]);
        yield return CalcValue.Double($"{RocName}.thresholds", [points.Length], [.. points.Select(point => point.Threshold)]);
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => values;
}
