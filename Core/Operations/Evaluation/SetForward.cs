using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// Runs the network over a whole set, dropout off unless masks are asked for, a chunk of samples at a time, and keeps the last layer's logits and outputs of all.
/// The same operations as the training forward pass, on buffers of their own.
/// </summary>
internal sealed class SetForward<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LargestChunk = 256;
    private readonly Rows<T> inputs;
    private readonly Buffer<T> x;
    private readonly ImmutableArray<Operation<T>> operations;
    private readonly RunState chunk = new();

    public SetForward(ProgramBuilder<T> program, string set, SampleTable<T> table, Network<T> network, int? masks = null)
    {
        inputs = table.Inputs;
        var prefix = $"eval.{set}.forward";
        var rows = Math.Min(LargestChunk, inputs.Count);
        x = program.Batched($"{prefix}.x", [rows, .. table.Data.SampleShape]);
        var list = new List<Operation<T>>();
        var value = x;
        foreach (var stage in network.Stages)
        {
            var (output, added) = stage.ForEvaluation(program, prefix, value, rows, masks);
            list.AddRange(added);
            value = output;
        }

        operations = [.. list];
        Mode = masks is null ? "dropout off" : "dropout left on";
        ChunkZ = list.Last(operation => operation is DenseForward<T>).Output;
        ChunkA = value;
        Z = program.Declare($"eval.{set}.z", [inputs.Count, network.Output.Shape[1]], Zone.Scratch);
        A = program.Declare($"eval.{set}.a", [inputs.Count, network.Output.Shape[1]], Zone.Scratch);
        Outputs = network.Dense.Last().Activation.Forward(Z, A);
    }

    /// <summary>[n, outputs]: logits.</summary>
    public Buffer<T> Z { get; }

    /// <summary>[n, outputs]: outputs.</summary>
    public Buffer<T> A { get; }

    /// <summary>How <see cref="A"/> is made of <see cref="Z"/>.</summary>
    public Operation<T> Outputs { get; }

    /// <summary>Whether dropout is on, in words.</summary>
    public string Mode { get; }

    private Buffer<T> ChunkZ { get; }

    private Buffer<T> ChunkA { get; }

    /// <summary>Fills <see cref="Z"/> and <see cref="A"/> for the whole set.</summary>
    public void Run(RunState run)
    {
        (chunk.Workers, chunk.Update) = (run.Workers, run.Update);
        for (var first = 0; first < inputs.Count; first += x.Shape[0])
        {
            Run(first, Math.Min(x.Shape[0], inputs.Count - first));
            Copy(ChunkZ, Z, first);
            Copy(ChunkA, A, first);
        }
    }

    private void Run(int first, int rows)
    {
        (chunk.First, chunk.Rows) = (first, rows);
        inputs.CopyTo(first, x.Stored(rows));
        foreach (var operation in operations) operation.Run(chunk);
    }

    private void Copy(Buffer<T> part, Buffer<T> whole, int first) =>
        part.Stored(chunk.Rows).CopyTo(whole.Stored()[(first * whole.Shape[1])..]);
}
