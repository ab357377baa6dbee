using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>W1 to W6, each beside plain scalar loops in the same process, its check value verified.</summary>
internal static class WorkloadsReport
{
    /// <summary>Runs the workloads named, or all; the result is whether every check value came out.</summary>
    public static bool Run(IReadOnlyList<string> names, int threads)
    {
        double peak = Peak.GigaFlops();
        Console.WriteLine($"registers {Widest.Bits} bits, multiply-add peak {peak:F0} GFLOP/s (separate multiply and add, one core), {threads} thread(s)");
        Console.WriteLine($"{"",-4} {"best",12} {"",-10} {"plain loops",12} {"ratio",8} {"bytes/update",13}   check");
        bool isRight = true;
        foreach (Workload workload in Workload.All.Where(workload => names.Count == 0 || names.Contains(workload.Name)))
            isRight &= Row(workload, peak, threads);
        if (names.Count == 0 || names.Contains("W5")) isRight &= Sweep.Row();
        return isRight;
    }

    private static bool Row(Workload workload, double peak, int threads)
    {
        var (experiment, data) = workload.Load();
        using TrainingProgram<float> program = Compiler.Compile<float>(experiment, data);
        program.UseThreads(threads);
        var plain = new PlainTraining(experiment, data);
        double value = workload.Check.Of(program);
        bool isRight = Math.Abs(value - workload.Check.Expected) <= workload.Check.Tolerance;
        var own = new Sampled(workload.Sample, program.Reset, program.Train);
        var loops = new Sampled(workload.Name == "W4" ? 8 : workload.Sample / 10, () => { }, plain.Train);
        long before = GC.GetAllocatedBytesForCurrentThread();
        program.Train();
        program.Train();
        long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 2;
        // In turns, so that a change of the machine's speed meets them all.
        for (long start = Stopwatch.GetTimestamp(); own.Rounds < 8 || Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds;)
        {
            peak = Math.Max(peak, Peak.Sample());
            own.Round();
            if (own.Rounds % 4 == 1) loops.Round();
        }
        double best = own.Best, plainBest = loops.Best;
        string unit = workload.PerUpdate == 0 ? "s an epoch" : workload.Unit;
        double Shown(double seconds) => workload.PerUpdate == 0 ? seconds * workload.Sample : workload.PerUpdate / seconds;
        Console.WriteLine(
            $"{workload.Name,-4} {Format(Shown(best)),12} {unit,-10} {Format(Shown(plainBest)),12} {plainBest / best,8:F1} {allocated,13}   {workload.Check.What} {value:G7}, expected {workload.Check.Expected:G7}: {(isRight ? "right" : "WRONG")}");
        if (workload.Name == "W4")
            Console.WriteLine($"{"",-4} {Products / best / 1e9 / peak,12:P0} of the peak ({peak:F0} GFLOP/s now) in matrix products (13.1 MFLOP an update)");
        return isRight;
    }

    /// <summary>Multiplications and additions of one update of W4: three products a layer, but no input gradient of the first.</summary>
    private const double Products = 2d * 32 * (2 * 784 * 128 + 3 * 128 * 10);

    private const double Seconds = 4;

    internal static string Format(double value) => value >= 1e6 ? $"{value / 1e6:F2} M" : value >= 1e4 ? $"{value / 1e3:F0} k" : $"{value:F4}";
}
