using System.Collections.Immutable;

namespace Core;

/// <summary>One measure of a set: its name, shape and values.</summary>
/// <param name="Name">As in <c>eval.SET.NAME</c>.</param>
/// <param name="Rule">The definition in symbols.</param>
/// <param name="Shape">Empty: one number.</param>
/// <param name="Of">The values, row-major.</param>
internal sealed record SetMeasure(string Name, string Rule, ImmutableArray<int> Shape, Func<Evaluation, double[]> Of)
{
    /// <summary>The measure of a name in an experiment.</summary>
    public static SetMeasure For(string name, DataSet data) => name switch
    {
        "confusion" => Confusion(data.Targets.ClassCount),
        "roc" => Roc(data),
        _ => Scalar(name),
    };

    private static SetMeasure Scalar(string name)
    {
        var metric = MetricSet.Create([name]).Metrics[0];
        return new SetMeasure(name, metric.Formula, [], evaluation => [metric.Value(evaluation)]);
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
