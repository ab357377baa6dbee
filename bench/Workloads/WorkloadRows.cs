using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>W1 to W6, each beside plain scalar loops in the same process, its check value verified.</summary>
internal static class WorkloadRows
{
    private const double Seconds = 3;
    private const int FewestRounds = 6;

    /// <summary>One workload's row, and how it goes on several threads where it is large enough for them.</summary>
    public static void Run(Table table, string name, int threads)
    {
        if (name == "W5")
        {
            Sweep.Run(table);
            return;
        }

        Workload workload = Workload.All.First(workload => workload.Name == name);
        var (experiment, data) = workload.Load();
        using TrainingProgram<float> program = Compiler.Compile<float>(experiment, data);
        table.Add(AloneRow(workload, program, new PlainTraining(experiment, data)));
        if (workload.Products > 0 && threads > 1) ThreadRows.Add(table, workload, program, threads);
    }

    private static Row AloneRow(Workload workload, TrainingProgram<float> program, PlainTraining plain)
    {
        double value = workload.Check.Of(program);
        var own = new Sampled(workload.Sample, program.Reset, program.Train);
        var loops = new Sampled(Math.Max(8, workload.IsEpoch ? 8 : workload.Sample / 10), () => { }, plain.Train);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 4; k++) program.Train();
        long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 4;
        double peak = 0;
        for (long start = Stopwatch.GetTimestamp(); own.Rounds < FewestRounds || Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds;)
        {
            peak = Math.Max(peak, Peak.Sample());
            own.Round();
            if (own.Rounds % 4 == 1) loops.Round();
        }

        string share = workload.Products > 0 ? $", {Figure.Text(100 * workload.Products / own.Best / 1e9 / peak)} % of the ceiling in products" : "";
        return new($"{workload.Name}: {workload.What}", workload.Shown(own.Best), workload.Unit)
        {
            Baselines = [new("plain scalar loops", workload.Shown(loops.Best))],
            Aim = workload.Aim,
            Check = $"{workload.Check.Text(value)}, {allocated} bytes an update{share}",
            IsRight = workload.Check.Holds(value),
        };
    }
}
