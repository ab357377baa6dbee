using System.Numerics;

namespace Core.Tests;

/// <summary>Runs in the lanes beside the same runs alone.</summary>
internal static class Lanes
{
    /// <summary>Every loss and every weight after every update, and the whole state at the end, bit for bit.</summary>
    public static void Compare<T>(IEnumerable<Experiment> experiments, int updates = 12)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TrainingProgram<T>[] alone = [.. experiments.Select(experiment => experiment.Compile<T>())], together = [.. experiments.Select(experiment => experiment.Compile<T>())];
        using var lanes = new RunsInLanes<T>(together);
        var last = Math.Min(alone[0].LastUpdate, updates);
        for (var update = 1; update <= last; update++)
        {
            lanes.Train();
            for (var run = 0; run < alone.Length; run++)
            {
                alone[run].Train();
                Assert.Equal((update, run, Running.Bits(alone[run].Find("loss")!.ToArray(1)[0])), (update, run, Running.Bits(lanes.Losses[run])));
                Assert.Equal((update, run, alone[run].WeightHash()), (update, run, lanes.WeightHash(run)));
            }
        }

        for (var run = 0; run < alone.Length; run++) lanes.Store(run);
        foreach (var (one, other) in alone.Zip(together))
        {
            Assert.Equal(last, other.Run.Update);
            foreach (var (expected, actual) in one.StateBuffers.Zip(other.StateBuffers))
                Assert.Equal((expected.Name, BitHash.Of<T>(expected.Stored())), (actual.Name, BitHash.Of<T>(actual.Stored())));
        }
    }
}
