namespace Sim;

/// <summary>
/// Joins a blocking byte reader, signals and posted events into one stream. Bytes are parsed by whoever reads events,
/// so that the wait for more bytes after Esc is the same wait as for anything else: no timer thread, no polling.
/// </summary>
internal sealed class EventQueue(TimeProvider? time = null) : IEventSource
{
    // A reader that is this many chunks ahead waits: a pasted gigabyte stays in the terminal's pipe.
    private const int MaxChunks = 64;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly object _gate = new();
    private readonly Queue<byte[]> _chunks = new();
    private readonly Queue<TerminalEvent> _posted = new();
    private readonly Queue<TerminalEvent> _ready = new();
    private readonly List<TerminalEvent> _parsed = [];
    private readonly KeyParser _parser = new();

    public void Post(TerminalEvent happened)
    {
        lock (_gate)
        {
            // Of several sizes only the last matters.
            if (happened is ResizeEvent && _posted.Count > 0 && _posted.All(old => old is ResizeEvent)) _posted.Clear();
            _posted.Enqueue(happened);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Hands over bytes from the keyboard; waits while the program is far behind.</summary>
    public void PostBytes(ReadOnlySpan<byte> bytes)
    {
        byte[] chunk = bytes.ToArray();
        lock (_gate)
        {
            while (_chunks.Count >= MaxChunks) Monitor.Wait(_gate);
            _chunks.Enqueue(chunk);
            Monitor.PulseAll(_gate);
        }
    }

    public TerminalEvent? Read(TimeSpan timeout)
    {
        long start = _time.GetTimestamp();
        lock (_gate)
        {
            long lastByte = start;
            while (true)
            {
                if (_posted.TryDequeue(out var posted)) return posted;
                if (_ready.TryDequeue(out var ready)) return ready;
                if (_chunks.TryDequeue(out byte[]? chunk))
                {
                    Monitor.PulseAll(_gate);
                    _parser.Feed(chunk, _parsed);
                    lastByte = _time.GetTimestamp();
                    MoveParsed();
                    continue;
                }
                var patience = _parser.Patience is { } wait ? wait - _time.GetElapsedTime(lastByte) : (TimeSpan?)null;
                if (patience <= TimeSpan.Zero)
                {
                    _parser.Flush(_parsed);
                    MoveParsed();
                    continue;
                }
                var left = timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - _time.GetElapsedTime(start);
                if (timeout != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero) return null;
                Wait(left, patience);
            }
        }
    }

    private void MoveParsed()
    {
        foreach (var parsed in _parsed) _ready.Enqueue(parsed);
        _parsed.Clear();
    }

    private void Wait(TimeSpan left, TimeSpan? patience)
    {
        if (patience is { } shorter && (left == Timeout.InfiniteTimeSpan || shorter < left)) left = shorter;
        // Monitor counts whole milliseconds: round up, or a short wait would spin.
        if (left != Timeout.InfiniteTimeSpan) left = TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue));
        Monitor.Wait(_gate, left);
    }
}
