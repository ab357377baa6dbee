namespace Core;

/// <summary>
/// Threads that split the columns or rows of one kernel among them. A waiting worker spins for about 150 µs, longer than what one thread does
/// alone between two kernels of an update, then sleeps: waking it costs 10 to 60 µs. No result depends on the split: every output element is
/// computed whole by one thread.
/// </summary>
public sealed class WorkerPool : IDisposable
{
    private const int SpinsBeforeSleep = 5_000, SpinsBeforeYield = 800;
    private readonly Worker[] workers;

    /// <summary>A pool of <paramref name="threads"/> threads, the caller's own among them.</summary>
    public WorkerPool(int threads)
    {
        if (threads is < 1 or > 1024)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, $"A pool of {threads} threads was asked for; expected 1 to 1024.");
        Threads = threads;
        Active = threads;
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.Length; i++)
            workers[i] = new Worker(i + 1);
    }

    /// <summary>Threads that work, the caller's own among them.</summary>
    public int Threads { get; }

    /// <summary>How many of them take part from now on.</summary>
    public int Active { get; set => field = Math.Clamp(value, 1, Threads); }

    /// <summary>
    /// Calls <paramref name="body"/>(from, to) once for each active thread's part of 0…count−1, parts beginning at multiples of
    /// <paramref name="unit"/>, and returns when all are done. Keep the delegate: a call then allocates nothing. An exception in a part is thrown here.
    /// </summary>
    public void Split(int count, Action<int, int> body, int unit = 16)
    {
        int share = ((count + Active - 1) / Active + unit - 1) / unit * unit;
        ReadOnlySpan<Worker> helpers = workers.AsSpan(0, Active - 1);
        foreach (Worker worker in helpers)
            worker.Start(body, Math.Min(count, worker.Index * share), Math.Min(count, (worker.Index + 1) * share));
        Exception? failure = null;
        try
        {
            body(0, Math.Min(count, share));
        }
        catch (Exception error)
        {
            failure = error;
        }
        foreach (Worker worker in helpers)
            failure = worker.Wait() ?? failure;
        if (failure != null)
            throw new AggregateException(failure);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        foreach (Worker worker in workers)
            worker.Dispose();
    }

    private sealed class Worker : IDisposable
    {
        private readonly Thread thread;
        private readonly SemaphoreSlim wake = new(0);
        private volatile int state = Idle;
        private Action<int, int>? body;
        private Exception? failure;
        private int from;
        private int to;

        private const int Idle = 0, Asleep = 1, Busy = 2, Ended = 3;

        public Worker(int index)
        {
            Index = index;
            thread = new Thread(Loop) { IsBackground = true, Name = $"kernel worker {index}" };
            thread.Start();
        }

        public int Index { get; }

        public void Start(Action<int, int> work, int begin, int end)
        {
            if (begin >= end)
                return;
            (body, from, to) = (work, begin, end);
            Post(Busy);
        }

        public Exception? Wait()
        {
            for (int spins = 0; state == Busy && spins < SpinsBeforeYield; spins++)
                Thread.SpinWait(1);
            for (SpinWait spin = default; state == Busy;)
                spin.SpinOnce(sleep1Threshold: -1);
            (Exception? error, failure) = (failure, null);
            return error;
        }

        public void Dispose()
        {
            Post(Ended);
            thread.Join();
            wake.Dispose();
        }

        private void Post(int next)
        {
            if (Interlocked.Exchange(ref state, next) == Asleep)
                wake.Release();
        }

        private void Loop()
        {
            while (true)
            {
                for (int spins = 0; state == Idle; spins++)
                {
                    if (spins < SpinsBeforeSleep)
                        Thread.SpinWait(1);
                    else if (Interlocked.CompareExchange(ref state, Asleep, Idle) == Idle)
                        wake.Wait();
                }
                if (state == Ended)
                    return;
                try
                {
                    body!(from, to);
                }
                catch (Exception error)
                {
                    failure = error;
                }
                state = Idle;
            }
        }
    }
}
