using System.Diagnostics;

namespace Bench;

/// <summary>Best of repeated samples: a shared machine only ever adds time.</summary>
internal static class Measure
{
    /// <summary>Nanoseconds of one call: the best of <paramref name="samples"/> samples of about <paramref name="milliseconds"/> each.</summary>
    public static double Nanoseconds(Action body, double milliseconds = 4, int samples = 15)
    {
        long calls = CallsFor(body, milliseconds);
        double best = double.MaxValue;
        for (int s = 0; s < samples; s++)
            best = Math.Min(best, Time(body, calls) / calls);
        return best;
    }

    /// <summary>Several bodies in turns, so that a change of the machine's speed meets them all.</summary>
    public static double[] InTurns(params Action[] bodies)
    {
        double[] best = new double[bodies.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0; round < 3; round++)
            for (int i = 0; i < bodies.Length; i++)
                best[i] = Math.Min(best[i], Nanoseconds(bodies[i], 3, 6));
        return best;
    }

    private static long CallsFor(Action body, double milliseconds)
    {
        long calls = 1;
        for (int i = 0; i < 100; i++)
            body();
        while (Time(body, calls) < milliseconds * 1e6)
            calls *= 2;
        return calls;
    }

    private static double Time(Action body, long calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < calls; i++)
            body();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
