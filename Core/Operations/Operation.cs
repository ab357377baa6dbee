using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// One step of an update: reads buffers, writes one buffer, and can say how any element of it was made.
/// Compiled once against its buffers; running it allocates nothing.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Operation<T>(Phase phase, string rule, Buffer<T> output, params ImmutableArray<Buffer<T>> inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The part of the update it belongs to.</summary>
    public Phase Phase { get; } = phase;

    /// <summary>The rule in symbols for the whole buffer, e.g. <c>z = W·x + b</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>The buffer it writes; its name is the name of the step.</summary>
    public Buffer<T> Output { get; } = output;

    /// <summary>The buffers it reads, its own output among them when it updates in place.</summary>
    public ImmutableArray<Buffer<T>> Inputs { get; } = inputs;

    /// <summary>A remark the rule alone does not tell, e.g. why a step of other networks is missing here.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether nothing later depends on it: fast training leaves it out.</summary>
    public bool IsObservation { get; internal set; }

    /// <summary>Whether it is plumbing that no step and no trace shows.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it takes part in the update that <paramref name="run"/> is in.</summary>
    public virtual bool IsActive(RunState run) => true;

    /// <summary>Whether several threads can share its work on a batch of so many samples.</summary>
    internal virtual bool CanShare(int rows) => false;

    /// <summary>Reads the inputs and writes the output.</summary>
    public abstract void Run(RunState run);

    /// <summary>How the element at <paramref name="index"/> (as shown) of the output is made from <paramref name="operands"/>.</summary>
    /// <param name="index">The element, as shown, counted from 0.</param>
    /// <param name="operands">The values that the operation reads.</param>
    /// <param name="run">Where the program was when it ran.</param>
    public abstract Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run);
}
