using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// Runs the network of a program on any inputs with the weights it has now, dropout off: the same operations on buffers of their own.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Predictor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string Prefix = "predict";
    private readonly Buffer<T> x;
    private readonly ImmutableArray<Operation<T>> operations;
    private readonly Arena<T> arena;
    private readonly RunState run = new();

    /// <summary>A predictor that follows the weights of <paramref name="program"/>.</summary>
    /// <param name="program">Whose network.</param>
    /// <param name="rows">Most samples in one call.</param>
    public Predictor(TrainingProgram<T> program, int rows)
        : this(program.Network, program.Data.Train.SampleShape, rows)
    {
    }

    /// <summary>A predictor that follows the weights of <paramref name="network"/>.</summary>
    internal Predictor(Network<T> network, ImmutableArray<int> sampleShape, int rows)
    {
        var builder = new ProgramBuilder<T>();
        var value = x = builder.Batched($"{Prefix}.x", [rows, .. sampleShape]);
        var list = ImmutableArray.CreateBuilder<Operation<T>>();
        foreach (var stage in network.Stages)
        {
            var (output, added) = stage.ForEvaluation(builder, Prefix, value, rows);
            list.AddRange(added);
            value = output;
        }

        operations = list.ToImmutable();
        arena = new Arena<T>(builder.Buffers);
        Names = [.. operations.Select(operation => operation.Output.Name[(Prefix.Length + 1)..])];
    }

    /// <summary>What is computed, in order: layer1.z, layer1.a, ….</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Most samples in one call.</summary>
    public int Rows => x.Shape[0];

    /// <summary>Bytes held.</summary>
    public long Bytes => arena.Bytes;

    /// <summary>Runs the network. Shape of <paramref name="inputs"/>: [rows, width], at most <see cref="Rows"/> rows.</summary>
    /// <returns>The outputs, [rows, outputs].</returns>
    /// <exception cref="ArgumentException">The inputs are not whole samples, or too many.</exception>
    public ReadOnlySpan<T> Run(ReadOnlySpan<T> inputs)
    {
        var width = x.Capacity / x.Shape[0];
        if (inputs.Length % width != 0 || inputs.Length > x.Capacity)
            throw new ArgumentException($"{inputs.Length} input values given, but a sample has {width} and at most {Rows} samples fit. Give whole samples.");
        inputs.CopyTo(x.Stored());
        run.Rows = inputs.Length / width;
        foreach (var operation in operations) operation.Run(run);
        return operations[^1].Output.Stored(run.Rows);
    }

    /// <summary>Values of the last call by name, e.g. layer1.z: [rows, width].</summary>
    /// <exception cref="ArgumentException">No such name.</exception>
    public ReadOnlySpan<T> Values(string name)
    {
        var index = Names.IndexOf(name);
        if (index < 0) throw new ArgumentException($"{name} is not computed by this network. Names: {string.Join(", ", Names)}.");
        return operations[index].Output.Stored(run.Rows);
    }
}
