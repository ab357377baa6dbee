using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>
/// Values of a run that no step writes: its samples, its sizes, what the network with the weights of a moment says about every sample of a set, and the
/// objective and gradient over all training samples.
/// </summary>
internal sealed class RunFacts
{
    // An expression that reads all pixels of a large set would hold gigabytes.
    private const long MostValues = 10_000_000;

    private readonly RunSource source;
    private readonly Dictionary<string, ImmutableArray<int>> shapes = [];
    private readonly Dictionary<string, Func<TrainingProgram<float>, Tensor>> readers = [];
    private readonly AllTrainingSamples full;

    public RunFacts(RunSource source, TrainingProgram<float> program)
    {
        this.source = source;
        full = new(program);
        Add("parameters", program.Parameters.Sum(parameter => parameter.Capacity));
        Add("samples", source.Data.Train.Rows);
        Add("batches", program.BatchesPerEpoch);
        Add("full_loss", [], now => Tensor.Of(full.At(now).Loss));
        Add("full_grad_norm", [], now => Tensor.Of(full.At(now).Norm));
        foreach (var parameter in full.Parameters(program))
            Add($"full_grad.{parameter.Name}", [.. parameter.Shape], now => new([.. parameter.Shape], full.At(now).Parts[parameter.Name]));
        foreach (var (name, data) in source.Data.Sets) AddSet(name, data);
    }

    public IEnumerable<string> Names => shapes.Keys;

    public bool TryShape(string name, out ImmutableArray<int> shape) => shapes.TryGetValue(name, out shape);

    /// <summary>The value with the weights that a program has now; null if there is no such fact.</summary>
    public Tensor? Read(string name, TrainingProgram<float> program) => readers.TryGetValue(name, out var read) ? read(program) : null;

    private void AddSet(string name, DataSet data)
    {
        var outputs = source.Experiment.Layers.OfType<DenseSettings>().Last().Units;
        var (inputs, targets) = (new Lazy<Tensor>(() => Samples.Inputs(data)), new Lazy<Tensor>(() => Samples.Targets(data, outputs)));
        foreach (var known in (long)data.Rows * data.Width > MostValues ? [] : name == "train" ? new[] { "data", "data.train" } : [$"data.{name}"])
        {
            Add($"{known}.x", [data.Rows, data.Width], _ => inputs.Value);
            Add($"{known}.y", [data.Rows, outputs], _ => targets.Value);
        }
        var said = new SetOutputs(data);
        foreach (var (value, width) in SetOutputs.Values(source.Experiment))
            if ((long)data.Rows * width <= MostValues) Add($"{name}.{value}", [data.Rows, width], now => said.Of(now, value));
        Add($"{name}.a", [data.Rows, outputs], now => said.Of(now, null));
    }

    private void Add(string name, double value) => Add(name, [], _ => Tensor.Of(value));

    private void Add(string name, ImmutableArray<int> shape, Func<TrainingProgram<float>, Tensor> read)
    {
        shapes[name] = shape;
        readers[name] = read;
    }
}
