namespace Core;

/// <summary>Numeric targets standardised like inputs: (y − mean)/std, mean and population std of the training rows.</summary>
/// <param name="Mean">[outputs]</param>
/// <param name="Std">[outputs]; 0 counts as 1.</param>
internal sealed record TargetScale(double[] Mean, double[] Std)
{
    /// <summary>Fitted on <paramref name="train"/>; nothing where targets are classes.</summary>
    public static TargetScale? Fit(DataSet train)
    {
        var targets = train.Targets;
        if (targets.Kind != TargetKind.Numbers) return null;
        var mean = new double[targets.Width];
        var std = new double[targets.Width];
        for (var c = 0; c < targets.Width; c++)
        {
            for (var row = 0; row < targets.Rows; row++) mean[c] += targets[row, c];
            mean[c] /= targets.Rows;
            for (var row = 0; row < targets.Rows; row++) std[c] += (targets[row, c] - mean[c]) * (targets[row, c] - mean[c]);
            std[c] = Math.Sqrt(std[c] / targets.Rows);
        }

        return new TargetScale(mean, [.. std.Select(s => s == 0 ? 1 : s)]);
    }
}

/// <summary>Applying a target scale that may be absent.</summary>
internal static class TargetScaling
{
    public static DataSet ApplyTo(this TargetScale? scale, DataSet data)
    {
        if (scale is null) return data;
        var targets = data.Targets;
        var values = new double[targets.Rows * targets.Width];
        for (var k = 0; k < values.Length; k++)
            values[k] = (targets[k / targets.Width, k % targets.Width] - scale.Mean[k % targets.Width]) / scale.Std[k % targets.Width];
        return data.With(Targets.Numbers(values, targets.Width));
    }
}
