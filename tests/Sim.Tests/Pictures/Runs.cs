using System.Text;
using Core;

namespace Sim.Tests;

/// <summary>Small runs for pictures.</summary>
internal sealed class Runs
{
    public const string Melon = """
        {"data": {"inputs": [[0.8, 0.6, 0.9]], "targets": [[1]], "inputNames": ["curl", "colour", "size"], "sampleNames": ["first melon"]},
         "layers": [{"units": 1, "activation": "sigmoid", "initialWeights": [[0.31, -0.20, 0.10]], "initialBias": [0.05]}],
         "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 40}}
        """;

    public const string Xor = """
        {"data": {"inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]]},
         "layers": [{"units": 4, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}], "seed": 3,
         "loss": "mse", "optimizer": {"type": "adam", "learningRate": 0.1}, "length": {"updates": 200}}
        """;

    public const string Spiral = """
        {"data": {"type": "spiral"}, "layers": [{"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 1, "activation": "sigmoid"}],
         "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.05, "momentum": 0.9}, "batches": 10, "length": {"epochs": 5}}
        """;

    public const string Overfit = """
        {"seed": 1, "data": {"type": "moons", "n": 260, "noise": 0.3, "standardise": true, "split": {"type": "count", "validation": 200}},
         "layers": [{"units": 32, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}], "loss": "sigmoid_bce", "evaluation": {"metrics": ["loss"]},
         "optimizer": {"type": "adam", "learningRate": 0.05}, "length": {"updates": 400}, "earlyStopping": {"patience": 20}}
        """;

    public const string Workers = """
        {"seed": 2, "data": {"type": "moons", "n": 12}, "workers": {"type": "ring", "count": 3},
         "layers": [{"type": "dropout", "rate": 0.4}, {"units": 5, "activation": "tanh"}, {"type": "dropout", "rate": 0.4}, {"units": 1, "activation": "sigmoid"}],
         "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 5}}
        """;

    public const string Digits = """
        {"data": {"type": "noise", "n": 64, "shape": [28, 28]},
         "layers": [{"type": "flatten"}, {"units": 128, "activation": "relu"}, {"type": "dropout", "rate": 0.2}, {"units": 10, "activation": "softmax"}],
         "loss": "softmax_ce", "optimizer": {"type": "adam", "learningRate": 0.001}, "batches": 32, "length": {"epochs": 1}}
        """;

    public static string Chain(int layers, int width) =>
        """
        {"data": {"inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]]}, "seed": 5,
         "layers": [LAYERS {"units": 1, "activation": "sigmoid"}],
         "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 50}}
        """.Replace("LAYERS", string.Concat(Enumerable.Repeat("""{"units": WIDTH, "activation": "sigmoid"},""", layers)).Replace("WIDTH", $"{width}"));

    public static string Line(string rate) =>
        """
        {"data": {"inputs": [[1], [2], [3]], "targets": [[2], [4], [6]], "validation": {"inputs": [[1.5]], "targets": [[3.2]]}},
         "layers": [{"units": 1, "initialWeights": [[0]]}], "loss": "mse",
         "optimizer": {"type": "sgd", "learningRate": RATE}, "length": {"updates": 400}}
        """.Replace("RATE", rate);

    private readonly Timeline<float> _timeline;
    private readonly LossHistory _history;

    private Runs(string json)
    {
        var read = ExperimentReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(read.Experiment is not null, string.Join("\n", read.Problems));
        var data = new DataLoader(_ => throw new InvalidOperationException("no files here")).Load(read.Experiment!);
        _timeline = new Timeline<float>(Compiler.Compile<float>(read.Experiment!, data));
        _history = new LossHistory(_timeline);
    }

    public static Runs Of(string json) => new(json);

    public Timeline<float> Timeline => _timeline;

    public RunView View => RunView.Of(_timeline, _history.Record);

    public RunView At(long update)
    {
        _timeline.SeekUpdate(update);
        return View;
    }

    public RunView At(long update, string name)
    {
        Assert.True(_timeline.Seek(update, name), $"{name} is not written in update {update}");
        return View;
    }
}
