using System.Diagnostics;
using Core;

namespace Bench;

/// <summary>A workload on several threads, beside one thread in turns: both trained from the start weights again and again.</summary>
internal static class ThreadRows
{
    private const int Rounds = 8;
    private const double MustWin = 1.3;

    /// <summary>Adds the row of several threads; ends on one.</summary>
    public static void Add(Table table, Workload workload, TrainingProgram<float> program, int threads)
    {
        var alone = new Sampled(workload.Sample, program.Reset, program.Train);
        var together = new Sampled(workload.Sample, program.Reset, program.Train);
        ulong hash = 0, same = 0;
        for (int round = 0; round < Rounds; round++)
        {
            program.UseThreads(1);
            alone.Round();
            hash = program.WeightHash();
            program.UseThreads(threads, () => Stopwatch.GetElapsedTime(0));
            together.Round();
            same = program.WeightHash();
        }

        table.Add(new($"{workload.Name} on {threads} threads", workload.Shown(together.Best), workload.Unit)
        {
            Baselines = [new("one thread", workload.Shown(alone.Best))],
            Aim = workload.Shown(alone.Best) / MustWin,
            Check = $"the weights' bits of one thread; {program.Threads.Shared:N0} of {program.Threads.Shared + program.Threads.Alone:N0} updates shared",
            IsRight = hash == same,
        });
        program.UseThreads(1);
    }
}
