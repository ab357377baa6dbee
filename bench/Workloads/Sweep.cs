using System.Diagnostics;
using System.Globalization;
using Core;

namespace Bench;

/// <summary>W5: the line of W3 for 1,000 updates with each of 200 learning rates, one run after another and side by side in the lanes, in turns; compiling is not timed.</summary>
internal static class Sweep
{
    private const int Rates = 200;
    private const int Updates = 1000;
    private const int Rounds = 6;

    public static void Run(Table table)
    {
        TrainingProgram<float>[] alone = [.. Enumerable.Range(0, Rates).Select(Program)], together = [.. Enumerable.Range(0, Rates).Select(Program)];
        double[] firstLosses = new double[Rates];
        double one = double.MaxValue, lanes = double.MaxValue;
        var (experiment, data) = Workload.Load("W5");
        var plain = new Sampled(Updates, () => { }, new PlainTraining(experiment, data).Train);
        for (int round = 0; round < Rounds; round++)
        {
            one = Math.Min(one, OneAfterAnother(alone));
            lanes = Math.Min(lanes, SideBySide(together, firstLosses));
            plain.Round();
        }
        bool isSame = alone.Zip(together).All(pair => pair.First.WeightHash() == pair.Second.WeightHash());
        int worse = together.Where((program, k) => EndsWorse(program, firstLosses[k])).Count();
        table.Add(new("W5: sweep of 200 rates × 1,000 updates", lanes, "s")
        {
            Baselines = [new("plain scalar loops", plain.Best * Updates * Rates), new("one run after another", one)],
            Aim = 0.03,
            Check = $"rates that end worse than they began {worse} (23), {(isSame ? "the same bits" : "OTHER BITS")}",
            IsRight = worse == 23 && isSame,
        });
        foreach (TrainingProgram<float> program in alone.Concat(together)) program.Dispose();
    }

    private static double OneAfterAnother(TrainingProgram<float>[] programs)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (TrainingProgram<float> program in programs)
        {
            program.Reset();
            for (int k = 0; k < Updates; k++) program.Train();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double SideBySide(TrainingProgram<float>[] programs, double[] firstLosses)
    {
        foreach (TrainingProgram<float> program in programs) program.Reset();
        double seconds = 0;
        int place = 0;
        foreach (TrainingProgram<float>[] group in programs.Chunk(RunsInLanes<float>.Best(programs[0])))
        {
            using RunsInLanes<float> runs = new(group);
            long start = Stopwatch.GetTimestamp();
            for (int k = 0; k < Updates; k++)
            {
                runs.Train();
                if (k == 0) for (int run = 0; run < runs.Count; run++) firstLosses[place + run] = runs.Losses[run];
            }

            for (int run = 0; run < runs.Count; run++) runs.Store(run);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            place += runs.Count;
        }

        return seconds;
    }

    private static TrainingProgram<float> Program(int k)
    {
        string rate = Math.Pow(10, -4 + 4.5 * k / (Rates - 1)).ToString("R", CultureInfo.InvariantCulture);
        var (experiment, data) = Workload.Load("W5", $"optimizer.learningRate={rate}");
        return Compiler.Compile<float>(experiment, data);
    }

    private static bool EndsWorse(TrainingProgram<float> program, double firstLoss)
    {
        program.Evaluate();
        return !(program.Find("eval.train.loss")!.ToArray(0)[0] <= firstLoss);
    }
}
