using System.Diagnostics;
using Lessons;
using Sim.Tests;

namespace Bench;

/// <summary>The exclusive-or lesson played to its summary through a pseudo-terminal: memory at most, and what standing still costs.</summary>
internal static class LessonMemory
{
    private const double Seconds = 4;

    public static void Run(Table table, string sim, string build)
    {
        using var folder = new DataFolder();
        using var terminal = new PseudoTerminal("play xor --lang en", 120, 36, sim, folder.Path);
        terminal.WaitForText("1/");
        var lesson = ShippedLesson.Library().Open("xor", null).Lesson;
        var examiner = new Examiner(LessonRuns.Start(lesson).Runs!);
        for (int k = 0; k < lesson.Scenes.Length; k++)
        {
            string next = k + 1 < lesson.Scenes.Length ? $"{k + 2}/{lesson.Scenes.Length}" : "What you take with you";
            while (!Screen(terminal).Contains(next))
                if (lesson.Scenes[k].Ask is { } ask && Screen(terminal) is var screen && screen.Contains("┃ ? ") && !screen.Contains("┃ ✓ "))
                    Answer(terminal, ask is ChoiceQuestion ? examiner.RightAnswer(k)! : $"\r{examiner.RightAnswer(k)}\r", seen => seen.Contains("┃ ✓ "));
                else
                    Answer(terminal, " ", seen => seen.Contains(next));
        }

        // What the start has left to do, such as compiling anew what ran often, is not standing still.
        Thread.Sleep(TimeSpan.FromSeconds(Seconds / 2));
        double peak = ProcessFigures.PeakMebibytes(terminal.ChildId), before = ProcessFigures.ProcessorSeconds(terminal.ChildId);
        Thread.Sleep(TimeSpan.FromSeconds(Seconds));
        double idle = (ProcessFigures.ProcessorSeconds(terminal.ChildId) - before) / Seconds * 100;
        terminal.Type("q");
        terminal.WaitForExit();
        table.Add(new($"memory at most, a whole lesson, {build}", peak, "MiB") { Baselines = [new(".NET program, one line", Least(folder.Path))], Aim = 60 });
        table.Add(new($"processor while nothing is pressed, {build}", idle, "%") { Aim = 0, Check = $"over {Seconds} s" });
    }

    private static double Least(string folder)
    {
        using var terminal = new PseudoTerminal(Echo.Verb, 120, 36, Echo.Program, folder);
        terminal.WaitForText(Echo.Ready);
        // What the start has left to do, such as compiling anew what ran often, is not standing still.
        Thread.Sleep(TimeSpan.FromSeconds(Seconds / 2));
        double peak = ProcessFigures.PeakMebibytes(terminal.ChildId);
        terminal.Type(Echo.Last + "\n");
        terminal.WaitForExit();
        return peak;
    }

    private static string Screen(PseudoTerminal terminal) => terminal.WaitFor("the screen", screen => screen.Screen);

    // On a busy machine frames come late; a key that has no visible answer has turned a page.
    private static void Answer(PseudoTerminal terminal, string keys, Func<string, bool> isAnswer)
    {
        terminal.Type(keys);
        for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < (keys == " " ? 400 : 5000) && !isAnswer(Screen(terminal));)
            Thread.Sleep(10);
    }
}
