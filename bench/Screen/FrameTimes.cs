using System.Diagnostics;
using Lessons;
using Sim;
using Sim.Tests;

namespace Bench;

/// <summary>One step of the exclusive-or lesson as a frame of 120×36: the grid drawn from the model and turned into the bytes that change the screen.</summary>
internal static class FrameTimes
{
    private const int Rounds = 2000;
    private static readonly Size Size = new(120, 36);

    public static void Run(Table table)
    {
        using var lesson = new ShippedLesson("xor@1:layer1.z", Size, Language.English);
        var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
        List<double> frames = [], keys = [], whole = [];
        long bytes = 0, wholeBytes = 0, allocated = 0;
        for (int k = 0; k < 2 * Rounds; k++)
        {
            // Through the steps of some updates and back, so that every pane changes.
            string key = k / 40 % 2 == 0 ? "Right" : "Left";
            long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
            lesson.Press(key);
            long drawn = Stopwatch.GetTimestamp();
            int written = screen.Frame(SessionView.Draw(lesson.Model, Size)).Length;
            long done = Stopwatch.GetTimestamp();
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            // The baseline: a screen that knows nothing of the last frame writes every cell.
            int all = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode).Frame(SessionView.Draw(lesson.Model, Size)).Length;
            if (k < Rounds) continue;
            whole.Add(Stopwatch.GetElapsedTime(done).TotalMilliseconds);
            frames.Add(Stopwatch.GetElapsedTime(drawn, done).TotalMilliseconds);
            keys.Add(Stopwatch.GetElapsedTime(start, done).TotalMilliseconds);
            (bytes, wholeBytes, allocated) = (bytes + written, wholeBytes + all, allocated + used);
        }

        Quantiles frame = new(frames), key1 = new(keys);
        double every = new Quantiles(whole).Median;
        table.Add(new("frame of 120×36, drawn and compared", frame.Median, "ms") { Baselines = [new("every cell written", every)], Aim = 2, Check = $"median; 99 %: {Figure.Text(frame.Of(0.99))} ms" });
        table.Add(new("the engine's step and its frame", key1.Median, "ms") { Aim = 5, Check = $"median; 99 %: {Figure.Text(key1.Of(0.99))} ms, {allocated / Rounds / 1024} KiB allocated" });
        table.Add(new("written to the terminal for a frame", bytes / (double)Rounds, "bytes") { Baselines = [new("every cell written", wholeBytes / (double)Rounds)] });
    }
}
