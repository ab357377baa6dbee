namespace Core;

/// <summary>The threads of a program, and how many of them each update uses: all, or, with a clock, as many as are quickest.</summary>
/// <param name="threads">Threads, the caller's own among them.</param>
/// <param name="clock">Time since some beginning; none: all threads always.</param>
internal sealed class ThreadTeam(int threads, Func<TimeSpan>? clock) : IDisposable
{
    private readonly WorkerPool pool = new(threads);
    private readonly ThreadPace? pace = clock is null ? null : new ThreadPace(threads);
    private long updates;

    /// <summary>What has been used so far.</summary>
    public ThreadUse Use => pace?.Use ?? new(threads, threads, updates, 0, 0, 0);

    /// <summary>Gives an update its threads; the time it begins.</summary>
    public TimeSpan Begin(RunState run)
    {
        pool.Active = pace?.Threads ?? threads;
        run.Workers = pool.Active > 1 ? pool : null;
        return clock?.Invoke() ?? default;
    }

    /// <summary>Takes the time of the update that began at <paramref name="begun"/>.</summary>
    public void End(TimeSpan begun)
    {
        updates++;
        if (clock is not null) pace!.Took((clock() - begun).TotalSeconds);
    }

    /// <inheritdoc/>
    public void Dispose() => pool.Dispose();
}
