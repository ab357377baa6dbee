namespace Core;

/// <summary>A named number computed from targets and scores.</summary>
/// <param name="Name">As written in an experiment: <c>accuracy</c>, <c>f1.macro</c>.</param>
/// <param name="Fits">Tasks it is defined for; one of them must be what the evaluation can be read as.</param>
/// <param name="Formula">The definition in symbols.</param>
/// <param name="Source">Whose convention it follows.</param>
/// <param name="Of">Computes it.</param>
/// <param name="NeedsScores">Whether bare predictions are not enough.</param>
public sealed record Metric(string Name, MetricTasks Fits, string Formula, string Source, Func<Evaluation, double> Of,
    bool NeedsScores = false)
{
    /// <summary>The metric's value.</summary>
    /// <exception cref="BadDataException">When it is not defined for this task, or needs scores where only predictions are given.</exception>
    public double Value(Evaluation evaluation)
    {
        if (Problem(evaluation.Tasks, evaluation.Targets.ClassCount) is { } problem) throw new BadDataException([problem]);
        if (NeedsScores && evaluation.Scores.Length == 0)
            throw MetricCheck.Bad($"metric {Shown.Text(Name)}", "predictions only", "scores",
                "give the model's scores instead of its decisions");
        return Of(evaluation);
    }

    /// <summary>Class that an indexed metric is about, or −1.</summary>
    internal int Class { get; init; } = -1;

    /// <summary>Why it cannot be computed for such a task, or null.</summary>
    internal DataProblem? Problem(MetricTasks tasks, int classes)
    {
        if ((Fits & tasks) == 0)
            return new($"metric {Shown.Text(Name)}", Words(tasks), Words(Fits),
                $"choose one of {string.Join(", ", MetricRegistry.All.Where(metric => (metric.Fits & tasks) != 0).Select(metric => metric.Name))}");
        if (Class < classes) return null;
        return new($"metric {Shown.Text(Name)}", $"class {Class}", $"0 to {classes - 1}", "correct the class number (classes count from 0)");
    }

    private static string Words(MetricTasks tasks)
    {
        var words = new List<string>();
        if (tasks.HasFlag(MetricTasks.Regression)) words.Add("regression");
        if (tasks.HasFlag(MetricTasks.Binary)) words.Add("two classes");
        if (tasks.HasFlag(MetricTasks.MultiClass)) words.Add("several classes");
        if (tasks.HasFlag(MetricTasks.MultiLabel)) words.Add("several labels");
        return words.Count == 0 ? "outputs that do not fit the targets" : string.Join(" or ", words);
    }
}
