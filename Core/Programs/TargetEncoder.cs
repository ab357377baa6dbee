namespace Core;

/// <summary>Class numbers as the loss of an experiment takes them.</summary>
internal static class TargetEncoder
{
    /// <summary>The same samples with their targets encoded; numeric targets stay as they are.</summary>
    public static DataSet Encode(DataSet data, Experiment experiment)
    {
        var targets = data.Targets;
        if (targets.Kind != TargetKind.Classes) return data;
        var outputs = experiment.Layers.OfType<DenseSettings>().Last().Units;
        var encoded = experiment.Data.Encoding switch
        {
            TargetEncoding.PlusMinusOne => Targets.Numbers([.. targets.ClassNumbers.Select(c => c == 0 ? -1.0 : 1.0)]),
            TargetEncoding.OneHot => OneHot(targets),
            _ when outputs == 1 => Targets.Numbers([.. targets.ClassNumbers.Select(c => (double)c)]),
            _ when experiment.Loss.Kind is LossKind.SoftmaxCe or LossKind.CrossEntropy => targets,
            _ => OneHot(targets),
        };
        return data.With(encoded);
    }

    private static Targets OneHot(Targets targets)
    {
        var values = new double[targets.Rows * targets.Width];
        for (var row = 0; row < targets.Rows; row++) values[row * targets.Width + targets.ClassNumbers[row]] = 1;
        return Targets.OneHot(values, targets.Width);
    }
}
