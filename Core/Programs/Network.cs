using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>The compiled layers of a program, from the input to the output.</summary>
internal sealed record Network<T>(ImmutableArray<Stage<T>> Stages)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>[batch, outputs]</summary>
    public Buffer<T> Output => Stages[^1].Output;

    /// <summary>Dense layers from the input to the output.</summary>
    public IEnumerable<DenseStage<T>> Dense => Stages.OfType<DenseStage<T>>();

    /// <summary>Weights and biases that updates change, layer by layer.</summary>
    public IEnumerable<Buffer<T>> Trainable => Dense.Where(layer => layer.IsTrainable).SelectMany(layer => layer.Parameters);

    /// <summary>Declares the buffers of every layer and chains them.</summary>
    /// <param name="program">Where buffers are declared.</param>
    /// <param name="experiment">The layers.</param>
    /// <param name="x">[batch, …] the inputs.</param>
    public static Network<T> Build(ProgramBuilder<T> program, Experiment experiment, Buffer<T> x)
    {
        var stages = ImmutableArray.CreateBuilder<Stage<T>>();
        int dense = 0, dropout = 0, flatten = 0;
        foreach (var settings in experiment.Layers)
        {
            var input = stages.Count == 0 ? x : stages[^1].Output;
            stages.Add(settings switch
            {
                DenseSettings s => new DenseStage<T>(program, ++dense, s, input.Capacity / x.Shape[0], x.Shape[0]) { Input = input },
                DropoutSettings s => new DropoutStage<T>(program, ++dropout, s, experiment.Seed, input.Shape) { Input = input },
                FlattenSettings => new FlattenStage<T>(program, ++flatten, input.Capacity / x.Shape[0], x.Shape[0]) { Input = input },
                _ => throw new ArgumentOutOfRangeException(nameof(experiment), settings, "No such layer."),
            });
        }

        return new Network<T>(stages.ToImmutable());
    }
}
