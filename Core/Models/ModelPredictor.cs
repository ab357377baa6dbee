using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Predicts with a saved model: inputs as people state them, scaled as in training, through the network, and targets scaled back.</summary>
/// <typeparam name="T">The precision the model was saved in.</typeparam>
public sealed class ModelPredictor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Chunk = 256;
    private readonly Predictor<T> predictor;
    private readonly ModelScale scale;

    // The buffers of the network point into it.
    private readonly Arena<T> arena;

    /// <summary>A predictor of a model.</summary>
    /// <param name="model">The file.</param>
    /// <param name="experiment">Its experiment: the structure.</param>
    /// <exception cref="ModelFileException">Structure and numbers do not fit each other.</exception>
    public ModelPredictor(SavedModel model, Experiment experiment)
    {
        if (model.InputShape.IsEmpty) throw new ModelFileException("a file without the shape of its inputs", "a model that sim has saved", "save it with sim run --save");
        InputShape = model.InputShape;
        Width = InputShape.Aggregate(1, (product, size) => checked(product * size));
        var builder = new ProgramBuilder<T>();
        var network = Network<T>.Build(builder, experiment, builder.Batched("x", [1, .. InputShape]));
        arena = new Arena<T>(builder.Buffers);
        foreach (var parameter in network.Dense.SelectMany(layer => layer.Parameters)) model.Write(parameter);
        Outputs = network.Output.Shape[1];
        predictor = new Predictor<T>(network, InputShape, Chunk);
        scale = ModelScale.From(model.File, Width, Outputs);
        Gaps = ModelScale.Gaps(model.File, Width);
    }

    /// <summary>Shape of one sample.</summary>
    public ImmutableArray<int> InputShape { get; }

    /// <summary>What stood for missing inputs in the training, as they are stated [<see cref="Width"/>]; empty where the file does not hold it.</summary>
    public ImmutableArray<double> Gaps { get; }

    /// <summary>Values of one sample.</summary>
    public int Width { get; }

    /// <summary>Outputs.</summary>
    public int Outputs { get; }

    /// <summary>Bytes held.</summary>
    public long Bytes => arena.Bytes + predictor.Bytes;

    /// <summary>The outputs for whole samples, [rows, <see cref="Outputs"/>]. Shape of <paramref name="inputs"/>: [rows, <see cref="Width"/>].</summary>
    public T[] Run(ReadOnlySpan<double> inputs)
    {
        var rows = inputs.Length / Width;
        var outputs = new T[rows * Outputs];
        for (var first = 0; first < rows; first += Chunk)
        {
            var part = inputs.Slice(first * Width, Math.Min(Chunk, rows - first) * Width).ToArray();
            for (var row = 0; row < part.Length && scale.Inputs is { } input; row += Width) input.Apply(part.AsSpan(row, Width));
            predictor.Run(Array.ConvertAll(part, T.CreateTruncating)).CopyTo(outputs.AsSpan(first * Outputs));
        }

        if (scale.Targets is { } target)
            for (var k = 0; k < outputs.Length; k++)
                outputs[k] = T.CreateTruncating(double.CreateTruncating(outputs[k]) * target.Std[k % Outputs] + target.Mean[k % Outputs]);
        return outputs;
    }
}
