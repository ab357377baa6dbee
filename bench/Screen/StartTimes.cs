using System.Diagnostics;
using Sim.Tests;

namespace Bench;

/// <summary>From the start of the process to the first whole screen.</summary>
internal static class StartTimes
{
    private const int Starts = 15;

    public static bool Report(string build, string sim, double aim)
    {
        bool isWithin = Report($"start to the menu, {build}", sim, "", "Enter open", aim);
        return Report($"start to the first scene of a lesson, {build}", sim, "play xor --lang en", "1/12", aim) && isWithin;
    }

    private static bool Report(string what, string sim, string arguments, string text, double aim)
    {
        using var folder = new DataFolder();
        var times = new List<double>();
        for (int k = 0; k < Starts; k++)
        {
            long start = Stopwatch.GetTimestamp();
            using var terminal = new PseudoTerminal(arguments, 120, 36, sim, folder.Path);
            terminal.WaitForText(text);
            times.Add(Stopwatch.GetElapsedTime(start, terminal.Frames.At).TotalMilliseconds);
            terminal.Type("q");
            terminal.WaitForExit();
        }
        // The first start reads everything from the disk.
        times.RemoveAt(0);
        return ScreenReport.Line(what, ScreenReport.Quantile(times, 0.5), "ms", aim, $"best: {ScreenReport.Digits(times.Min())} ms");
    }
}
