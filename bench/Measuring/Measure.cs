using System.Diagnostics;

namespace Bench;

/// <summary>Best of repeated samples, taken in turns: a shared machine only ever adds time, and a change of its speed meets all alike.</summary>
internal static class Measure
{
    private const double SampleMilliseconds = 2;
    private const int FewestRounds = 3, MostRounds = 24;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(0.4);

    /// <summary>Nanoseconds of one call of each body: the best of their samples.</summary>
    public static double[] InTurns(params Action[] bodies)
    {
        Warm(bodies);
        long[] calls = Array.ConvertAll(bodies, CallsFor);
        double[] best = new double[bodies.Length];
        Array.Fill(best, double.MaxValue);
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < MostRounds && (round < FewestRounds || Stopwatch.GetElapsedTime(start) < Enough); round++)
            for (int i = 0; i < bodies.Length; i++)
                best[i] = Math.Min(best[i], Time(bodies[i], calls[i]) / calls[i]);
        return best;
    }

    private static long CallsFor(Action body)
    {
        long calls = 1;
        while (Time(body, calls) < SampleMilliseconds * 1e6)
            calls *= 2;
        return calls;
    }

    // Enough calls, and a pause, for the JIT to replace first code by optimised code.
    private static void Warm(Action[] bodies)
    {
        for (int round = 0; round < 3; round++)
        {
            foreach (Action body in bodies)
            {
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < 100_000 && Stopwatch.GetElapsedTime(start).TotalMilliseconds < 5; i++)
                    body();
            }

            Thread.Sleep(110);
        }
    }

    private static double Time(Action body, long calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < calls; i++)
            body();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
