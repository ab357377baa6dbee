using System.Diagnostics;
using Sim;

namespace Bench;

/// <summary>A long script of mixed commands, read, looked at and played without a screen, as <c>sim replay --check</c> does.</summary>
internal static class ScriptTimes
{
    private const int Rounds = 200;
    private static readonly string[] Round = ["step", "say the next step", "step 3", "expect update > 0", "back", "phase", "update", "term", "down", "go 3:layer1.z", "expect update == 3", "pause 2"];

    public static void Run(Table table)
    {
        var library = new LessonLibrary(EmbeddedLessons.Read(), new DiskFiles(), _ => []);
        string text = "lesson xor\nvariant own\nupdate\n" + string.Concat(Enumerable.Repeat(string.Join('\n', Round) + "\n", Rounds));
        var times = new List<double>();
        for (int k = 0; k < 4; k++)
        {
            long start = Stopwatch.GetTimestamp();
            var script = ScriptParser.Parse("bench", text).Script;
            if (!new ScriptCheck(library).Check(script).IsEmpty) throw new InvalidOperationException("the script is wrong");
            foreach (var happened in new ScriptPlayer(library).Play(script))
                if (happened is CommandFailed or ExpectationChecked { Holds: false }) throw new InvalidOperationException(happened.ToString());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / script.Commands.Length);
        }

        table.Add(new("script checked without a screen, a command", new Quantiles(times).Median, "ms") { Aim = 1, Check = "median of 4" });
    }
}
