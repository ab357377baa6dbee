using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>The value names of a run, as its program has them.</summary>
internal sealed class RunNames : IRunNames
{
    private readonly Dictionary<string, ImmutableArray<int>> shapes = [];
    private readonly List<string> names = [];
    private readonly HashSet<string> parameters;
    private readonly RunSource source;

    public RunNames(RunSource source, TrainingProgram<float> program)
    {
        this.source = source;
        var steady = HasEqualBatches(program);
        parameters = [.. program.Parameters.Select(parameter => parameter.Name)];
        foreach (var buffer in program.Operations.Where(operation => !operation.IsHidden).Select(operation => operation.Output).Concat(program.Parameters))
            if (shapes.TryAdd(buffer.Name, buffer.IsBatched && !steady ? buffer.Shape.SetItem(0, -1) : buffer.Shape)) names.Add(buffer.Name);
        Layers = [.. Enumerable.Range(1, source.Experiment.Layers.OfType<DenseSettings>().Count()).Select(number => $"layer{number}")];
    }

    public IEnumerable<string> Names => names.Concat(source.Facts.Names);

    public IEnumerable<string> Layers { get; }

    public IEnumerable<string> Variants => source.Family.Variants;

    public bool TryShape(string name, out ImmutableArray<int> shape) => shapes.TryGetValue(name, out shape) || source.Facts.TryShape(name, out shape);

    /// <summary>Whether a step writes it, or it is a weight or bias.</summary>
    public bool IsWritten(string name) => shapes.ContainsKey(name);

    public IRunNames? Variant(string name) => source.Family.Source(name)?.Names;

    /// <summary>Whether a value exists at every moment: weights and biases.</summary>
    public bool IsParameter(string name) => parameters.Contains(name);

    private static bool HasEqualBatches(TrainingProgram<float> program) => program.Experiment.Batches switch
    {
        MiniBatchSettings { Size: null } => true,
        MiniBatchSettings mini => !mini.Stratified && (mini.Size >= program.Data.Train.Rows || program.Data.Train.Rows % mini.Size == 0),
        GivenBatchSettings given => given.Updates.All(batch => batch.Samples.Count == given.Updates[0].Samples.Count),
        _ => false,
    };
}
