using System.Globalization;

namespace Core;

/// <summary>
/// Bytes a run needs at least: data, and per parameter its value, gradient and optimizer state, and per sample of a batch z, a and their gradients.
/// Refuses what cannot run before anything is allocated.
/// </summary>
internal static class MemoryEstimate
{
    internal static void Check(Experiment experiment, DataFacts facts, long limit, JsonValue tree, Problems problems)
    {
        double size = experiment.Precision == Precision.Single ? 4 : 8;
        double parameters = 0, units = 0, width = facts.Width ?? 1, largest = 0;
        int culprit = 0;
        for (int i = 0; i < experiment.Layers.Count; i++)
        {
            if (experiment.Layers[i] is not DenseSettings dense) continue;
            double own = dense.Units * (width + (dense.Bias ? 1 : 0));
            if (own > largest) (largest, culprit) = (own, i);
            (parameters, units, width) = (parameters + own, units + dense.Units, dense.Units);
        }
        double batch = BatchSize(experiment, facts);
        double network = size * (parameters * (2 + Slots(experiment.Optimizer)) + 4 * batch * units);
        double data = size * (facts.Samples ?? 0) * (double)(facts.Width ?? 0);
        if (network > limit)
            problems.Add(tree["layers"]![culprit], $"a network of {parameters.ToString("R", CultureInfo.InvariantCulture)} parameters, which needs about {Gigabytes(network)} with batches of {batch:R}",
                $"at most {Gigabytes(limit)}", "fewer units or smaller batches");
        if (data > limit)
            problems.Add(tree["data"]!, $"{facts.Samples} samples of {facts.Width} inputs, about {Gigabytes(data)}", $"at most {Gigabytes(limit)}", "take fewer samples");
    }

    private static int Slots(OptimizerSettings optimizer) => optimizer switch
    {
        AdamSettings => 4,
        RmsPropSettings rms => 1 + (rms.Centered ? 1 : 0) + (rms.Momentum > 0 ? 1 : 0),
        AdaGradSettings or SgdSettings { Momentum: > 0 } => 1,
        _ => 0,
    };

    private static double BatchSize(Experiment experiment, DataFacts facts) => experiment.Batches switch
    {
        GivenBatchSettings given => given.Updates.Max(batch => batch.Samples.Count),
        MiniBatchSettings { Size: { } size } => Math.Min(size, facts.Samples ?? size),
        _ => facts.Samples ?? 1,
    };

    private static string Gigabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1L << 30):0.0} GB");
}
