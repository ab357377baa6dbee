using System.Diagnostics;

namespace Bench;

/// <summary>Best of repeated samples: a shared machine only ever adds time.</summary>
internal static class Measure
{
    /// <summary>Nanoseconds of one call: the best of <paramref name="samples"/> samples of about <paramref name="milliseconds"/> each.</summary>
    public static double Nanoseconds(Action body, double milliseconds = 4, int samples = 15)
    {
        Warm(body);
        return Best(body, CallsFor(body, milliseconds), samples);
    }

    /// <summary>Several bodies in turns, so that a change of the machine's speed meets them all.</summary>
    public static double[] InTurns(params Action[] bodies)
    {
        foreach (Action body in bodies)
            Warm(body);
        long[] calls = Array.ConvertAll(bodies, body => CallsFor(body, 2));
        double[] best = new double[bodies.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0; round < 6; round++)
            for (int i = 0; i < bodies.Length; i++)
                best[i] = Math.Min(best[i], Best(bodies[i], calls[i], 4));
        return best;
    }

    private static double Best(Action body, long calls, int samples)
    {
        double best = double.MaxValue;
        for (int s = 0; s < samples; s++)
            best = Math.Min(best, Time(body, calls) / calls);
        return best;
    }

    private static long CallsFor(Action body, double milliseconds)
    {
        long calls = 1;
        while (Best(body, calls, 3) * calls < milliseconds * 1e6)
            calls *= 2;
        return calls;
    }

    // Enough calls, and a pause, for the JIT to replace first code by optimised code.
    private static void Warm(Action body)
    {
        for (int round = 0; round < 3; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < 10 || (i < 100_000 && Stopwatch.GetElapsedTime(start).TotalMilliseconds < 5); i++)
                body();
            Thread.Sleep(120);
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
