namespace Sim;

/// <summary>
/// A terminal without a screen: plays given events and keeps what was shown. Its clock stands still except when the
/// program waits, so timers fire at once and every run is the same. When the events are used up and nothing ticks, it quits.
/// </summary>
internal sealed class FakeTerminal(Size size) : TimeProvider, ITerminal
{
    private readonly Queue<TerminalEvent> _events = new();
    private long _ticks;

    public FakeTerminal(int width, int height) : this(new Size(width, height)) { }

    public Size Size { get; private set; } = size;
    public TimeSpan Now => TimeSpan.FromTicks(_ticks);

    /// <summary>Everything shown, with its time.</summary>
    public List<(TimeSpan At, Grid Grid)> Frames { get; } = [];
    public Grid? Last => Frames.Count == 0 ? null : Frames[^1].Grid;
    public bool Restored { get; private set; }

    /// <summary>Waiting ends with a quit event at this time even if timers still run.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(1);

    public FakeTerminal Press(params ReadOnlySpan<string> keys)
    {
        foreach (string name in keys)
            Post(new KeyEvent(Key.TryParse(name, out var key) ? key : throw new ArgumentException($"'{name}' is no key; keys are named like a, Space, Shift+Left.")));
        return this;
    }

    public TerminalEvent? Read(TimeSpan timeout)
    {
        TerminalEvent? happened;
        lock (_events) _events.TryDequeue(out happened);
        if (happened is not null)
        {
            if (happened is ResizeEvent resize) Size = resize.Size;
            return happened;
        }
        if (timeout == Timeout.InfiniteTimeSpan || Now >= Limit) return new QuitEvent(0, "no more events");
        _ticks += timeout.Ticks;
        return null;
    }

    public void Post(TerminalEvent happened)
    {
        lock (_events) _events.Enqueue(happened);
    }

    public void Present(Grid grid) => Frames.Add((Now, grid));
    public void Restore() => Restored = true;
    public void Dispose() => Restore();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    public override long GetTimestamp() => _ticks;
}
