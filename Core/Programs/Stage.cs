using System.Numerics;

namespace Core;

/// <summary>One layer of a compiled network: its way forward, and its way back.</summary>
internal abstract class Stage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>[batch, …] what it is given.</summary>
    public required Buffer<T> Input { get; init; }

    /// <summary>[batch, …] what it passes on.</summary>
    public abstract Buffer<T> Output { get; }

    /// <summary>The name of the gradient with respect to its output.</summary>
    public abstract string OutputGradientName { get; }

    /// <summary>Whether updates change something in it.</summary>
    public virtual bool IsTrainable => false;

    /// <summary>Adds the operations from its input to its output.</summary>
    public abstract void AddForward(ProgramBuilder<T> program);

    /// <summary>The operations from its input to its output, on other buffers: what evaluation runs. Dropout is off unless masks are asked for.</summary>
    /// <param name="program">Where buffers are declared.</param>
    /// <param name="prefix">Name prefix of those buffers.</param>
    /// <param name="input">[rows, …]</param>
    /// <param name="rows">Samples of a chunk.</param>
    /// <param name="masks">Stream of the masks where dropout stays on; null: it is off.</param>
    public abstract (Buffer<T> Output, IEnumerable<Operation<T>> Operations) ForEvaluation(
        ProgramBuilder<T> program, string prefix, Buffer<T> input, int rows, int? masks = null);
}
