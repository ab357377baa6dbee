using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class BatchPlanTests
{
    private static readonly Gen<(int[] Classes, int Size)> Tables =
        from rows in Gen.Choose(1, 50)
        from classes in Gen.Choose(0, 3).ArrayOf(rows)
        from size in Gen.Choose(1, 60)
        select (classes, size);

    private static int[][] Epoch(BatchPlan plan, long epoch) => [.. Enumerable.Range(0, plan.BatchesIn(epoch)).Select(batch => plan.Read(epoch, batch))];

    private static ImmutableArray<int> Rows(int count, int first = 100) => [.. Enumerable.Range(first, count)];

    [Fact]
    public void EveryPlanCoversAnEpochExactlyOnce() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var rows = Rows(table.Classes.Length);
        BatchPlan[] plans =
        [
            EqualBatches.InOrder(rows, table.Size), EqualBatches.Shuffled(rows, table.Size, 5), new StratifiedBatches(rows, table.Classes, table.Size, 5),
        ];
        return plans.All(plan => plan.BatchesIn(3) == (rows.Length + table.Size - 1) / table.Size
            && Epoch(plan, 3).SelectMany(batch => batch).Order().SequenceEqual(rows)
            && Epoch(plan, 3).SkipLast(1).All(batch => batch.Length == table.Size));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void StratifiedBatchesHaveTheSharesOfTheClassesWithinOneRow() => Prop.ForAll(Tables.ToArbitrary(), table =>
        Epoch(new StratifiedBatches(Rows(table.Classes.Length, 0), table.Classes, table.Size, 1), 2).All(batch =>
            Enumerable.Range(0, 4).All(c => Math.Abs(batch.Count(row => table.Classes[row] == c)
                - (double)batch.Length * table.Classes.Count(k => k == c) / table.Classes.Length) < 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void InOrderCutsTheRowsAndLeavesASmallerLastBatch() =>
        Assert.Equal(["100 101 102", "103 104 105", "106"], Epoch(EqualBatches.InOrder(Rows(7), 3), 9).Select(batch => string.Join(' ', batch)));

    [Fact]
    public void SixtyThousandRowsIn32sAre1875Updates() => Assert.Equal(1875, EqualBatches.InOrder(Rows(60_000), 32).BatchesIn(1));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyBatchCanBeReadAtAnyTime(bool stratified)
    {
        BatchPlan plan = stratified
            ? new StratifiedBatches(Rows(20), [.. Enumerable.Range(0, 20).Select(i => i / 15)], 6, 4)
            : EqualBatches.Shuffled(Rows(20), 6, 4);
        var (order, rows) = (plan.NewOrder(), new int[plan.LargestBatch]);
        foreach (var (epoch, batch) in new[] { (1L, 0), (2L, 3), (1L, 0), (9L, 1), (2L, 3), (1L, 3) })
        {
            var count = plan.Read(epoch, batch, rows, order);
            Assert.Equal(plan.Read(epoch, batch), rows[..count]);
        }
        Assert.NotEqual(plan.Read(1, 0), plan.Read(2, 0));
        Assert.NotEqual(plan.Read(1, 0).Order(), plan.Read(2, 0).Order());
    }

    [Fact]
    public void EveryRowComesToEveryPlaceEquallyOften()
    {
        var plan = EqualBatches.Shuffled(Rows(4, 0), 1, 11);
        var (order, row, counts) = (plan.NewOrder(), new int[1], new int[4]);
        for (var epoch = 1; epoch <= 8_000; epoch++)
        {
            plan.Read(epoch, 0, row, order);
            counts[row[0]]++;
        }
        Assert.All(counts, count => Assert.InRange(count, 1_850, 2_150));
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        BatchPlan[] plans = [EqualBatches.Shuffled(Rows(100), 8, 1), new StratifiedBatches(Rows(100), new int[100], 8, 1)];
        foreach (var plan in plans)
        {
            var (order, rows) = (plan.NewOrder(), new int[8]);
            for (var epoch = 1; epoch < 40; epoch++) plan.Read(epoch, 0, rows, order);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var epoch = 1; epoch < 10; epoch++)
                for (var batch = 0; batch < 13; batch++) plan.Read(epoch, batch, rows, order);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void UpdatesAreFoundInTheirEpochs()
    {
        var plan = EqualBatches.InOrder(Rows(7), 3);
        Assert.Equal([(1L, 0), (1L, 2), (2L, 0), (4L, 1)], new long[] { 1, 3, 4, 11 }.Select(plan.Locate));
        var given = new GivenBatches(5, [[0, 4], [1], [2, 2]], [1, 1, 2]);
        Assert.Equal([(1L, 0), (1L, 1), (2L, 0)], new long[] { 1, 2, 3 }.Select(given.Locate));
        Assert.Equal((2, 1, 3L), (given.BatchesIn(1), given.BatchesIn(2), given.LastUpdate));
        Assert.Equal([2, 2], given.Read(2, 0));
        var repeated = new GivenBatches(5, [[0, 4], [1]]);
        Assert.Equal((3L, 1), repeated.Locate(6));
        Assert.Equal([1], repeated.Read(3, 1));
        Assert.Null(repeated.LastUpdate);
    }

    [Fact]
    public void WrongBatchesAreTold()
    {
        Assert.Equal(
            [
                "batches[0][1]: given row 5; expected 0 to 4; correct the row number (rows count from 0)",
                "batches[1]: given no rows; expected at least one; give it rows or leave it out",
                "epochs[1]: given 3; expected 1 or 2; let epochs begin with 1 and rise by 1",
            ],
            Expect.Problems(() => new GivenBatches(5, [[0, 5], []], [1, 3])));
        Assert.StartsWith("batch size: given 0", Expect.Problems(() => EqualBatches.InOrder(Rows(3), 0))[0]);
        Assert.StartsWith("rows: given 0", Expect.Problems(() => EqualBatches.InOrder([], 1))[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => EqualBatches.InOrder(Rows(3), 1).Read(1, 3));
        var plan = EqualBatches.InOrder(Rows(3), 2);
        Assert.Throws<ArgumentException>(() => plan.Read(1, 0, new int[1], plan.NewOrder()));
        Assert.Throws<ArgumentException>(() => plan.Read(1, 0, new int[2], EqualBatches.InOrder(Rows(3), 2).NewOrder()));
    }
}
