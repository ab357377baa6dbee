using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>Jumps to anywhere in a run of a million updates of exclusive or (2-4-1) that was computed before.</summary>
internal static class SeekTimes
{
    private const long Updates = 1_000_000;

    public static bool Report()
    {
        var (experiment, data) = Workload.Load("W1", $"length.updates={Updates}");
        using var program = Compiler.Compile<float>(experiment, data);
        var timeline = new Timeline<float>(program);
        long start = Stopwatch.GetTimestamp();
        timeline.SeekUpdate(Updates);
        double computed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var random = new Random(1);
        var jumps = new List<double>();
        for (int k = 0; k < 400; k++)
        {
            var target = new Moment(1 + random.NextInt64(Updates), 1 + random.Next(10));
            start = Stopwatch.GetTimestamp();
            timeline.Seek(target);
            jumps.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (timeline.Now.Update != target.Update) throw new InvalidOperationException($"asked for {target}, stands at {timeline.Now}");
        }
        double median = ScreenReport.Quantile(jumps, 0.5), worst = jumps.Max();
        Console.WriteLine($"{"run of 1,000,000 updates of xor computed",-52} {ScreenReport.Digits(computed),9} s    checkpoints {timeline.CheckpointBytes >> 10} KiB");
        return ScreenReport.Line("jump to a random moment of it, worst of 400", worst, "ms", 50, $"median: {ScreenReport.Digits(median)} ms");
    }
}
