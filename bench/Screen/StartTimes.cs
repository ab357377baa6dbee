using System.Diagnostics;
using Sim.Tests;

namespace Bench;

/// <summary>From the start of the process to the first whole screen.</summary>
internal static class StartTimes
{
    private const int Starts = 15;

    public static bool Report(string build, string sim, double aim)
    {
        var menu = Times(sim, "", "Enter open");
        var scene = Times(sim, "play xor --lang en", "1/12");
        bool isWithin = ScreenReport.Line($"start to the menu, {build}", ScreenReport.Quantile(menu, 0.5), "ms", aim, $"best: {ScreenReport.Digits(menu.Min())} ms");
        Console.WriteLine($"{$"start to the first scene of a lesson, {build}",-52} {ScreenReport.Digits(ScreenReport.Quantile(scene, 0.5)),9} ms   best: {ScreenReport.Digits(scene.Min())} ms");
        return isWithin;
    }

    private static List<double> Times(string sim, string arguments, string text)
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
        return times;
    }
}
