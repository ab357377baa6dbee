namespace Core;

/// <summary>Whether the sets that are evaluated and monitored exist.</summary>
internal sealed class EvaluationCheck(Experiment experiment, JsonValue tree, Problems problems)
{
    private static readonly string[] NotANumber = ["a", "confusion", "roc"];

    internal void All()
    {
        for (int i = 0; i < experiment.Evaluation.Sets?.Count; i++)
            if (!Exists(experiment.Evaluation.Sets[i])) Missing(tree["evaluation"]!["sets"]![i], experiment.Evaluation.Sets[i]);
        if (experiment.EarlyStopping is { } stopping) Monitor(stopping.Monitor);
    }

    private bool Exists(string set) => set switch
    {
        "train" => true,
        "validation" => experiment.Data.Validation is not null || Taken(split => split.Validation),
        _ => experiment.Data.Test is not null || Taken(split => split.Test),
    };

    private bool Taken(Func<(double Validation, double Test), double> part) => experiment.Data.Split switch
    {
        FractionSplitSettings share => part((share.Validation, share.Test)) > 0,
        CountSplitSettings count => part((count.Validation, count.Test)) > 0,
        GivenSplitSettings given => part((given.Validation.Count, given.Test.Count)) > 0,
        _ => false,
    };

    private void Missing(JsonValue at, string set) =>
        problems.Add(at, $"the {set} set", $"{set} samples in the data", $"state data.split.{set} or data.{set}");

    private void Monitor(string monitor)
    {
        var at = tree["earlyStopping"]!["monitor"] ?? tree["earlyStopping"]!;
        int dot = monitor.IndexOf('.');
        var (set, metric) = dot < 0 ? (monitor, "") : (monitor[..dot], monitor[(dot + 1)..]);
        var monitored = EvaluationSettings.MetricNames.Except(NotANumber).ToArray();
        if (set is not ("train" or "validation"))
            problems.Add(at, JsonWriter.Quote(monitor), "train or validation, a dot and a metric, as in validation.loss",
                set == "test" ? "the test set is looked at once, at the end" : null);
        else if (!monitored.Contains(metric) && !ExperimentSpec.IsIndexedMetric(metric))
            problems.Add(at, JsonWriter.Quote(monitor), $"{set}. and a metric that is one number", Nearest.Advice(metric, monitored));
        else if (!Exists(set)) Missing(at, set);
    }
}
