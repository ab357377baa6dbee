using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Batches of equal size, the last one of an epoch perhaps smaller: rows in their order, or shuffled for each epoch by a permutation that is a
/// function of (seed, epoch).
/// </summary>
public sealed class EqualBatches : BatchPlan
{
    private readonly ImmutableArray<int> rows;

    private readonly int size;

    private readonly ulong? seed;

    private EqualBatches(ImmutableArray<int> rows, int size, ulong? seed)
    {
        CheckSizes(rows.Length, size);
        (this.rows, this.size, this.seed) = (rows, Math.Min(size, rows.Length), seed);
    }

    /// <summary>The rows in the given order, the same in every epoch.</summary>
    /// <param name="rows">Row numbers to train on, for example <see cref="Split.Train"/>.</param>
    /// <param name="size">Rows in a batch; more than there are rows means full batch.</param>
    public static EqualBatches InOrder(ImmutableArray<int> rows, int size) => new(rows, size, null);

    /// <summary>The rows in an order drawn for each epoch from (seed, epoch).</summary>
    public static EqualBatches Shuffled(ImmutableArray<int> rows, int size, ulong seed) => new(rows, size, seed);

    /// <inheritdoc/>
    public override int LargestBatch => size;

    /// <inheritdoc/>
    public override int BatchesIn(long epoch) => (rows.Length + size - 1) / size;

    /// <inheritdoc/>
    public override int SizeOf(long epoch, int batch) => Math.Min(size, rows.Length - batch * size);

    private protected override int RowsInOrder => seed is null ? 0 : rows.Length;

    private protected override void Write(long epoch, int batch, Span<int> destination, EpochOrder order) =>
        (seed is null ? rows.AsSpan() : order.Of(epoch)).Slice(batch * size, destination.Length).CopyTo(destination);

    internal override void Arrange(long epoch, Span<int> order, Span<int> scratch)
    {
        new CounterRandom(seed!.Value, RandomPurpose.Shuffle, epoch).Permutation(order);
        for (var i = 0; i < order.Length; i++) order[i] = rows[order[i]];
    }
}
