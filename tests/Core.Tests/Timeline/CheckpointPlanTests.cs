using System.Text;

namespace Core.Tests;

public class CheckpointPlanTests
{
    private static TrainingProgram<float> Program(string data, int units) => Compiled(
        $"{{\"data\":{data},\"layers\":[{{\"type\":\"flatten\"}},{{\"units\":{units},\"activation\":\"relu\"}},{{\"units\":10,\"activation\":\"softmax\"}}],\"loss\":\"softmax_ce\",\"optimizer\":\"adam\",\"batches\":{{\"size\":32}},\"length\":{{\"updates\":10000}},\"evaluation\":{{\"sets\":[]}} }}");

    private static TrainingProgram<float> Compiled(string text)
    {
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes(text)).Experiment!;
        return Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
    }

    /// <summary>What is announced is what a timeline holds.</summary>
    [Theory]
    [InlineData(5, 1 << 30)]
    [InlineData(300, 40_000)]
    [InlineData(1000, 40_000)]
    [InlineData(257, 1)]
    [InlineData(64, 100_000)]
    public void TheCopiesThatAreAnnouncedAreThoseThatAreKept(long updates, long memory)
    {
        using var program = Program("""{"type":"noise","n":64,"shape":[4]}""", 3);
        var timeline = new Timeline<float>(program, memory);
        timeline.SeekUpdate(updates);
        var plan = CheckpointPlan.Of(program, updates, memory);
        Assert.Equal(plan.Bytes, timeline.CheckpointBytes);
        Assert.InRange(plan.Copies, 1, Math.Max(4, memory));
    }

    /// <summary>The digits' network: a copy is 1.2 MB; 10,000 updates fit into the usual memory with one every 128.</summary>
    [Fact]
    public void TenThousandUpdatesOfTheDigitsNetworkKeepACopyEvery128()
    {
        using var program = Program("""{"type":"digits","n":60000}""", 128);
        var plan = CheckpointPlan.Of(program, 10_000);
        Assert.Equal((128, 79), (plan.Every, plan.Copies));
        Assert.InRange(plan.Bytes, 79L * 3 * 4 * 101_770, Timeline<float>.DefaultMemory);
    }
}
