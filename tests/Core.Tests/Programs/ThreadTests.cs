namespace Core.Tests;

public class ThreadTests
{
    private const int Updates = 80;

    private static TrainingProgram<float> Digits() => (Workloads.Digits with { Length = new(Updates: Updates) }).Compile<float>();

    // One second per update; each call of the clock is one time more.
    private static Func<TimeSpan> Clock(Func<int, double> secondsOfUpdate)
    {
        var (calls, now) = (0, 0.0);
        return () =>
        {
            if (calls++ % 2 == 1) now += secondsOfUpdate(calls / 2);
            return TimeSpan.FromSeconds(now);
        };
    }

    private static ulong[] Hashes(TrainingProgram<float> program)
    {
        var hashes = new ulong[Updates];
        for (var k = 0; k < Updates; k++)
        {
            program.Train();
            hashes[k] = program.WeightHash();
        }

        return hashes;
    }

    [Fact]
    public void A_run_that_changes_its_threads_on_the_way_keeps_its_bits()
    {
        using var one = Digits();
        using var many = Digits();
        // The first updates run on one thread, then two are quicker, then they are not.
        many.UseThreads(2, Clock(update => update <= 27 ? 1 : update < 60 ? 0.5 : 40));
        Assert.Equal(Hashes(one), Hashes(many));
        Assert.True(many.Threads.Shared > 10, many.Threads.ToString());
        Assert.True(many.Threads.Alone > 10, many.Threads.ToString());
        Assert.Equal(1, many.Threads.FallBacks);
        Assert.Equal(1, many.Threads.Now);
    }

    [Fact]
    public void Far_more_threads_than_processors_keep_the_bits()
    {
        using var one = Digits();
        using var many = Digits();
        many.UseThreads(64);
        Assert.Equal(Hashes(one), Hashes(many));
        Assert.Equal(Updates, many.Threads.Shared);
    }

    [Fact]
    public void Images_kept_as_bytes_are_gathered_by_several_threads_to_the_same_bits()
    {
        var experiment = Workloads.Digits with { Data = new DataSettings(new DigitsSettings(200)), Layers = [new FlattenSettings(), .. Workloads.Digits.Layers], Length = new(Updates: Updates) };
        using var one = experiment.Compile<float>();
        using var many = experiment.Compile<float>();
        many.UseThreads(3);
        Assert.Equal(Hashes(one), Hashes(many));
    }

    [Fact]
    public void A_tiny_network_stays_on_one_thread_and_reads_no_clock()
    {
        using var program = Workloads.Xor.Compile<float>();
        program.UseThreads(8, () => throw new InvalidOperationException("read"));
        for (var k = 0; k < 100; k++) program.Train();
        Assert.True(program.Threads.IsTooSmall);
        Assert.Equal((8, 1, 0L, 100L), (program.Threads.Allowed, program.Threads.Now, program.Threads.Shared, program.Threads.Alone));
    }

    [Fact]
    public void Choosing_threads_allocates_nothing()
    {
        using var program = Digits();
        program.UseThreads(2, () => TimeSpan.FromTicks(1));
        for (var k = 0; k < 40; k++) program.Train();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 20; k++) program.Train();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
