using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Adds what happens after an update: stopping rules, the evaluation of each set, early stopping, and the test at the end.</summary>
internal static class EvaluationPass
{
    public static void Add<T>(ProgramBuilder<T> program, Experiment experiment, RunData data, SampleTable<T> train, Network<T> network, LossRule<T> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddStoppingRules(program, experiment);
        var monitored = experiment.EarlyStopping?.Monitor;
        // Restoring the best weights makes it too late to evaluate the last ones afterwards.
        var isRestored = experiment.EarlyStopping?.RestoreBest ?? false;
        // What is not evaluated in every epoch comes behind the decision to stop, because it is evaluated at the end of the run, too.
        var sets = data.Sets.Where(set => set.Name != "test").ToLookup(set => experiment.Evaluation.Every == 1 || IsMonitored(set.Name));
        foreach (var (name, set) in sets[true]) AddSet(name, set);
        var restore = AddEarlyStopping(program, experiment.EarlyStopping, network);
        foreach (var (name, set) in sets[false]) AddSet(name, set);
        foreach (var operation in restore) program.Add(operation);
        if (data.Test is { } test) AddSet("test", test);

        void AddSet(string name, DataSet set)
        {
            var isMonitored = IsMonitored(name);
            if (experiment.Evaluation.Sets is { } wanted && !wanted.Contains(name) && !isMonitored) return;
            var table = name == "train" ? train : new SampleTable<T>(set, network.Output.Shape[1]);
            var times = new EvaluationTimes(isMonitored ? 1 : experiment.Evaluation.Every, OnlyAtEnd: name == "test");
            EvaluatedSet.Add(program, experiment.Evaluation, name, table, network, loss, times, isMonitored ? monitored : null,
                isObservation: name == "test" || !isRestored);
        }

        bool IsMonitored(string name) => monitored?.StartsWith(name + ".", StringComparison.Ordinal) ?? false;
    }

    private static void AddStoppingRules<T>(ProgramBuilder<T> program, Experiment experiment)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (experiment.Stop.Count == 0) return;
        var watches = experiment.Stop.Select((rule, k) => new StoppingWatch<T>(
            rule,
            program.Buffer(rule.Kind == StoppingRuleKind.GradientNorm ? "grad_norm" : "loss"),
            program.Scalar($"stop{k + 1}.previous", Zone.Counter),
            program.Scalar($"stop{k + 1}.count", Zone.Counter)));
        program.Add(new StoppingRule<T>([.. watches], program.Scalar("stopped_update", Zone.Counter)));
    }

    // Adds the decision and returns what puts the best weights back.
    private static ImmutableArray<Operation<T>> AddEarlyStopping<T>(ProgramBuilder<T> program, EarlyStoppingSettings? settings, Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (settings is null) return [];
        var state = new EarlyStopState<T>(
            program.Scalar("early_stopping.best", Zone.Counter),
            program.Scalar("early_stopping.wait", Zone.Counter),
            program.Scalar("best_epoch", Zone.Counter),
            program.Scalar("stopped_epoch", Zone.Counter));
        var parameters = settings.RestoreBest ? network.Trainable.ToArray() : [];
        var kept = parameters.Select(parameter => (From: parameter, To: program.Like(parameter, $"best.{parameter.Name}", Zone.Best))).ToArray();
        program.Add(new EarlyStop<T>(settings, IsSmallerBetter(settings), program.Buffer($"eval.{settings.Monitor}"), state, kept));
        program.Add(new BestEpoch<T>(state.BestEpoch));
        return [.. kept.Select(pair => new Restore<T>(pair.To, state.BestEpoch, pair.From, program.Like(pair.From, $"restored.{pair.From.Name}", Zone.Scratch)))];
    }

    private static bool IsSmallerBetter(EarlyStoppingSettings settings) => settings.Mode switch
    {
        MonitorMode.Min => true,
        MonitorMode.Max => false,
        _ => settings.Monitor.Split('.')[^1] is "loss" or "log_loss" or "mse" or "rmse" or "mae",
    };
}
