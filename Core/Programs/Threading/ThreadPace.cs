namespace Core;

/// <summary>
/// Chooses from measured times on how many threads updates run. One thread is measured; where it is left in peace, more are tried, and stay as long
/// as they are quicker. What they win and lose against one thread goes into an account: a loss of a few updates' time ends it at once, because on a
/// busy machine whoever waits for a thread that has no processor loses a whole time slice. A loss is tried again only after fifty times its length,
/// so that trying costs two hundredths. No clock is read here.
/// </summary>
/// <param name="most">Threads to choose from: 1 to this many.</param>
internal sealed class ThreadPace(int most)
{
    /// <summary>Updates on one thread that make its time, the median of them: enough to see whether it is interrupted.</summary>
    public const int AloneSamples = 24;

    /// <summary>The same where several threads are at work and will go on.</summary>
    public const int RefreshSamples = 5;

    /// <summary>Updates on several threads that are compared with it; one more before them wakes the threads.</summary>
    public const int TrialSamples = 8;

    /// <summary>Updates on several threads after which one thread is measured again: machines change their speed.</summary>
    public const int Refresh = 512;

    private const double MustWin = 0.95, Overdraft = 4, Savings = 24, RestPerLoss = 50, LongestRest = 4000, Interrupted = 2.5;
    private const int FirstUpdates = 3;

    private readonly double[] alone = new double[AloneSamples];
    private double reference, account, spent, rest, bestTime;

    // The first updates of all compile and fill the caches.
    private int taken = -FirstUpdates, best = 1, candidate, sinceReference, fallBacks;
    private long shared, single, firstFallBack;
    private Phase phase = Phase.Measuring;

    private enum Phase { Measuring, Trying, Sharing, Resting }

    /// <summary>Threads for the next update.</summary>
    public int Threads => phase switch { Phase.Trying => candidate, Phase.Sharing => best, _ => 1 };

    /// <summary>What has been used so far.</summary>
    public ThreadUse Use => new(most, Threads, shared, single, fallBacks, firstFallBack) { IsTooShort = shared == 0 && single < FirstUpdates + AloneSamples };

    /// <summary>Is told how long an update took on <see cref="Threads"/> threads.</summary>
    public void Took(double seconds)
    {
        if (Threads > 1) shared++;
        else single++;
        switch (phase)
        {
            case Phase.Measuring: Measured(seconds); break;
            case Phase.Trying: Tried(seconds); break;
            case Phase.Sharing: Shared(seconds); break;
            default:
                rest -= seconds;
                if (rest <= 0) Measure();
                break;
        }
    }

    private void Measure() => (phase, taken) = (Phase.Measuring, 0);

    private void Measured(double seconds)
    {
        if (taken++ >= 0) alone[taken - 1] = seconds;
        var samples = best > 1 ? RefreshSamples : AloneSamples;
        if (taken < samples) return;
        Array.Sort(alone, 0, samples);
        (reference, sinceReference, account) = (alone[samples / 2], 0, best > 1 ? account : 0);
        bestTime = MustWin * reference;
        if (best > 1) phase = Phase.Sharing;
        else if (alone[samples - 2] > Interrupted * reference) Rest();
        else Try(Math.Min(2, most));
    }

    private void Try(int threads) => (phase, candidate, taken, spent, account) = (Phase.Trying, threads, -1, 0, 0);

    private void Tried(double seconds)
    {
        account += reference - seconds;
        if (taken++ >= 0) spent += seconds;
        if (account < -Overdraft * reference)
        {
            Decide();
            return;
        }

        if (taken < TrialSamples) return;
        var time = spent / TrialSamples;
        if (time < bestTime) (best, bestTime) = (candidate, MustWin * time);
        if (best == candidate && candidate < most) Try(Math.Min(2 * candidate, most));
        else Decide();
    }

    private void Decide()
    {
        if (best > 1) (phase, account) = (Phase.Sharing, 0);
        else Rest();
    }

    private void Shared(double seconds)
    {
        account = Math.Min(Savings * reference, account + reference - seconds);
        if (account < -Overdraft * reference)
        {
            if (fallBacks++ == 0) firstFallBack = shared + single;
            best = 1;
            Rest();
        }
        else if (++sinceReference >= Refresh) Measure();
    }

    private void Rest() => (phase, rest) = (Phase.Resting, Math.Min(LongestRest * reference, RestPerLoss * Math.Max(-account, Overdraft * reference)));
}
