using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Core;

/// <summary>All metrics by name.</summary>
public static partial class MetricRegistry
{
    private const MetricTasks Single = MetricTasks.Binary | MetricTasks.MultiClass;
    private const MetricTasks Labelled = Single | MetricTasks.MultiLabel;
    private const string Sklearn = "scikit-learn";

    /// <summary>Every metric without an index, in the order of the documentation.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new("accuracy", Labelled, "right rows / rows (several labels: all of a row right)", Sklearn + " accuracy_score", Accuracy),
        new("accuracy.subset", MetricTasks.MultiLabel, "rows with every label right / rows", Sklearn + " accuracy_score", Accuracy),
        new("accuracy.label", MetricTasks.MultiLabel, "right labels / labels", Sklearn + " 1 − hamming_loss", PerLabel),
        .. Family("precision", "TP / (TP + FP)", tally => tally.Precision),
        .. Family("recall", "TP / (TP + FN)", tally => tally.Recall),
        .. Family("f1", "2·TP / (2·TP + FP + FN)", tally => tally.F1),
        new("auc", MetricTasks.Binary, "P(score of a positive > score of a negative), equal ½", Sklearn + " roc_auc_score",
            e => e.Roc.Auc, NeedsScores: true),
        new("log_loss", Labelled, "−Σ t·ln p / n, p in [2⁻⁵², 1 − 2⁻⁵²] (several labels: mean of all)", Sklearn + " log_loss", LogLossOf,
            NeedsScores: true),
        Regression("mse", "Σ(p − y)²/n", "mean_squared_error", RegressionErrors.Mse),
        Regression("rmse", "√(Σ(p − y)²/n)", "root_mean_squared_error", RegressionErrors.Rmse),
        Regression("mae", "Σ|p − y|/n", "mean_absolute_error", RegressionErrors.Mae),
        Regression("r2", "1 − Σ(p − y)²/Σ(y − ȳ)²", "r2_score", RegressionErrors.R2),
    ];

    /// <summary>
    /// The metric of that name, or null. Besides <see cref="All"/>: <c>precision[c]</c>, <c>recall[c]</c>, <c>f1[c]</c> of one class or label,
    /// <c>accuracy.label[c]</c> of one label, <c>confusion[t][p]</c> rows of class t predicted as p.
    /// </summary>
    public static Metric? Find(string name)
    {
        if (All.FirstOrDefault(metric => metric.Name == name) is { } plain) return plain;
        var indexed = Indexed().Match(name);
        if (!indexed.Success) return null;
        var c = int.Parse(indexed.Groups["i"].Value, CultureInfo.InvariantCulture);
        var second = indexed.Groups["j"].Success ? int.Parse(indexed.Groups["j"].Value, CultureInfo.InvariantCulture) : -1;
        return (indexed.Groups["name"].Value, second) switch
        {
            ("confusion", >= 0) => ConfusionCell(name, c, second),
            ("precision", -1) => OfClass(name, c, tally => tally.Precision),
            ("recall", -1) => OfClass(name, c, tally => tally.Recall),
            ("f1", -1) => OfClass(name, c, tally => tally.F1),
            ("accuracy.label", -1) => OfLabel(name, c),
            _ => null,
        };
    }

    private static IEnumerable<Metric> Family(string name, string formula, Func<ClassTally, double> value)
    {
        var source = Sklearn + " precision_recall_fscore_support";
        yield return new(name, MetricTasks.Binary, formula + " of the positive class", source, e => value(e.Tallies[1]));
        foreach (var averaging in Enum.GetValues<Averaging>())
            yield return new($"{name}.{averaging.ToString().ToLowerInvariant()}", Labelled,
                $"{formula}, {averaging.ToString().ToLowerInvariant()} average over the classes", source,
                e => ClassAverage.Of(e.Tallies, averaging, value, onlyOccurring: !e.IsMultiLabel));
    }

    private static Metric OfClass(string name, int c, Func<ClassTally, double> value)
    {
        var formula = $"of class {c} against the others";
        return new(name, Labelled, formula, Sklearn + " precision_recall_fscore_support", e => value(e.Tallies[c])) { Class = c };
    }

    private static Metric OfLabel(string name, int label)
    {
        double Accuracy(Evaluation e) => MultiLabelScores.AccuracyPerLabel(e.Truth, e.Predicted, e.Targets.Width)[label];
        return new(name, MetricTasks.MultiLabel, $"rows with label {label} right / rows", Sklearn + " accuracy_score", Accuracy) { Class = label };
    }

    private static Metric ConfusionCell(string name, int truth, int predicted)
    {
        var formula = $"rows of class {truth} predicted as {predicted}";
        return new(name, Single, formula, Sklearn + " confusion_matrix", e => e.Confusion[truth, predicted]) { Class = Math.Max(truth, predicted) };
    }

    private delegate double RegressionError(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int outputs);

    private static Metric Regression(string name, string formula, string source, RegressionError error) =>
        new(name, MetricTasks.Regression, formula, $"{Sklearn} {source}", e => error(e.Targets.Values.AsSpan(), e.Scores, e.Outputs),
            NeedsScores: true);

    private static double Accuracy(Evaluation e) =>
        e.IsMultiLabel ? MultiLabelScores.SubsetAccuracy(e.Truth, e.Predicted, e.Targets.Width) : e.Confusion.Accuracy;

    private static double PerLabel(Evaluation e) => MultiLabelScores.LabelAccuracy(e.Truth, e.Predicted, e.Targets.Width);

    private static double LogLossOf(Evaluation e)
    {
        for (var i = 0; i < e.Scores.Length; i++)
            if (e.Scores[i] is < 0 or > 1)
                throw MetricCheck.Bad("metric 'log_loss'", $"score {Shown.Value(e.Scores[i])} in row {i / e.Outputs}",
                    "probabilities from 0 to 1", "end the model with sigmoid or softmax");
        return e.IsMultiLabel || e.Outputs == 1 ? LogLoss.Binary(e.Truth, e.Scores) : LogLoss.Categorical(e.Targets, e.Scores);
    }

    [GeneratedRegex(@"^(?<name>[a-z0-9.]+)\[(?<i>\d{1,4})\](\[(?<j>\d{1,4})\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Indexed();
}
