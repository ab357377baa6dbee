namespace Sim.Tests;

public class EventQueueTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_sequence_cut_in_two_is_one_key()
    {
        var queue = new EventQueue();
        queue.PostBytes("\e["u8);
        queue.PostBytes("A"u8);
        Assert.Equal(new KeyEvent(new Key(KeyCode.Up)), queue.Read(Long));
    }

    [Fact]
    public void A_lone_escape_becomes_a_key_while_waiting_for_more()
    {
        var queue = new EventQueue();
        queue.PostBytes("\e"u8);
        Assert.Equal(new KeyEvent(new Key(KeyCode.Escape)), queue.Read(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Nothing_in_time_is_null()
    {
        var queue = new EventQueue();
        Assert.Null(queue.Read(TimeSpan.Zero));
        Assert.Null(queue.Read(TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void Of_many_sizes_the_last_is_kept()
    {
        var queue = new EventQueue();
        for (int i = 0; i < 1000; i++) queue.Post(new ResizeEvent(new Size(i, i)));
        Assert.Equal(new ResizeEvent(new Size(999, 999)), queue.Read(Long));
        Assert.Null(queue.Read(TimeSpan.Zero));
    }

    [Fact]
    public async Task An_event_from_another_thread_wakes_the_reader()
    {
        var queue = new EventQueue();
        var reader = Task.Run(() => queue.Read(Timeout.InfiniteTimeSpan));
        queue.Post(new PostedEvent("hello"));
        Assert.Equal(new PostedEvent("hello"), await reader);
    }

    [Fact]
    public async Task A_flood_of_bytes_waits_for_the_reader_and_arrives_whole()
    {
        var queue = new EventQueue();
        var writer = Task.Run(() =>
        {
            for (int i = 0; i < 500; i++) queue.PostBytes("xxxxxxxxxx"u8);
        });
        for (int i = 0; i < 5000; i++) Assert.Equal(new KeyEvent(new Key('x')), queue.Read(Long));
        await writer;
    }
}
