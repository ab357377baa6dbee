using System.Collections.Immutable;

namespace Core;

/// <summary>The metrics that an experiment asks for, by name and in its order.</summary>
public sealed class MetricSet
{
    private MetricSet(ImmutableArray<Metric> metrics) => Metrics = metrics;

    /// <summary>The metrics, in the order asked for.</summary>
    public ImmutableArray<Metric> Metrics { get; }

    /// <summary>Finds all the names.</summary>
    /// <exception cref="BadDataException">With every unknown or repeated name.</exception>
    public static MetricSet Create(IReadOnlyList<string> names)
    {
        var problems = new DataProblems();
        var found = ImmutableArray.CreateBuilder<Metric>();
        for (var i = 0; i < names.Count; i++)
        {
            if (MetricRegistry.Find(names[i]) is not { } metric)
                problems.Add($"metrics[{i}]", Shown.Text(names[i]),
                    $"one of {string.Join(", ", MetricRegistry.All.Select(known => known.Name))}, precision[c], recall[c], f1[c], accuracy.label[c], confusion[t][p]", "correct the name");
            else if (names.Take(i).Contains(names[i])) problems.Add($"metrics[{i}]", $"{Shown.Text(names[i])} again", "each metric once",
                "take it out");
            else found.Add(metric);
        }
        problems.ThrowIfAny();
        return new(found.ToImmutable());
    }

    /// <summary>Which of the metrics cannot be computed for such targets and so many outputs: to be asked before a run.</summary>
    public ImmutableArray<DataProblem> Problems(Targets targets, int outputs)
    {
        var tasks = Evaluation.TasksOf(targets, outputs);
        return [.. Metrics.Select(metric => metric.Problem(tasks, targets.ClassCount)).OfType<DataProblem>()];
    }

    /// <summary>The metrics' values in their order.</summary>
    /// <exception cref="BadDataException">When one of them is not defined for this evaluation.</exception>
    public ImmutableArray<double> Values(Evaluation evaluation) => [.. Metrics.Select(metric => metric.Value(evaluation))];
}
