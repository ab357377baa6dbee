namespace Core.Tests;

public class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_cover_the_range_once_and_begin_at_multiples_of_16(int threads)
    {
        using var pool = new WorkerPool(threads);
        for (int count = 0; count < 200; count++)
        {
            int[] hits = new int[count];
            pool.Split(count, (from, to) =>
            {
                Assert.True(from % 16 == 0 || from == to);
                for (int i = from; i < to; i++)
                    Interlocked.Increment(ref hits[i]);
            });
            Assert.All(hits, h => Assert.Equal(1, h));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    public void Only_active_threads_get_parts_and_their_number_changes_between_calls(int first, int then)
    {
        using var pool = new WorkerPool(4);
        foreach (int active in new[] { first, then })
        {
            pool.Active = active;
            var parts = new System.Collections.Concurrent.ConcurrentBag<(int From, int To)>();
            pool.Split(40, (from, to) => parts.Add((from, to)), unit: 1);
            Assert.Equal(active, parts.Count);
            Assert.Equal(Enumerable.Range(0, 40), parts.SelectMany(part => Enumerable.Range(part.From, part.To - part.From)).Order());
        }
    }

    [Fact]
    public void A_sleeping_worker_wakes_up()
    {
        using var pool = new WorkerPool(2);
        for (int round = 0; round < 5; round++)
        {
            Thread.Sleep(5);
            int sum = 0;
            pool.Split(64, (from, to) => Interlocked.Add(ref sum, to - from));
            Assert.Equal(64, sum);
        }
    }

    [Fact]
    public void An_error_in_a_part_reaches_the_caller_and_the_pool_goes_on()
    {
        using var pool = new WorkerPool(2);
        var error = Assert.Throws<AggregateException>(() => pool.Split(32, (from, _) => throw new InvalidOperationException($"part {from}")));
        Assert.StartsWith("part", error.InnerException!.Message);
        int sum = 0;
        pool.Split(32, (from, to) => Interlocked.Add(ref sum, to - from));
        Assert.Equal(32, sum);
    }

    [Fact]
    public void A_pool_without_threads_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(0));
}
