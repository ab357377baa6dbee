using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>Where the time of an update goes: every operation of the fused list, on one thread and on several, in turns.</summary>
internal static class UpdateRows
{
    private const int Rounds = 8, Updates = 100;

    public static void Run(Table table, int threads)
    {
        foreach (string name in new[] { "W4", "digits" })
        {
            var (experiment, data) = Workload.All.First(workload => workload.Name == name).Load();
            using TrainingProgram<float> program = Compiler.Compile<float>(experiment, data);
            Rows(table, name, program, threads);
        }
    }

    // The last place is the whole update, timed from outside.
    private static void Rows(Table table, string name, TrainingProgram<float> program, int threads)
    {
        int count = program.Fused.Length;
        double[] alone = [.. Enumerable.Repeat(double.MaxValue, count + 1)], together = [.. alone];
        for (int round = 0; round < Rounds; round++)
        {
            program.UseThreads(1);
            Measure(program, alone);
            program.UseThreads(threads);
            Measure(program, together);
        }

        for (int k = 0; k < count; k++)
            table.Add(new($"{name}: {program.Fused[k].Output.Name}", together[k], "µs") { Baselines = [new("one thread", alone[k])], Check = program.Fused[k].Rule });
        table.Add(new($"{name}: a whole update", together[count], "µs") { Baselines = [new("one thread", alone[count])], Check = $"{threads} threads; the best of all" });
    }

    private static void Measure(TrainingProgram<float> program, double[] best)
    {
        program.Reset();
        for (int k = 0; k < Updates; k++) Keep(program.Train, ref best[^1]);
        for (long update = 1; update <= Updates; update++)
        {
            program.Place(update);
            for (int k = 0; k + 1 < best.Length; k++)
            {
                long start = Stopwatch.GetTimestamp();
                program.Fused[k].Run(program.Run);
                best[k] = Math.Min(best[k], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }
    }

    private static void Keep(Action train, ref double best)
    {
        long start = Stopwatch.GetTimestamp();
        train();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }
}
