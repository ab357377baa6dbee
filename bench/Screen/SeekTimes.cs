using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>Jumps to anywhere in a run that was computed before: exclusive or (2-4-1), and the digits' network of 101,770 parameters.</summary>
internal static class SeekTimes
{
    private const double MostMebibytes = 300;

    public static bool Report()
    {
        bool isWithin = Jumps("xor", Workload.Load("W1", "length.updates=1000000"), 400, jumps => jumps.Max(), "worst");
        isWithin &= Jumps("digits", Workload.Load("digits"), 100, jumps => ScreenReport.Quantile(jumps, 0.5), "median");
        using var self = Process.GetCurrentProcess();
        return ScreenReport.Line("memory of this process at most", self.PeakWorkingSet64 / (double)(1 << 20), "MiB", MostMebibytes) && isWithin;
    }

    private static bool Jumps(string name, (Experiment Experiment, RunData Data) workload, int count, Func<List<double>, double> figure, string what)
    {
        using var program = Compiler.Compile<float>(workload.Experiment, workload.Data);
        var timeline = new Timeline<float>(program);
        long updates = program.LastUpdate, start = Stopwatch.GetTimestamp();
        timeline.SeekUpdate(updates);
        double computed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var random = new Random(1);
        var jumps = new List<double>();
        for (int k = 0; k < count; k++)
        {
            var target = new Moment(1 + random.NextInt64(updates), 1 + random.Next(10));
            start = Stopwatch.GetTimestamp();
            timeline.Seek(target);
            jumps.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (timeline.Now.Update != target.Update) throw new InvalidOperationException($"asked for {target}, stands at {timeline.Now}");
        }
        var plan = CheckpointPlan.Of(program, updates);
        Console.WriteLine($"{$"run of {updates:N0} updates of {name} computed",-52} {ScreenReport.Digits(computed),9} s    a copy every {plan.Every}, {timeline.CheckpointBytes >> 10} KiB");
        double median = ScreenReport.Quantile(jumps, 0.5), shown = figure(jumps);
        return ScreenReport.Line($"jump to a random moment of it, {what} of {count}", shown, "ms", 50, $"median {ScreenReport.Digits(median)}, worst {ScreenReport.Digits(jumps.Max())}");
    }
}
