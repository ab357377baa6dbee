namespace Core.Tests;

/// <summary>The choice of threads on machines whose times are made up here: seconds of an update by threads and update.</summary>
public class ThreadPaceTests
{
    private const double Alone = 100e-6;

    // A machine on which n threads take their share and an update's serial part.
    private static double Idle(int threads, double serial = 0.2) => Alone * (serial + (1 - serial) / threads);

    // Whoever waits for a thread that has no processor waits for a time slice now and then.
    private static double Busy(int threads, long update) => threads == 1 ? Alone : Idle(threads) + (update % 7 == 0 ? 3e-3 : 0);

    private static (double Total, ThreadUse Use) Run(ThreadPace pace, long updates, Func<int, long, double> seconds)
    {
        var total = 0.0;
        for (var update = 0L; update < updates; update++)
        {
            var took = seconds(pace.Threads, update);
            pace.Took(took);
            total += took;
        }

        return (total, pace.Use);
    }

    [Fact]
    public void On_an_idle_machine_two_threads_are_kept()
    {
        var (total, use) = Run(new ThreadPace(2), 2000, (threads, _) => Idle(threads));
        Assert.Equal(2, use.Now);
        Assert.Equal(0, use.FallBacks);
        Assert.True(use.Shared > 1900, use.ToString());
        Assert.True(total < 2000 * Alone / 1.6, $"{total}");
    }

    [Fact]
    public void On_a_busy_machine_the_whole_is_as_quick_as_one_thread()
    {
        var (total, use) = Run(new ThreadPace(2), 20_000, Busy);
        Assert.Equal(1, use.Now);
        Assert.True(use.Shared < 200, use.ToString());
        Assert.True(total < 20_000 * Alone * 1.03, $"{total / (20_000 * Alone)}");
    }

    [Fact]
    public void Where_even_one_thread_is_interrupted_others_are_not_tried()
    {
        var (_, use) = Run(new ThreadPace(2), 20_000, (threads, update) => Busy(threads, update) + (update % 11 == 0 ? 2e-3 : 0));
        Assert.Equal((1, 0L), (use.Now, use.Shared));
    }

    [Fact]
    public void Threads_that_win_too_little_are_not_used()
    {
        var (total, use) = Run(new ThreadPace(2), 5000, (threads, _) => threads == 1 ? Alone : Alone * 0.97);
        Assert.Equal(1, use.Now);
        Assert.Equal(0, use.FallBacks);
        Assert.True(total <= 5000 * Alone * 1.001);
    }

    [Fact]
    public void A_machine_that_becomes_busy_is_noticed_within_a_few_updates_and_one_that_becomes_idle_again_too()
    {
        var pace = new ThreadPace(2);
        var (_, idle) = Run(pace, 1000, (threads, _) => Idle(threads));
        Assert.Equal(2, idle.Now);
        var (lost, busy) = Run(pace, 8, (threads, update) => threads == 1 ? Alone : Idle(threads) + (update == 3 ? 3e-3 : 0));
        Assert.Equal(1, busy.Now);
        Assert.Equal(1, busy.FallBacks);
        Assert.Equal(1004, busy.FirstFallBack);
        Assert.True(lost < 3e-3 + 8 * Alone);
        var (_, again) = Run(pace, 3000, (threads, _) => Idle(threads));
        Assert.Equal(2, again.Now);
    }

    [Fact]
    public void A_machine_that_slows_down_for_both_does_not_end_the_sharing_for_long()
    {
        var pace = new ThreadPace(2);
        Run(pace, 1000, (threads, _) => Idle(threads));
        var (total, use) = Run(pace, 3000, (threads, _) => 1.7 * Idle(threads));
        Assert.Equal(2, use.Now);
        Assert.True(total < 3000 * Alone * 1.7 / 1.4, $"{total}");
    }

    [Fact]
    public void One_thread_is_measured_again_so_that_a_stale_time_does_not_keep_slow_threads()
    {
        var pace = new ThreadPace(2);
        Run(pace, 1000, (threads, _) => Idle(threads));
        // One thread has become three times as quick, several have not.
        var (_, use) = Run(pace, 2000, (threads, _) => threads == 1 ? Alone / 3 : Idle(threads));
        Assert.Equal(1, use.Now);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(8, 8)]
    [InlineData(64, 64)]
    public void As_many_threads_as_pay_are_found(int most, int expected) =>
        Assert.Equal(expected, Run(new ThreadPace(most), 500, (threads, _) => Idle(threads, 0)).Use.Now);

    [Fact]
    public void More_threads_than_processors_are_not_used()
    {
        // Four processors: beyond them every thread waits for its turn.
        var (total, use) = Run(new ThreadPace(64), 5000, (threads, _) => threads <= 4 ? Idle(threads) : Alone * threads / 4);
        Assert.Equal(4, use.Now);
        Assert.True(total < 5000 * Alone / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_times_are_the_whole_is_hardly_slower_than_one_thread(int seed)
    {
        var random = new Random(seed);
        var pace = new ThreadPace(4);
        var (total, _) = Run(pace, 50_000, (threads, update) =>
        {
            // The machine changes every few hundred updates.
            var weather = (update / 700 * 2654435761L >> 3) % 3;
            return weather == 0 || threads == 1 ? Idle(threads) * (0.95 + 0.1 * random.NextDouble()) : Busy(threads, random.Next(20)) * (0.9 + 0.2 * random.NextDouble());
        });
        Assert.True(total < 50_000 * Alone * 1.05, $"{total / (50_000 * Alone)}");
    }
}
