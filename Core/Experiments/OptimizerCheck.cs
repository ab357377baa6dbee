namespace Core;

/// <summary>Whether the numbers of an optimizer fit each other.</summary>
internal static class OptimizerCheck
{
    /// <summary>Nesterov needs momentum and no dampening, as in PyTorch; false with the problem reported.</summary>
    internal static bool Nesterov(OptimizerSettings optimizer, JsonValue at, Problems problems)
    {
        if (optimizer is not SgdSettings { Nesterov: true } sgd || (sgd.Momentum > 0 && sgd.Dampening == 0)) return true;
        problems.Add(at["nesterov"]!, FormattableString.Invariant($"nesterov with momentum {sgd.Momentum} and dampening {sgd.Dampening}"),
            "momentum above 0 and dampening 0", "set momentum, for example to 0.9");
        return false;
    }

    /// <summary>Newton needs the whole objective in every update, and few enough parameters for their square.</summary>
    internal static void Newton(Experiment experiment, DataFacts facts, JsonValue tree, Problems problems)
    {
        if (experiment.Optimizer is not NewtonSettings) return;
        var at = tree["optimizer"]!;
        if (experiment.Batches is not MiniBatchSettings { Size: null })
            problems.Add(tree["batches"]!, "newton with batches", "all samples in every update", "leave out batches: the Hessian is that of all samples");
        if (experiment.Data.Augmentation is not null) problems.Add(at, "newton with augmentation", "the same samples in every update", "remove data.augmentation");
        if (experiment.Regularizers.Any(term => term.Kind == RegularizerKind.L1Prox)) problems.Add(at, "newton with l1_prox", "a penalty that has a gradient", "use l1 or l2_half");
        for (var k = 0; k < experiment.Layers.Count; k++)
            if (experiment.Layers[k] is DropoutSettings) problems.Add(tree["layers"]![k], "newton with dropout", "the same network in every update", "remove the layer");
            else if (experiment.Layers[k] is DenseSettings { Trainable: false }) problems.Add(tree["layers"]![k], "newton with a frozen layer", "layers that are all trained", "remove trainable");
        if (facts.Width is not { } width) return;
        double parameters = 0, inputs = width;
        foreach (var dense in experiment.Layers.OfType<DenseSettings>())
            (parameters, inputs) = (parameters + dense.Units * (inputs + (dense.Bias ? 1 : 0)), dense.Units);
        if (parameters > NewtonRule.MostParameters)
            problems.Add(at, FormattableString.Invariant($"newton for {parameters} weights and biases, so {parameters * parameters} second derivatives"),
                $"at most {NewtonRule.MostParameters} parameters", "use a smaller network or another optimizer");
    }
}
