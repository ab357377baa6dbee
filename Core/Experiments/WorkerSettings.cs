namespace Core;

/// <summary>How the gradients of several workers become one.</summary>
public enum WorkerCombination
{
    /// <summary>Each worker takes the mean over its shard; the mean of those is the gradient. Equal to the whole batch's up to rounding.</summary>
    Average,

    /// <summary>Each worker goes on from the sum of the one before, in the order of the samples. Equal to the whole batch's to the bit.</summary>
    Ring,
}

/// <summary>Data-parallel training: the batch is cut into shards of equal size, one for each worker; every worker computes the gradient of its own.</summary>
/// <param name="Count">Workers.</param>
/// <param name="Combine">How their gradients become one.</param>
public sealed record WorkerSettings(int Count, WorkerCombination Combine = WorkerCombination.Average);
