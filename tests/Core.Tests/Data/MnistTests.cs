using System.Text;

namespace Core.Tests;

/// <summary>Real MNIST, where SIM_MNIST names a folder with its four IDX files; otherwise skipped, and said so.</summary>
public class MnistTests
{
    private sealed class MnistFactAttribute : FactAttribute
    {
        public MnistFactAttribute()
        {
            if (Folder is null) Skip = "SIM_MNIST does not name a folder with the four IDX files of MNIST.";
        }
    }

    private static string? Folder => Environment.GetEnvironmentVariable("SIM_MNIST");

    /// <summary>The same model reaches 95.7 % (95.70 to 95.96 over three seeds) with PyTorch.</summary>
    [MnistFact]
    public void OneEpochReachesTheAccuracyThatIsReachedElsewhere()
    {
        var text = $$"""
            {"data":{"type":"mnist","path":{{System.Text.Json.JsonSerializer.Serialize(Folder)}}},
             "layers":[{"type":"flatten"},{"units":128,"activation":"relu"},{"type":"dropout","rate":0.2},{"units":10,"activation":"softmax"}],
             "loss":"softmax_ce","optimizer":{"type":"adam","epsilon":1e-7},"batches":{"size":32},"length":{"epochs":1},"evaluation":{"sets":["test"],"metrics":["accuracy"]} }
            """;
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes(text)).Experiment!;
        var data = new DataLoader(_ => throw new InvalidOperationException(), paths => File.OpenRead(paths.First(File.Exists))).Load(experiment);
        Assert.Equal((60_000, 10_000), (data.Train.Rows, data.Test!.Rows));
        Assert.Equal(5, data.Train.Targets.ClassNumbers[0]);
        using var program = Compiler.Compile<float>(experiment, data);
        while (program.Run.Update < program.LastUpdate) program.Train();
        program.Evaluate();
        Assert.InRange(program.Find("eval.test.accuracy")!.ToArray(1)[0], 0.952f, 0.962f);
    }
}
