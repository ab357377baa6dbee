using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// One operation that has just run, with everything needed to draw and explain it: what it read, as it was, and what it wrote.
/// Nothing else has to be looked at.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Step<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Operation<T> operation;
    private readonly RunState run;
    private readonly CapturedOperands<T> operands;

    internal Step(Operation<T> operation, RunState run, int number, ImmutableArray<Tensor<T>> inputs)
    {
        (this.operation, this.run, Number, Inputs) = (operation, run.Copy(), number, inputs);
        Output = Tensor<T>.Of(operation.Output, run.Rows);
        operands = new CapturedOperands<T>(inputs, Output);
    }

    /// <summary>The update, counted from 1.</summary>
    public long Update => run.Update;

    /// <summary>The epoch, counted from 1.</summary>
    public int Epoch => run.Epoch;

    /// <summary>Samples in the batch.</summary>
    public int Rows => run.Rows;

    /// <summary>Place in the update, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The part of the update.</summary>
    public Phase Phase => operation.Phase;

    /// <summary>Name of the buffer written.</summary>
    public string Name => operation.Output.Name;

    /// <summary>The rule in symbols for the whole buffer.</summary>
    public string Rule => operation.Rule;

    /// <summary>What the rule does not tell.</summary>
    public string? Remark => operation.Remark;

    /// <summary>What it read, as it was before.</summary>
    public ImmutableArray<Tensor<T>> Inputs { get; }

    /// <summary>What it wrote.</summary>
    public Tensor<T> Output { get; }

    /// <summary>How the element of the output at <paramref name="index"/> was made.</summary>
    /// <exception cref="ArgumentException">The index does not fit the output's shape.</exception>
    public Formula<T> Explain(params ReadOnlySpan<int> index)
    {
        Output.Offset(index);
        return operation.Explain(index, operands, run);
    }

    /// <summary>Runs <paramref name="operation"/> and keeps what it read and wrote.</summary>
    internal static Step<T> Run(Operation<T> operation, RunState run, int number)
    {
        ImmutableArray<Tensor<T>> inputs = [.. operation.Inputs.Distinct().Select(buffer => Tensor<T>.Of(buffer, run.Rows))];
        operation.Run(run);
        return new Step<T>(operation, run, number, inputs);
    }
}

/// <summary>The values a step has kept; a buffer that it wrote in place counts as it was before.</summary>
internal sealed class CapturedOperands<T>(ImmutableArray<Tensor<T>> inputs, Tensor<T> output) : Operands<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override T Value(Buffer<T> buffer, int offset)
    {
        var tensor = inputs.FirstOrDefault(input => input.Name == buffer.Name) ?? (output.Name == buffer.Name ? output : null);
        if (tensor is null) return base.Value(buffer, offset);
        if (!buffer.IsTransposed) return tensor.Values[offset];
        var (column, row) = (offset / buffer.Shape[0], offset % buffer.Shape[0]);
        return tensor.Values[row * buffer.Shape[1] + column];
    }
}
