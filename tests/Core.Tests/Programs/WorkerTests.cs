using System.Text;

namespace Core.Tests;

/// <summary>Workers that share a batch against one program that sees all of it, and against one that sees their shard alone.</summary>
public class WorkerTests
{
    private static readonly GivenBatch[] Batches = [new([0, 1, 2, 3, 4, 5]), new([6, 5, 4, 3, 2, 1], 2), new([2, 2, 6, 0, 1, 3], 3)];

    public static TheoryData<string> Names => [.. Small.All.Where(pair => IsUsable(pair.Value)).Select(pair => pair.Key)];

    private static bool IsUsable(Experiment experiment) => experiment.Data != Small.All["one sample"].Data && experiment.Layers.All(layer => layer is not DropoutSettings { Masks: not null });

    private static Experiment With(string name, int count, WorkerCombination combine) => Small.All[name] with
    {
        Batches = new GivenBatchSettings(Batches),
        Length = new(Updates: Batches.Length),
        Workers = count == 0 ? null : new(count, combine),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_ring_has_the_bits_of_the_whole_batch(string name)
    {
        foreach (var count in new[] { 1, 2, 3, 6 })
        {
            using var whole = With(name, 0, default).Compile<float>();
            using var ring = With(name, count, WorkerCombination.Ring).Compile<float>();
            using var fast = With(name, count, WorkerCombination.Ring).Compile<float>();
            for (var update = 1; update <= Batches.Length; update++)
            {
                whole.Walk();
                ring.Walk();
                fast.Train();
                Assert.Equal(whole.WeightHash(), ring.WeightHash());
                Assert.Equal(whole.WeightHash(), fast.WeightHash());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_average_is_the_whole_batchs_gradient_up_to_rounding(string name)
    {
        using var whole = With(name, 0, default).Compile<double>();
        using var average = With(name, 3, WorkerCombination.Average).Compile<double>();
        whole.Walk();
        average.Walk();
        foreach (var parameter in whole.Network.Trainable)
        {
            var (expected, given) = (whole.Values($"{parameter.Name}.grad"), average.Values($"{parameter.Name}.grad"));
            for (var k = 0; k < expected.Length; k++) Assert.True(Math.Abs(expected[k] - given[k]) <= 1e-14 * (1 + Math.Abs(expected[k])), $"{parameter.Name} {k}: {expected[k]:R} {given[k]:R}");
        }
    }

    [Theory]
    [InlineData("base")]
    [InlineData("loss softmax_ce class numbers")]
    [InlineData("loss bce")]
    [InlineData("wide")]
    public void Each_worker_has_the_gradient_of_a_program_that_sees_its_shard_alone(string name)
    {
        using var workers = With(name, 3, WorkerCombination.Average).Compile<float>();
        workers.Walk();
        for (var number = 1; number <= 3; number++)
        {
            using var alone = (Small.All[name] with { Batches = new GivenBatchSettings([new([2 * number - 2, 2 * number - 1])]), Length = new(Updates: 1) }).Compile<float>();
            alone.Walk();
            foreach (var parameter in alone.Network.Trainable)
                Assert.Equal(alone.Values($"{parameter.Name}.grad"), workers.Values($"worker{number}.{parameter.Name}.grad"));
        }
    }

    [Fact]
    public void Steps_of_workers_have_their_names_in_order() => Assert.Equal(
        "batch.index batch.x batch.y layer1.z layer1.a layer2.z layer2.a data_loss penalty loss " +
        "worker1.layer2.da worker1.layer2.dz worker1.layer2.weight.grad worker1.layer2.bias.grad worker1.layer1.da worker1.layer1.dz worker1.layer1.weight.grad worker1.layer1.bias.grad " +
        "worker2.layer2.da worker2.layer2.dz worker2.layer2.weight.grad worker2.layer2.bias.grad worker2.layer1.da worker2.layer1.dz worker2.layer1.weight.grad worker2.layer1.bias.grad " +
        "layer1.weight.grad layer1.bias.grad layer2.weight.grad layer2.bias.grad " +
        "layer1.weight.grad_norm layer2.weight.grad_norm grad_norm lr layer1.weight layer1.bias layer2.weight layer2.bias",
        string.Join(' ', new Timeline<float>((With("base", 2, WorkerCombination.Average) with { Evaluation = new() { Every = 0 } }).Compile<float>()).StepNames(1)));

    [Fact]
    public void A_formula_of_a_worker_speaks_of_the_samples_of_the_batch()
    {
        using var program = With("base", 3, WorkerCombination.Average).Compile<float>();
        var timeline = new Timeline<float>(program);
        timeline.Seek(1, "worker2.layer1.weight.grad");
        var names = timeline.Current!.Explain(1, 2).Operands().Select(operand => $"{operand.Name}[{string.Join(',', operand.Index)}]");
        Assert.Equal(["batch.x[2,2]", "worker2.layer1.dz[0,1]", "batch.x[3,2]", "worker2.layer1.dz[1,1]"], names);
    }

    [Theory]
    [InlineData("5", "\"full\"", "a batch of 8 samples for 5 workers")]
    [InlineData("2", "3", "a batch of 2 samples for 2 workers")]
    [InlineData("{\"type\": \"ring\", \"count\": 2}", "[[0, 1], [2, 3, 4]]", "a batch of 3 samples for 2 workers")]
    [InlineData("{\"type\": \"ring\", \"count\": 0}", "\"full\"", "from 1 to 64")]
    public void Batches_that_cannot_be_shared_equally_are_a_problem(string workers, string batches, string said)
    {
        var read = ExperimentReader.Read(Encoding.UTF8.GetBytes($$"""
            {"data": {"type": "line", "n": 8}, "layers": [{"units": 1} ], "loss": "mse", "workers": {{workers}}, "batches": {{batches}}, "length": {"updates": 2} }
            """));
        Assert.Contains(said, read.Problems.ToString());
    }

    [Fact]
    public void Where_only_the_data_tell_it_is_an_error_of_the_run()
    {
        var experiment = Small.Base with { Workers = new(2) };
        Assert.Contains("3 samples for 2 workers", Assert.Throws<RunException>(() => experiment.Compile<float>()).Message);
    }
}
