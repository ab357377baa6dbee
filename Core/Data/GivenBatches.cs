using System.Collections.Immutable;

namespace Core;

/// <summary>
/// The rows of every batch stated one by one. Without epochs the whole list is one epoch and comes again in each; with epochs every batch
/// belongs to the stated one and training ends with the list. A row may come twice, also in one batch.
/// </summary>
public sealed class GivenBatches : BatchPlan
{
    private readonly ImmutableArray<ImmutableArray<int>> batches;

    /// <summary>First batch of each epoch and, last, the number of batches; [0, count] when no epochs are stated.</summary>
    private readonly ImmutableArray<int> starts;

    private readonly bool repeats;

    /// <summary>Makes the plan.</summary>
    /// <param name="rows">Rows of the data: row numbers are 0 … rows − 1.</param>
    /// <param name="batches">Row numbers of each batch; no batch is empty.</param>
    /// <param name="epochs">Epoch of each batch, beginning with 1 and rising by 0 or 1; or nothing.</param>
    /// <exception cref="BadDataException">With every wrong batch.</exception>
    public GivenBatches(int rows, ImmutableArray<ImmutableArray<int>> batches, ImmutableArray<int> epochs = default)
    {
        Check(rows, batches, epochs);
        (this.batches, repeats) = (batches, epochs.IsDefaultOrEmpty);
        starts = repeats ? [0, batches.Length]
            : [.. Enumerable.Range(0, batches.Length).Where(i => i == 0 || epochs[i] > epochs[i - 1]), batches.Length];
        LargestBatch = batches.Max(batch => batch.Length);
    }

    /// <inheritdoc/>
    public override int LargestBatch { get; }

    /// <inheritdoc/>
    public override long? LastUpdate => repeats ? null : batches.Length;

    /// <inheritdoc/>
    public override int BatchesIn(long epoch) =>
        repeats ? batches.Length : epoch < starts.Length ? starts[(int)epoch] - starts[(int)epoch - 1] : 0;

    /// <inheritdoc/>
    public override int SizeOf(long epoch, int batch) => batches[First(epoch) + batch].Length;

    /// <inheritdoc/>
    public override (long Epoch, int Batch) Locate(long update)
    {
        if (repeats) return base.Locate(update);
        Require(update >= 1 && update <= batches.Length, "update", update, $"1 to {batches.Length}, the number of given batches");
        var epoch = 1;
        while (starts[epoch] < update) epoch++;
        return (epoch, (int)update - 1 - starts[epoch - 1]);
    }

    private protected override int RowsInOrder => 0;

    private protected override void Write(long epoch, int batch, Span<int> rows, EpochOrder order) =>
        batches[First(epoch) + batch].CopyTo(rows);

    private int First(long epoch) => repeats ? 0 : starts[(int)epoch - 1];

    private static void Check(int rows, ImmutableArray<ImmutableArray<int>> batches, ImmutableArray<int> epochs)
    {
        var problems = new DataProblems();
        problems.Require(!batches.IsDefaultOrEmpty, "batches", "none", "at least one", "give the rows of at least one batch");
        problems.ThrowIfAny();
        for (var i = 0; i < batches.Length; i++)
        {
            problems.Require(!batches[i].IsDefaultOrEmpty, $"batches[{i}]", "no rows", "at least one", "give it rows or leave it out");
            for (var k = 0; k < (batches[i].IsDefault ? 0 : batches[i].Length); k++)
                if (batches[i][k] < 0 || batches[i][k] >= rows)
                    problems.Add($"batches[{i}][{k}]", $"row {batches[i][k]}", $"0 to {rows - 1}",
                        "correct the row number (rows count from 0)");
        }
        if (!epochs.IsDefaultOrEmpty) CheckEpochs(epochs, batches.Length, problems);
        problems.ThrowIfAny();
    }

    private static void CheckEpochs(ImmutableArray<int> epochs, int batches, DataProblems problems)
    {
        problems.Require(epochs.Length == batches, "epochs", $"{epochs.Length} numbers", $"{batches}, one per batch",
            "state the epoch of every batch or of none");
        for (var i = 0; i < epochs.Length; i++)
        {
            var before = i == 0 ? 0 : epochs[i - 1];
            problems.Require(epochs[i] == before + 1 || (i > 0 && epochs[i] == before), $"epochs[{i}]", epochs[i],
                i == 0 ? "1" : $"{before} or {before + 1}", "let epochs begin with 1 and rise by 1");
        }
    }
}
