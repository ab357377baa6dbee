using Core;

namespace Sim;

/// <summary>
/// Runs the engine's work one piece at a time. What is done within a moment comes back at once; longer work goes on behind the screen,
/// can be watched, and can be stopped.
/// </summary>
internal sealed class WorkDesk(TimeSpan patience) : IDisposable
{
    private readonly object _gate = new();
    private CancellationTokenSource? _cancellation;
    private Task? _running;

    /// <summary>Share done of what runs now, as far as it can tell.</summary>
    public Func<double> Progress { get; set; } = () => 0;

    /// <summary>What runs now.</summary>
    public Phrase What { get; set; } = SessionWords.Working;

    /// <summary>The picture that is growing, and how to look at it.</summary>
    public (string Name, Func<object> Look)? Growing { get; set; }

    /// <summary>How it goes with what runs now.</summary>
    public WorkMoved Now => new(new WorkState(What, Progress(), Growing is not null), Growing is { } growing ? KeyValuePair.Create(growing.Name, growing.Look()) : null);

    /// <summary>Stops what runs now.</summary>
    public CancellationToken Token => _cancellation?.Token ?? default;

    public bool IsBusy => _running is { IsCompleted: false };

    /// <summary>Does work and posts what comes of it.</summary>
    public void Do(Phrase what, Func<CancellationToken, SessionMessage?> work, Action<SessionMessage> post)
    {
        if (IsBusy) return;
        (What, Progress, Growing) = (what, () => 0, null);
        var cancellation = _cancellation = new CancellationTokenSource();
        var task = Task.Run(() => Guarded(work, cancellation.Token));
        _running = task;
        if (task.Wait(patience))
        {
            if (task.Result is { } message) post(message);
            return;
        }
        post(Now);
        task.ContinueWith(done => Ended(done, post), TaskScheduler.Default);
    }

    public void Cancel()
    {
        lock (_gate) _cancellation?.Cancel();
    }

    public void Dispose()
    {
        Cancel();
        try { _running?.Wait(TimeSpan.FromSeconds(2)); }
        catch (AggregateException) { }
    }

    private static void Ended(Task<SessionMessage?> done, Action<SessionMessage> post)
    {
        // The result ends the work too: nothing can come between the two.
        if (!done.IsFaulted) post(done.Result ?? new WorkEnded());
        else post(new Failed(done.Exception.InnerException!));
    }

    // What the engine refuses is said; a mistake of the program is not hidden.
    private static SessionMessage? Guarded(Func<CancellationToken, SessionMessage?> work, CancellationToken cancellation)
    {
        try { return work(cancellation); }
        catch (OperationCanceledException) { return new WorkEnded(); }
        catch (Exception wrong) when (wrong is RunException or BadDataException or RequestException or IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            return new Said(new Notice(Phrase.Same(wrong.Message), true));
        }
    }
}
