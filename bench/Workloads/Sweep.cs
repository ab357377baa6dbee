using System.Diagnostics;
using System.Globalization;
using Core;

namespace Bench;

/// <summary>W5: the line of W3 for 1,000 updates with each of 200 learning rates, one run after another; compiling is not timed.</summary>
internal static class Sweep
{
    private const int Rates = 200;
    private const int Updates = 1000;

    public static void Run(Table table)
    {
        TrainingProgram<float>[] programs = [.. Enumerable.Range(0, Rates).Select(Program)];
        double best = double.MaxValue;
        for (int round = 0; round < 6; round++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (TrainingProgram<float> program in programs)
            {
                program.Reset();
                for (int k = 0; k < Updates; k++) program.Train();
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        int worse = programs.Count(EndsWorse);
        table.Add(new("W5: sweep of 200 rates × 1,000 updates", best, "s") { Aim = 0.03, Check = $"rates that end worse than they began {worse} (23)", IsRight = worse == 23 });
        foreach (TrainingProgram<float> program in programs) program.Dispose();
    }

    private static TrainingProgram<float> Program(int k)
    {
        string rate = Math.Pow(10, -4 + 4.5 * k / (Rates - 1)).ToString("R", CultureInfo.InvariantCulture);
        var (experiment, data) = Workload.Load("W5", $"optimizer.learningRate={rate}");
        return Compiler.Compile<float>(experiment, data);
    }

    private static bool EndsWorse(TrainingProgram<float> program)
    {
        program.Evaluate();
        double end = program.Find("eval.train.loss")!.ToArray(0)[0];
        program.Reset();
        program.Train();
        double start = program.Find("loss")!.ToArray(0)[0];
        return !(end <= start);
    }
}
