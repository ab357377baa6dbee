using System.Globalization;
using Lessons;
using Sim.Tests;

namespace Bench;

/// <summary>The exclusive-or lesson played to its summary through a pseudo-terminal: memory at most, and what standing still costs.</summary>
internal static class WholeLesson
{
    private const double TicksPerSecond = 100, Seconds = 5;

    public static bool Report(string sim)
    {
        using var folder = new DataFolder();
        using var terminal = new PseudoTerminal("play xor --lang en", 120, 36, sim, folder.Path);
        var lesson = ShippedLesson.Library().Open("xor", null).Lesson;
        var examiner = new Examiner(LessonRuns.Start(lesson).Runs!);
        for (int k = 0; k < lesson.Scenes.Length; k++)
        {
            terminal.WaitForText($"{k + 1}/{lesson.Scenes.Length}");
            if (lesson.Scenes[k].Ask is { } ask)
            {
                terminal.Type(ask is ChoiceQuestion ? examiner.RightAnswer(k)! : $"\r{examiner.RightAnswer(k)}\r");
                terminal.WaitForText("┃ ✓ ");
            }
            string next = k + 1 < lesson.Scenes.Length ? $"{k + 2}/{lesson.Scenes.Length}" : "What you take with you";
            for (int pages = 0; pages < 10 && !Shows(terminal, next); pages++)
            {
                long frames = terminal.Frames.Count;
                terminal.Type(" ");
                terminal.WaitFor("an answer to space", screen => screen.Frames > frames ? screen : null);
            }
        }
        terminal.WaitForText("What you take with you");
        double peak = Status(terminal.ChildId, "VmHWM") / 1024;
        double before = Ticks(terminal.ChildId);
        Thread.Sleep(TimeSpan.FromSeconds(Seconds));
        double idle = (Ticks(terminal.ChildId) - before) / TicksPerSecond / Seconds * 100;
        terminal.Type("q");
        terminal.WaitForExit();
        bool isWithin = ScreenReport.Line("memory at most, whole lesson", peak, "MiB", 60);
        return ScreenReport.Line("processor while nothing is pressed, over 5 s", idle, "%", 0) && isWithin;
    }

    private static bool Shows(PseudoTerminal terminal, string text) => terminal.WaitFor("the screen", screen => screen.Screen).Contains(text);

    private static double Status(int process, string field) => double.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    // utime + stime
    private static double Ticks(int process)
    {
        string[] fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        return double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
