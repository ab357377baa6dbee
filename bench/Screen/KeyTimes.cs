using System.Diagnostics;
using Sim.Tests;

namespace Bench;

/// <summary>From a key written to the terminal to the last byte of the frame that answers it.</summary>
internal static class KeyTimes
{
    private const int Warm = 400, Keys = 600;

    public static bool Report(string sim)
    {
        using var folder = new DataFolder();
        using var terminal = new PseudoTerminal("play xor --lang en", 120, 36, sim, folder.Path);
        terminal.WaitForText("1/12");
        var times = new List<double>();
        for (int k = 0; k < Warm + Keys; k++)
        {
            long frames = terminal.Frames.Count, start = Stopwatch.GetTimestamp();
            terminal.Type(k / 40 % 2 == 0 ? "\e[C" : "\e[D");
            long heard = WaitForFrame(terminal, frames);
            if (k >= Warm && heard > 0) times.Add(Stopwatch.GetElapsedTime(start, heard).TotalMilliseconds);
        }
        terminal.Type("q");
        terminal.WaitForExit();
        return ScreenReport.Line("key to finished frame through a pseudo-terminal", ScreenReport.Quantile(times, 0.5), "ms", 5, $"90 %: {ScreenReport.Digits(ScreenReport.Quantile(times, 0.9))} ms");
    }

    // 0: nothing changed on the screen, as at the beginning of the run.
    private static long WaitForFrame(PseudoTerminal terminal, long after)
    {
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 500)
        {
            var (count, at) = terminal.Frames;
            if (count > after) return at;
            Thread.Yield();
        }
        return 0;
    }
}
