namespace Core;

/// <summary>
/// Whether the parts of an experiment fit each other, as far as can be said without running it. A part in which the specification
/// already found something wrong is not looked at again, so that one mistake is not reported twice.
/// </summary>
internal sealed class ExperimentCheck(Experiment experiment, JsonValue tree, Problems problems)
{
    private readonly DataFacts _facts = DataFacts.Of(experiment.Data.Source);

    internal void All(long maxMemory)
    {
        if (problems.Left > 0) return;
        var (data, layers, loss) = (Clean("data"), Clean("layers") && Clean("initialWeights", absent: true), Clean("loss"));
        if (data) new DataCheck(experiment, tree["data"]!, problems).All();
        if (layers) new NetworkCheck(experiment, tree, problems).All(_facts, loss);
        if (data && layers && loss && Outputs is { } outputs) new TargetCheck(experiment, tree, problems).All(outputs);
        if (Clean("batches", absent: true) && Clean("length", absent: true)) new BatchCheck(experiment, tree, problems).All(data ? _facts.Training(experiment.Data.Split) : null, layers);
        if (tree["optimizer"] is { } optimizer && Clean("optimizer")) OptimizerCheck.Nesterov(experiment.Optimizer, optimizer, problems);
        if (data && Clean("evaluation", absent: true) && Clean("earlyStopping", absent: true)) new EvaluationCheck(experiment, tree, problems).All();
        if (data && layers && Clean("optimizer", absent: true) && Clean("batches", absent: true)) OptimizerCheck.Newton(experiment, _facts, tree, problems);
        if (data && layers && problems.None) MemoryEstimate.Check(experiment, _facts, maxMemory, tree, problems);
    }

    private int? Outputs => experiment.Layers.OfType<DenseSettings>().LastOrDefault()?.Units;

    private bool Clean(string section, bool absent = false)
    {
        if (tree[section] is not { } value) return absent;
        string path = value.Path;
        return !problems.Any(problem => problem.Place.Path.StartsWith(path, StringComparison.Ordinal));
    }
}

/// <summary>Whether samples, split and classes fit each other.</summary>
internal sealed class DataCheck(Experiment experiment, JsonValue data, Problems problems)
{
    internal void All()
    {
        var settings = experiment.Data;
        Labels(settings.Source, data);
        if (settings.Validation is { } validation) Part(validation, "validation");
        if (settings.Test is { } test) Part(test, "test");
        if (settings.Split is { } split) Split(split, DataFacts.Of(settings.Source));
        if (settings.Augmentation is { Shift: > 0 } && DataFacts.Of(settings.Source).InputShape is { Count: 1 } shape)
            problems.Add(data["augmentation"]!["shift"]!, $"a shift of samples of shape [{shape[0]}]", "samples with rows and columns", "give inputs of shape [samples][rows][columns], or use jitter");
        if (settings.Encoding == TargetEncoding.PlusMinusOne && DataFacts.Of(settings.Source) is { HasLabels: true, Classes: > 2 and var classes })
            problems.Add(data["encoding"]!, $"plus_minus_one for {classes} classes", "two classes", "use one_hot or labels");
    }

    private void Labels(DataSourceSettings source, JsonValue at)
    {
        if (source is not GivenSettings { Labels: { } labels } || DataFacts.Of(source).Classes is not { } classes) return;
        for (int i = 0; i < labels.Count; i++)
            if (labels[i] >= classes)
                problems.Add(at["labels"]![i], $"class {labels[i]}", $"a class number from 0 to {classes - 1}", "classes count from 0: correct the label or the number of classes");
    }

    private void Part(DataSourceSettings part, string name)
    {
        var (train, facts) = (DataFacts.Of(experiment.Data.Source), DataFacts.Of(part));
        var at = data[name] ?? data;
        Labels(part, at);
        if (train.InputShape is { } wanted && facts.InputShape is { } given && !wanted.SequenceEqual(given))
            problems.Add(at["inputs"] ?? at, $"samples of shape [{string.Join(", ", given)}]", $"[{string.Join(", ", wanted)}] as in the training data");
        if (train.HasLabels != facts.HasLabels)
            problems.Add(at["labels"] ?? at["targets"] ?? at, facts.HasLabels ? "class numbers" : "numbers as targets", train.HasLabels ? "class numbers as in the training data" : "numbers as in the training data");
        else if (train.Outputs is { } outputs && facts.Outputs is { } own && own != outputs)
            problems.Add(at["targets"] ?? at, $"targets of {own} numbers", $"{outputs} as in the training data");
        if (Split(name) > 0) problems.Add(at, $"{name} data besides a split that takes {name} samples", "one of the two", $"remove data.{name} or data.split.{name}");
    }

    private double Split(string name) => experiment.Data.Split switch
    {
        FractionSplitSettings share => name == "test" ? share.Test : share.Validation,
        CountSplitSettings count => name == "test" ? count.Test : count.Validation,
        GivenSplitSettings given => name == "test" ? given.Test.Count : given.Validation.Count,
        _ => 0,
    };

    private void Split(SplitSettings split, DataFacts facts)
    {
        var at = data["split"]!;
        if (split is FractionSplitSettings share && share.Validation + share.Test >= 1)
            problems.Add(at, FormattableString.Invariant($"shares of {share.Validation} and {share.Test}"), "a sum below 1", "leave samples to train on");
        else if (split is GivenSplitSettings given) Given(given, at, facts.Samples);
        else if (facts.Training(split) is { } training and < 1)
            problems.Add(at, $"a split of {facts.Samples} samples that leaves {Math.Max(training, 0)} to train on", "at least 1", "make validation and test smaller");
        bool stratified = split is FractionSplitSettings { Stratified: true } or CountSplitSettings { Stratified: true };
        if (stratified && !facts.HasLabels && facts.Outputs == 1 && experiment.Data.Source is GeneratedSettings)
            problems.Add(at["stratified"]!, "a stratified split of data without classes", "class numbers", "remove it");
    }

    private void Given(GivenSplitSettings given, JsonValue at, int? samples)
    {
        var seen = new HashSet<int>();
        foreach (var (name, list) in new[] { ("validation", given.Validation), ("test", given.Test) })
            for (int i = 0; i < list.Count; i++)
                if (list[i] >= samples) problems.Add(at[name]![i], $"sample {list[i]}", $"a sample from 0 to {samples - 1}", "samples count from 0");
                else if (!seen.Add(list[i])) problems.Add(at[name]![i], $"sample {list[i]} a second time", "each sample at most once");
        if (seen.Count == samples) problems.Add(at, "a split that leaves no sample to train on", "at least 1", "make validation and test smaller");
    }
}
