using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>Where the time of an update goes: every operation of the fused list, on one thread and on several, in turns.</summary>
internal static class UpdateRows
{
    private const int Rounds = 8, Updates = 150;

    public static void Run(Table table, int threads)
    {
        foreach (string name in new[] { "W4", "digits" })
        {
            var (experiment, data) = Workload.All.First(workload => workload.Name == name).Load();
            using TrainingProgram<float> program = Compiler.Compile<float>(experiment, data);
            Rows(table, name, program, threads);
        }
    }

    private static void Rows(Table table, string name, TrainingProgram<float> program, int threads)
    {
        int count = program.Fused.Length;
        double[] alone = [.. Enumerable.Repeat(double.MaxValue, count)], together = [.. alone];
        for (int round = 0; round < Rounds; round++)
        {
            program.UseThreads(1);
            Measure(program, alone);
            program.UseThreads(threads);
            program.Train();
            Measure(program, together);
        }

        for (int k = 0; k < count; k++)
            table.Add(new($"{name}: {program.Fused[k].Output.Name}", together[k], "µs") { Baselines = [new("one thread", alone[k])], Check = program.Fused[k].Rule });
        table.Add(new($"{name}: all of an update", together.Sum(), "µs") { Baselines = [new("one thread", alone.Sum())], Check = $"{threads} threads; the best of every operation" });
    }

    private static void Measure(TrainingProgram<float> program, double[] best)
    {
        for (long update = 1; update <= Updates; update++)
        {
            program.Place(update);
            for (int k = 0; k < best.Length; k++)
            {
                long start = Stopwatch.GetTimestamp();
                program.Fused[k].Run(program.Run);
                best[k] = Math.Min(best[k], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }
    }
}
