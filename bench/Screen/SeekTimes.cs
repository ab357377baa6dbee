using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>
/// Jumps to anywhere in a run that was computed before: exclusive or (2-4-1), and the digits' network of 101,770 parameters. Measured in a process
/// of its own, so that its memory is that of the runs.
/// </summary>
internal static class SeekTimes
{
    private const double MostMilliseconds = 50, MostMebibytes = 300;

    public static void Run(Table table)
    {
        Jumps(table, "xor", "2-4-1", Workload.Load("W1", "length.updates=1000000"), 400);
        Jumps(table, "digits", "784-128-10", Workload.Load("digits"), 100);
        using var self = Process.GetCurrentProcess();
        table.Add(new("memory of these runs at most", self.PeakWorkingSet64 / (double)(1 << 20), "MiB") { Aim = MostMebibytes, Check = "the whole process" });
    }

    private static void Jumps(Table table, string name, string network, (Experiment Experiment, RunData Data) workload, int count)
    {
        using var program = Compiler.Compile<float>(workload.Experiment, workload.Data);
        var timeline = new Timeline<float>(program);
        long updates = program.LastUpdate, start = Stopwatch.GetTimestamp();
        timeline.SeekUpdate(updates);
        double computed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var random = new Random(1);
        var jumps = new List<double>();
        bool isRight = true;
        for (int k = 0; k < count; k++)
        {
            var target = new Moment(1 + random.NextInt64(updates), 1 + random.Next(10));
            start = Stopwatch.GetTimestamp();
            timeline.Seek(target);
            jumps.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            isRight &= timeline.Now.Update == target.Update;
        }

        var times = new Quantiles(jumps);
        var plan = CheckpointPlan.Of(program, updates);
        table.Add(new($"jump within {updates:N0} updates of {name}", times.Median, "ms")
        {
            Baselines = [new("from the start, on average", computed / 2)],
            Aim = MostMilliseconds,
            Check = $"{network}; median of {count}, worst {Figure.Text(times.Worst)}; a copy every {plan.Every}",
            IsRight = isRight,
        });
        table.Add(new($"copies of {name}'s state", timeline.CheckpointBytes / (double)(1 << 20), "MiB") { Check = $"{plan.Copies} copies" });
    }
}
