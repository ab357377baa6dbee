using System.Numerics;

namespace Core;

/// <summary>The values an operation reads: the buffers as they are, or as they were when a step was captured.</summary>
public class Operands<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The value at a place in storage.</summary>
    internal virtual T Value(Buffer<T> buffer, int offset) => buffer.Stored()[offset];

    /// <summary>The element of <paramref name="buffer"/> at <paramref name="index"/> as shown, as a leaf of a formula.</summary>
    public Formula<T> At(Buffer<T> buffer, params ReadOnlySpan<int> index)
    {
        if (buffer.Whole is { } whole) return At(whole, [index[0] + buffer.FirstRow, .. index[1..]]);
        return new Formula<T>.Operand(buffer.Name, [.. index], Value(buffer, buffer.Offset(index)));
    }

    /// <summary>The same as a symbol that kernel code can run on.</summary>
    internal Symbol<T> Symbol(Buffer<T> buffer, params ReadOnlySpan<int> index) => new(At(buffer, index));
}
