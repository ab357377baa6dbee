using System.Diagnostics;
using Sim.Tests;

namespace Bench;

/// <summary>From the start of the process to the first whole screen, in turns with a program that only says that it is there.</summary>
internal static class StartTimes
{
    private const int Starts = 8;

    public static void Run(Table table, string build, string sim, double aim)
    {
        using var folder = new DataFolder();
        List<double> menu = [], scene = [], least = [];
        for (int k = 0; k < Starts; k++)
        {
            least.Add(Time(Echo.Program, Echo.Verb, Echo.Ready, Echo.Last + "\n", folder.Path));
            menu.Add(Time(sim, "", "Enter open", "q", folder.Path));
            scene.Add(Time(sim, "play xor --lang en", "1/12", "q", folder.Path));
        }

        // The first start reads everything from the disk.
        double begun = new Quantiles(least.Skip(1)).Median;
        Add("menu", menu, aim);
        Add("first scene of a lesson", scene, null);

        void Add(string what, List<double> times, double? limit)
        {
            var shown = new Quantiles(times.Skip(1));
            table.Add(new($"start to the {what}, {build}", shown.Median, "ms") { Baselines = [new(".NET program, one line", begun)], Aim = limit, Check = $"median; best: {Figure.Text(shown.Best)} ms" });
        }
    }

    private static double Time(string program, string arguments, string text, string end, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        using var terminal = new PseudoTerminal(arguments, 120, 36, program, folder);
        terminal.WaitForText(text);
        double time = Stopwatch.GetElapsedTime(start, terminal.Frames.At).TotalMilliseconds;
        terminal.Type(end);
        terminal.WaitForExit();
        return time;
    }
}
