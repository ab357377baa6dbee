using System.Text;

namespace Core.Tests;

/// <summary>Drawn digits are as hard as they ought to be: one epoch of the usual model suffices, a linear one does not.</summary>
public class DigitsTrainingTests
{
    private static float Accuracy(string layers)
    {
        var text = $$"""
            {"data":{"type":"digits"},"layers":[{"type":"flatten"},{{layers}},{"units":10,"activation":"softmax"}],"loss":"softmax_ce",
             "optimizer":{"type":"adam","epsilon":1e-7},"batches":{"size":32},"length":{"epochs":1},"evaluation":{"sets":["test"],"metrics":["accuracy"]} }
            """.Replace("},,", "},");
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes(text)).Experiment!;
        using var program = Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
        while (program.Run.Update < program.LastUpdate) program.Train();
        program.Evaluate();
        return program.Find("eval.test.accuracy")!.ToArray(1)[0];
    }

    [Fact]
    public void OneEpochGives95To99PercentAndALinearModelClearlyLess()
    {
        var network = Accuracy("""{"units":128,"activation":"relu"},{"type":"dropout","rate":0.2}""");
        Assert.InRange(network, 0.95f, 0.99f);
        Assert.InRange(Accuracy(""), 0.7f, network - 0.05f);
    }
}
