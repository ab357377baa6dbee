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
        foreach (var (name, set) in data.Sets.Where(set => set.Name != "test")) AddSet(name, set);
        if (experiment.EarlyStopping is { } stopping) AddEarlyStopping(program, stopping, network);
        if (data.Test is { } test) AddSet("test", test);

        void AddSet(string name, DataSet set)
        {
            var isMonitored = monitored?.StartsWith(name + ".", StringComparison.Ordinal) ?? false;
            if (experiment.Evaluation.Sets is { } sets && !sets.Contains(name) && !isMonitored) return;
            var table = name == "train" ? train : new SampleTable<T>(set, network.Output.Shape[1]);
            var times = new EvaluationTimes(isMonitored ? 1 : experiment.Evaluation.Every, OnlyAtEnd: name == "test");
            EvaluatedSet.Add(program, experiment.Evaluation, name, table, network, loss, times, isMonitored ? monitored : null);
        }
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

    private static void AddEarlyStopping<T>(ProgramBuilder<T> program, EarlyStoppingSettings settings, Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var state = new EarlyStopState<T>(
            program.Scalar("early_stopping.best", Zone.Counter),
            program.Scalar("early_stopping.wait", Zone.Counter),
            program.Scalar("best_epoch", Zone.Counter),
            program.Scalar("stopped_epoch", Zone.Counter));
        var parameters = settings.RestoreBest ? network.Trainable.ToArray() : [];
        var kept = parameters.Select(parameter => (From: parameter, To: program.Like(parameter, $"best.{parameter.Name}", Zone.Best))).ToArray();
        program.Add(new EarlyStop<T>(settings, IsSmallerBetter(settings), program.Buffer($"eval.{settings.Monitor}"), state, kept));
        program.Add(new BestEpoch<T>(state.BestEpoch));
        foreach (var (parameter, best) in kept)
            program.Add(new Restore<T>(best, state.BestEpoch, parameter, program.Like(parameter, $"restored.{parameter.Name}", Zone.Scratch)));
    }

    private static bool IsSmallerBetter(EarlyStoppingSettings settings) => settings.Mode switch
    {
        MonitorMode.Min => true,
        MonitorMode.Max => false,
        _ => settings.Monitor.Split('.')[^1] is "loss" or "log_loss" or "mse" or "rmse" or "mae",
    };
}
