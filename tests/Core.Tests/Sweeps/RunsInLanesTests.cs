using System.Numerics;

namespace Core.Tests;

/// <summary>Every run in the lanes has, after every update, the bits that its program has alone.</summary>
public class RunsInLanesTests
{
    public static TheoryData<string> Names => Small.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_of_the_engine_keeps_its_bits_or_says_why_it_has_no_lanes(string name)
    {
        Compare<float>(Rates(Small.All[name], 5), isNeeded: false);
        Compare<double>(Rates(Small.All[name], 3), isNeeded: false);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(67)]
    [InlineData(200)]
    public void Any_number_of_runs_keeps_their_bits(int count)
    {
        Compare<float>(Rates(Workloads.Line, count));
        Compare<double>(Rates(Workloads.Line, Math.Min(count, 33)));
    }

    private static IEnumerable<Experiment> Rates(Experiment experiment, int count) =>
        Enumerable.Range(0, count).Select(k => experiment with { Optimizer = experiment.Optimizer with { LearningRate = 0.003 * Math.Pow(10, 3.0 * k / count) } });

    private static void Compare<T>(IEnumerable<Experiment> experiments, bool isNeeded = true)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TrainingProgram<T>[] alone = [.. experiments.Select(experiment => experiment.Compile<T>())], together = [.. experiments.Select(experiment => experiment.Compile<T>())];
        if (RunsInLanes<T>.Obstacle(together) is { } obstacle)
        {
            Assert.False(isNeeded, obstacle);
            Console.WriteLine("OBSTACLE " + obstacle);
            return;
        }

        using var lanes = new RunsInLanes<T>(together);
        var last = Math.Min(alone[0].LastUpdate, 30);
        for (var update = 1; update <= last; update++)
        {
            lanes.Train();
            for (var run = 0; run < alone.Length; run++)
            {
                alone[run].Train();
                Assert.Equal(Running.Bits(alone[run].Find("loss")!.ToArray(1)[0]), Running.Bits(lanes.Losses[run]));
                Assert.Equal(alone[run].WeightHash(), lanes.WeightHash(run));
            }
        }

        for (var run = 0; run < alone.Length; run++)
        {
            lanes.Store(run);
            foreach (var (expected, actual) in alone[run].StateBuffers.Zip(together[run].StateBuffers))
                Assert.Equal((expected.Name, BitHash.Of<T>(expected.Stored())), (actual.Name, BitHash.Of<T>(actual.Stored())));
            Assert.Equal(last, together[run].Run.Update);
        }
    }
}
