namespace Core;

/// <summary>
/// Which rows are in batch k of epoch e. A plan holds no position: any batch of any epoch can be read at any time, in any order.
/// Epochs count from 1, batches within an epoch from 0, updates from 1; one batch is one update. Nothing is dropped: the last batch of an epoch
/// has what is left over.
/// </summary>
public abstract class BatchPlan
{
    /// <summary>Rows of the largest batch: room enough for any.</summary>
    public abstract int LargestBatch { get; }

    /// <summary>Updates after which there are no more batches; null when epochs go on for ever.</summary>
    public virtual long? LastUpdate => null;

    /// <summary>Batches in an epoch: ⌈n / size⌉ unless the batches are given.</summary>
    public abstract int BatchesIn(long epoch);

    /// <summary>Rows in one batch.</summary>
    public abstract int SizeOf(long epoch, int batch);

    /// <summary>Epoch and batch of an update: with B batches an epoch, epoch ⌊(update − 1)/B⌋ + 1, batch (update − 1) mod B.</summary>
    public virtual (long Epoch, int Batch) Locate(long update)
    {
        Require(update >= 1, "update", update, "1 or more");
        return ((update - 1) / BatchesIn(1) + 1, (int)((update - 1) % BatchesIn(1)));
    }

    /// <summary>Writes the row numbers of one batch and returns how many they are. Allocates nothing.</summary>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="batch">Batch within the epoch, from 0.</param>
    /// <param name="rows">Receives the row numbers; at least <see cref="SizeOf"/> long.</param>
    /// <param name="order">From <see cref="NewOrder"/> of this plan; keeps the order of the epoch last read, one per reader.</param>
    public int Read(long epoch, int batch, Span<int> rows, EpochOrder order)
    {
        Require(epoch >= 1, "epoch", epoch, "1 or more");
        Require(batch >= 0 && batch < BatchesIn(epoch), "batch", batch, "a batch of the epoch, counting from 0");
        var size = SizeOf(epoch, batch);
        if (rows.Length < size)
            throw new ArgumentException($"given room for {rows.Length} rows; expected at least {size}; make the span LargestBatch long");
        if (order.Plan != this)
            throw new ArgumentException("given the epoch order of another plan; expected one of this plan; use NewOrder()");
        Write(epoch, batch, rows[..size], order);
        return size;
    }

    /// <summary>The rows of one batch as a new array, for those who need no speed.</summary>
    public int[] Read(long epoch, int batch)
    {
        var rows = new int[SizeOf(epoch, batch)];
        Read(epoch, batch, rows, NewOrder());
        return rows;
    }

    /// <summary>Memory for the order of one epoch, owned by the reader.</summary>
    public EpochOrder NewOrder() => new(this, RowsInOrder);

    /// <summary>Rows whose order must be kept for an epoch; 0 when the order is not drawn.</summary>
    private protected abstract int RowsInOrder { get; }

    private protected abstract void Write(long epoch, int batch, Span<int> rows, EpochOrder order);

    internal virtual void Arrange(long epoch, Span<int> order, Span<int> scratch) { }

    private protected static void Require(bool holds, string name, long given, string expected)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, $"given {name} {given}; expected {expected}");
    }

    private protected static void CheckSizes(int rows, int size)
    {
        var problems = new DataProblems();
        problems.Require(rows >= 1, "rows", rows, "at least 1", "give rows to train on");
        problems.Require(size >= 1, "batch size", size, "at least 1", "state a batch size");
        problems.ThrowIfAny();
    }
}

/// <summary>The order of one epoch, remembered for its reader; drawn anew from (seed, epoch) whenever another epoch is read.</summary>
public sealed class EpochOrder
{
    private readonly int[] order, scratch;

    private long epoch;

    internal EpochOrder(BatchPlan plan, int rows) => (Plan, order, scratch) = (plan, new int[rows], new int[rows]);

    internal BatchPlan Plan { get; }

    internal ReadOnlySpan<int> Of(long wanted)
    {
        if (epoch != wanted) Plan.Arrange(wanted, order, scratch);
        epoch = wanted;
        return order;
    }
}
