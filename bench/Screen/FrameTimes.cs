using System.Diagnostics;
using Lessons;
using Sim;
using Sim.Tests;

namespace Bench;

/// <summary>One step of the exclusive-or lesson as a frame of 120×36: the grid drawn from the model and turned into the bytes that change the screen.</summary>
internal static class FrameTimes
{
    private const int Rounds = 3000;

    public static bool Report()
    {
        using var lesson = new ShippedLesson("xor@1:layer1.z", new Size(120, 36), Language.English);
        var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
        List<double> frames = [], keys = [];
        long bytes = 0, allocated = 0;
        for (int k = 0; k < 2 * Rounds; k++)
        {
            // Through the steps of some updates and back, so that every pane changes.
            string key = k / 40 % 2 == 0 ? "Right" : "Left";
            long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
            lesson.Press(key);
            long drawn = Stopwatch.GetTimestamp();
            int written = screen.Frame(SessionView.Draw(lesson.Model, new Size(120, 36))).Length;
            if (k < Rounds) continue;
            frames.Add(Stopwatch.GetElapsedTime(drawn).TotalMilliseconds);
            keys.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes += written;
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }
        bool isWithin = ScreenReport.Line("frame, drawn and compared, 120×36", ScreenReport.Quantile(frames, 0.5), "ms", 2, $"99 %: {ScreenReport.Digits(ScreenReport.Quantile(frames, 0.99))} ms");
        isWithin &= ScreenReport.Line("  with the step of the engine before it", ScreenReport.Quantile(keys, 0.5), "ms", 5, $"99 %: {ScreenReport.Digits(ScreenReport.Quantile(keys, 0.99))} ms");
        Console.WriteLine($"{"  written, allocated a frame",-52} {bytes / Rounds,9} B    {allocated / Rounds / 1024} KiB");
        return isWithin;
    }
}
