using System.Numerics;
using System.Text;

namespace Core.Tests;

public class SavedModelTests
{
    private const string Small = """
        {"data":{"inputs":[[1,2,3],[4,5,6],[7,8,10],[0,1,1],[2,2,2]],"targets":[[1],[0],[1],[0],[1]]},
         "layers":[{"units":2,"activation":"tanh"},{"units":1,"activation":"sigmoid"}],"loss":"bce","optimizer":"adam","batches":{"size":2},"length":{"updates":40} }
        """;

    private static Experiment Of(string text) => ExperimentReader.Read(Encoding.UTF8.GetBytes(text)) is { Experiment: { } experiment } ? experiment : throw new InvalidOperationException(text);

    private static TrainingProgram<T> Trained<T>(Experiment experiment, long updates) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var program = Compiler.Compile<T>(experiment, DataLoader.WithoutFiles.Load(experiment));
        program.Reset();
        while (program.Run.Update < updates) program.Train();
        return program;
    }

    [Fact]
    public void TheFileIsReadBackByAReaderWrittenFromTheFormatAlone()
    {
        using var program = Trained<float>(Of(Small), 7);
        var (metadata, tensors) = PlainSafetensors.Read(SavedModel.Of(program).File.ToBytes());
        Assert.Equal("7", metadata["sim.update"]);
        Assert.Contains("\"adam\"", metadata["sim.experiment"]);
        var weight = tensors["layer1.weight"];
        Assert.Equal(("F32", "2,3"), (weight.Type, string.Join(',', weight.Shape)));
        Assert.Equal(program.Find("layer1.weight")!.ToArray(1).Select(value => (double)value), weight.Values);
        Assert.Equal(program.Find("layer1.weight.state.m")!.ToArray(1).Select(value => (double)value), tensors["layer1.weight.state.m"].Values);
        Assert.Equal([1], tensors["layer2.bias"].Shape);
    }

    [Fact]
    public void TheTensorsBeginAtAMultipleOfEightAndTheSameModelIsTheSameBytes()
    {
        using var program = Trained<double>(Of(Small), 3);
        var bytes = SavedModel.Of(program).File.ToBytes();
        Assert.Equal(0, BitConverter.ToInt64(bytes) % 8);
        Assert.Equal(bytes, SavedModel.Of(program).File.ToBytes());
        Assert.Equal(bytes, SavedModel.Read(bytes).File.ToBytes());
        Assert.Equal("F64", PlainSafetensors.Read(bytes).Tensors["layer1.bias"].Type);
    }

    public static TheoryData<string> Experiments => [
        Small,
        Small.Replace("\"adam\"", """{"type":"sgd","momentum":0.9,"nesterov":true}"""),
        Small.Replace("\"adam\"", """{"type":"rmsprop","centered":true,"momentum":0.5}"""),
        Small.Replace("\"adam\"", """{"type":"adagrad","initialSum":0.1}"""),
        Small.Replace("\"adam\"", "\"adam\",\"schedule\":{\"type\":\"cosine\",\"steps\":40}"),
        Small.Replace("{\"units\":1,", "{\"type\":\"dropout\",\"rate\":0.3},{\"units\":1,"),
        .. new[] { "\"adam\"", """{"type":"adamw","weightDecay":0.01}""", """{"type":"sgd","momentum":0.9}""", """{"type":"rmsprop","momentum":0.5}""", "\"adagrad\"", "\"sgd\"" }.Select(optimizer =>
            Small.Replace("\"adam\"", optimizer).Replace("{\"units\":1,", "{\"type\":\"dropout\",\"rate\":0.3},{\"units\":1,").Replace("{\"size\":2}", """{"type":"mini","size":2,"shuffle":true}""")),
        Small.Replace("[[1],[0],[1],[0],[1]]", "[[1],[0],[1],[0],[1]],\"standardise\":true,\"split\":{\"type\":\"count\",\"validation\":1},\"augmentation\":{\"jitter\":0.1}")
            .Replace("\"updates\":40}", "\"epochs\":20},\"earlyStopping\":{\"monitor\":\"validation.loss\",\"patience\":3,\"restoreBest\":true}"),
    ];

    [Theory]
    [MemberData(nameof(Experiments))]
    public void ARunThatIsContinuedEndsOnTheBitsOfOneWithoutABreak(string text)
    {
        Same<float>(Of(text));
        Same<double>(Of(text));

        static void Same<T>(Experiment experiment) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            using var whole = Trained<T>(experiment, 0);
            while (whole.Run.Update < whole.LastUpdate && !whole.IsStopped) whole.Train();
            foreach (var pause in new long[] { 1, 2, 3, 8, 9 }.Where(pause => pause < whole.Run.Update))
            {
                using var first = Trained<T>(experiment, pause);
                var bytes = SavedModel.Of(first).File.ToBytes();
                using var second = Trained<T>(experiment, 0);
                SavedModel.Read(bytes).Restore(second);
                Assert.Equal(pause, second.Run.Update);
                while (second.Run.Update < second.LastUpdate && !second.IsStopped) second.Train();
                Assert.Equal(whole.Run.Update, second.Run.Update);
                foreach (var buffer in whole.StateBuffers)
                    Assert.Equal(BitHash.Of<T>(buffer.Stored()), BitHash.Of<T>(second.Find(buffer.Name)!.Stored()));
            }
        }
    }

    [Fact]
    public void WeightsFromElsewhereAreAStart()
    {
        using var program = Trained<float>(Of(Small), 5);
        var foreign = new SavedModel(new TensorFile(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, [.. SavedModel.Of(program).File.Tensors.Where(tensor => !tensor.Name.Contains("state") && tensor.Name.StartsWith("layer"))]));
        var hash = program.WeightHash();
        SavedModel.Read(foreign.File.ToBytes()).Restore(program);
        Assert.Equal((0, hash), (program.Run.Update, program.WeightHash()));
        Assert.All(program.Find("layer1.weight.state.m")!.ToArray(1), value => Assert.Equal(0, value));
    }

    [Fact]
    public void AnotherNetworkIsRefusedWithTheTensorThatDoesNotFit()
    {
        using var program = Trained<float>(Of(Small), 1);
        var model = SavedModel.Of(program);
        using var wider = Trained<float>(Of(Small.Replace("\"units\":2", "\"units\":3")), 0);
        Assert.Equal("given layer1.weight of shape [2,3]; expected [3,3]; the file holds another network: change the layers, or take another file", Assert.Throws<ModelFileException>(() => model.Restore(wider)).Message);
        using var other = Trained<float>(Of(Small.Replace("\"adam\"", """{"type":"sgd","momentum":0.9}""")), 0);
        Assert.Contains("a file without layer1.weight.state.velocity", Assert.Throws<ModelFileException>(() => model.Restore(other)).Message);
        using var finer = Trained<double>(Of(Small), 0);
        Assert.Contains("layer1.weight of type F32; expected F64", Assert.Throws<ModelFileException>(() => model.Restore(finer)).Message);
    }

    [Fact]
    public void PredictionsAreTheOutputsOfTheRunAlsoWhereInputsAndTargetsAreScaled()
    {
        var text = """
            {"data":{"inputs":[[1,20],[2,10],[3,40],[4,30]],"targets":[[100],[200],[300],[500]],"standardise":true,"standardiseTargets":true},
             "layers":[{"units":3,"activation":"tanh"},{"type":"dropout","rate":0.5},{"units":1}],"loss":"mse","optimizer":"adam","length":{"updates":30} }
            """;
        var experiment = Of(text);
        using var program = Trained<float>(experiment, 30);
        program.Evaluate();
        var model = SavedModel.Read(SavedModel.Of(program).File.ToBytes());
        var predicted = new ModelPredictor<float>(model, ExperimentReader.Read(Encoding.UTF8.GetBytes(model.Experiment!)).Experiment!).Run([1, 20, 2, 10, 3, 40, 4, 30]);
        var (mean, std) = (275.0, Math.Sqrt((175.0 * 175 + 75 * 75 + 25 * 25 + 225 * 225) / 4));
        var outputs = program.Find("eval.train.a")!.ToArray(1);
        for (var k = 0; k < 4; k++) Assert.Equal(outputs[k] * std + mean, predicted[k], 2);
    }
}
