using System.Diagnostics;

namespace Bench;

/// <summary>
/// Updates from a start, timed again and again in pieces of a few; of each piece the best time counts, because a shared machine only
/// ever adds time, and seldom leaves a long run alone.
/// </summary>
internal sealed class Sampled(int updates, Action reset, Action train)
{
    private const int LongestPiece = 2_000;
    private readonly double[] best = [.. Enumerable.Repeat(double.MaxValue, PiecesOf(updates))];

    /// <summary>Times measured.</summary>
    public int Rounds { get; private set; }

    /// <summary>Seconds of one update.</summary>
    public double Best => best.Sum() / updates;

    /// <summary>Measures once more.</summary>
    public void Round()
    {
        reset();
        for (int piece = 0, done = 0; piece < best.Length; piece++)
        {
            int until = (int)((long)updates * (piece + 1) / best.Length);
            long start = Stopwatch.GetTimestamp();
            for (; done < until; done++) train();
            best[piece] = Math.Min(best[piece], Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Rounds++;
    }

    // W4's epoch is the only long one: pieces of 5 updates.
    private static int PiecesOf(int updates) => updates == 1_875 ? 375 : Math.Max(1, updates / LongestPiece);
}
