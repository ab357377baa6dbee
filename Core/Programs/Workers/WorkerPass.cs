using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Adds the way back of data-parallel training: the gradients of every worker's shard, then for each parameter what becomes of them.</summary>
internal static class WorkerPass
{
    /// <summary>Adds the operations.</summary>
    /// <exception cref="RunException">A batch cannot be shared equally.</exception>
    public static void Add<T>(
        ProgramBuilder<T> program, Experiment experiment, BatchPlan plan, Network<T> network, LossRule<T> loss, LossBuffers<T> lossBuffers, GradientBuffers<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var settings = experiment.Workers!;
        RequireEqualShards(plan, settings.Count);
        var workers = ImmutableArray.CreateBuilder<Worker<T>>();
        for (var number = 1; number <= settings.Count; number++)
        {
            workers.Add(new Worker<T>(program, number, settings, number > 1 ? workers[^1] : null));
            workers[^1].Add(network, loss, lossBuffers, experiment.Loss.IsFused);
        }

        foreach (var parameter in gradients.Parameters)
        {
            ImmutableArray<Buffer<T>> parts = [.. workers.Select(worker => worker.Gradients[parameter])];
            gradients.Add(program, parameter, gradient => settings.Combine == WorkerCombination.Ring ? new RingResult<T>(parts[^1], gradient) : new AverageGradients<T>(parts, gradient));
        }
    }

    private static void RequireEqualShards(BatchPlan plan, int count)
    {
        var epochs = plan.LastUpdate is { } last ? plan.Locate(last).Epoch : 1;
        for (var epoch = 1L; epoch <= epochs; epoch++)
            for (var batch = 0; batch < plan.BatchesIn(epoch); batch++)
                if (plan.SizeOf(epoch, batch) is var size && (size != plan.LargestBatch || size % count != 0))
                    throw new RunException($"workers: a batch of {size} samples for {count} workers; expected batches of one size, a multiple of the number of workers. Change batches or workers.count.");
    }
}
