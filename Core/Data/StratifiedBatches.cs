using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Shuffled batches that all have nearly the class shares of the whole: with n_c of n rows in class c, a batch of B rows has ⌊B·n_c/n⌋ or
/// ⌈B·n_c/n⌉ of them. How many is the same in every epoch; which rows, and their order within the batch, is drawn from (seed, epoch).
/// </summary>
public sealed class StratifiedBatches : BatchPlan
{
    private readonly int size, classes, total;

    /// <summary>Row numbers, class after class; where each class begins; rows of class c in batch k at [k, c]; those in the batches before it.</summary>
    private readonly int[] byClass, starts, counts, dealt;

    private readonly ulong seed;

    /// <summary>Makes the plan.</summary>
    /// <param name="rows">Row numbers to train on.</param>
    /// <param name="classOf">Class number of each of these rows, in the same order.</param>
    /// <param name="size">Rows in a batch.</param>
    /// <param name="seed">Seed of the run.</param>
    public StratifiedBatches(ImmutableArray<int> rows, ReadOnlySpan<int> classOf, int size, ulong seed)
    {
        CheckSizes(rows.Length, size);
        if (classOf.Length != rows.Length)
            throw new BadDataException([new("classes", $"{classOf.Length} class numbers", $"{rows.Length}, one per row",
                "give every row its class")]);
        (this.size, this.seed, total) = (Math.Min(size, rows.Length), seed, rows.Length);
        var groups = Split.ByClass(classOf);
        classes = groups.Length;
        byClass = [.. groups.SelectMany(group => group.Select(position => rows[position]))];
        starts = new int[classes + 1];
        for (var c = 0; c < classes; c++) starts[c + 1] = starts[c] + groups[c].Length;
        counts = Deal();
        dealt = new int[counts.Length];
        for (var i = classes; i < counts.Length; i++) dealt[i] = dealt[i - classes] + counts[i - classes];
    }

    /// <inheritdoc/>
    public override int LargestBatch => size;

    /// <inheritdoc/>
    public override int BatchesIn(long epoch) => (total + size - 1) / size;

    /// <inheritdoc/>
    public override int SizeOf(long epoch, int batch) => Math.Min(size, total - batch * size);

    private protected override int RowsInOrder => total;

    private protected override void Write(long epoch, int batch, Span<int> destination, EpochOrder order) =>
        order.Of(epoch).Slice(batch * size, destination.Length).CopyTo(destination);

    internal override void Arrange(long epoch, Span<int> order, Span<int> scratch)
    {
        byClass.CopyTo(scratch);
        var (shuffle, within) = (new CounterRandom(seed, RandomPurpose.Shuffle, epoch),
            new CounterRandom(seed, RandomPurpose.Shuffle, epoch, stream: 1));
        for (var c = 0; c < classes; c++) shuffle.Shuffle(scratch[starts[c]..starts[c + 1]], starts[c]);
        var next = 0;
        for (var batch = 0; batch < counts.Length / classes; batch++)
        {
            var start = next;
            for (var c = 0; c < classes; c++)
            {
                var count = counts[batch * classes + c];
                scratch.Slice(starts[c] + dealt[batch * classes + c], count).CopyTo(order[next..]);
                next += count;
            }
            within.Shuffle(order[start..next], start);
        }
    }

    private int[] Deal()
    {
        var batches = BatchesIn(1);
        var (quotas, sizes, classSizes) = (new double[batches * classes], new int[batches], new int[classes]);
        for (var batch = 0; batch < batches; batch++) sizes[batch] = SizeOf(1, batch);
        for (var c = 0; c < classes; c++) classSizes[c] = starts[c + 1] - starts[c];
        for (var i = 0; i < quotas.Length; i++) quotas[i] = (double)sizes[i / classes] * classSizes[i % classes] / total;
        return ControlledRounding.Round(quotas, sizes, classSizes)
            ?? throw new InvalidOperationException($"No rounding of a table of {batches} batches and {classes} classes; one always exists.");
    }
}
