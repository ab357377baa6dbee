using System.Diagnostics;
using Sim.Tests;

namespace Bench;

/// <summary>From a key written to the terminal to the last byte of the frame that answers it.</summary>
internal static class KeyTimes
{
    private const int Warm = 300, Keys = 400;

    public static void Run(Table table, string sim)
    {
        using var folder = new DataFolder();
        Quantiles key = Times("play xor --lang en", "1/12", sim, folder.Path, k => k / 40 % 2 == 0 ? "\e[C" : "\e[D", "q");
        Quantiles echo = Times(Echo.Verb, Echo.Ready, Echo.Program, folder.Path, _ => "\n", Echo.Last + "\n");
        table.Add(new("key to finished frame, pseudo-terminal", key.Median, "ms")
        {
            Baselines = [new(".NET program that echoes", echo.Median)],
            Aim = 5,
            Check = $"median; 90 %: {Figure.Text(key.Of(0.9))} ms",
        });
    }

    private static Quantiles Times(string arguments, string begun, string program, string folder, Func<int, string> key, string end)
    {
        using var terminal = new PseudoTerminal(arguments, 120, 36, program, folder);
        terminal.WaitForText(begun);
        var times = new List<double>();
        for (int k = 0; k < Warm + Keys; k++)
        {
            long frames = terminal.Frames.Count, start = Stopwatch.GetTimestamp();
            terminal.Type(key(k));
            long heard = WaitForFrame(terminal, frames);
            if (k >= Warm && heard > 0) times.Add(Stopwatch.GetElapsedTime(start, heard).TotalMilliseconds);
        }

        terminal.Type(end);
        terminal.WaitForExit();
        return new Quantiles(times);
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
