using System.Collections.Immutable;

namespace Core;

/// <summary>One measure of a set: its name, shape and values.</summary>
/// <param name="Name">As in <c>eval.SET.NAME</c>.</param>
/// <param name="Rule">The definition in symbols.</param>
/// <param name="Shape">Empty: one number.</param>
/// <param name="Of">The values, row-major.</param>
internal sealed record SetMeasure(string Name, string Rule, ImmutableArray<int> Shape, Func<Evaluation, double[]> Of)
{
    /// <summary>The measure of a name in an experiment, with the averaging it asks for.</summary>
    public static SetMeasure For(string name, MetricAverage average, DataSet data) => name switch
    {
        "confusion" => Confusion(data.Targets.ClassCount),
        "roc" => Roc(data),
        "precision" or "recall" or "f1" when average == MetricAverage.PerClass => PerClass(name, data.Targets.ClassCount),
        "precision" or "recall" or "f1" => Scalar(name, Averaged(name, average, data)),
        "subset_accuracy" => Scalar(name, "accuracy.subset"),
        "label_accuracy" => Scalar(name, "accuracy.label"),
        _ => Scalar(name, name),
    };

    private static SetMeasure Scalar(string name, string registered)
    {
        var metric = MetricSet.Create([registered]).Metrics[0];
        return new SetMeasure(name, metric.Formula, [], evaluation => [metric.Value(evaluation)]);
    }

    private static string Averaged(string name, MetricAverage average, DataSet data) => average switch
    {
        MetricAverage.Binary => name,
        MetricAverage.Auto when data.Targets.ClassCount == 2 && data.Targets.Kind != TargetKind.MultiLabel => name,
        MetricAverage.Micro => $"{name}.micro",
        MetricAverage.Weighted => $"{name}.weighted",
        _ => $"{name}.macro",
    };

    private static SetMeasure PerClass(string name, int classes)
    {
        var metrics = MetricSet.Create([.. Enumerable.Range(0, classes).Select(c => $"{name}[{c}]")]).Metrics;
        return new SetMeasure(name, metrics[0].Formula, [classes], evaluation => [.. metrics.Select(metric => metric.Value(evaluation))]);
    }

    private static SetMeasure Confusion(int classes) => new(
        "confusion",
        "rows of class t predicted as p, [t][p]",
        [classes, classes],
        evaluation => [.. from t in Enumerable.Range(0, classes) from p in Enumerable.Range(0, classes) select (double)evaluation.Confusion[t, p]]);

    // One row per sample at most, and one for the start; rows that are not needed repeat the last point.
    private static SetMeasure Roc(DataSet data) => new(
        "roc",
        "false positive rate, true positive rate, by falling threshold",
        [data.Rows + 1, 2],
        evaluation =>
        {
            var points = evaluation.Roc.Points;
            return [.. from k in Enumerable.Range(0, data.Rows + 1)
                let point = points[Math.Min(k, points.Length - 1)]
                from rate in new[] { point.FalsePositiveRate, point.TruePositiveRate }
                select rate];
        });
}
