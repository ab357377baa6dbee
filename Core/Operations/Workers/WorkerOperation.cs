using System.Numerics;

namespace Core;

/// <summary>An operation of one worker: it sees the samples of its shard and no others.</summary>
/// <param name="inner">What it does, on views of the batch.</param>
/// <param name="rows">Samples it counts: those of the shard, or where the whole batch is divided by, those of the batch.</param>
internal sealed class WorkerOperation<T>(Operation<T> inner, int rows) : Operation<T>(
    inner.Phase, inner.Rule.Replace(" over the batch", " over the shard", StringComparison.Ordinal), inner.Output, [.. inner.Inputs.Select(input => input.Whole ?? input)])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RunState shard = new() { Rows = rows };

    public override void Run(RunState run)
    {
        shard.Workers = run.Workers;
        inner.Run(shard);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => inner.Explain(index, operands, shard);
}
