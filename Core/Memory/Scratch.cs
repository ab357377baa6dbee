using System.Numerics;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>A few aligned values outside any program, with the slack that kernels need.</summary>
internal sealed unsafe class Scratch<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A copy of <paramref name="values"/>.</summary>
    public Scratch(ReadOnlySpan<T> values)
        : this(values.Length) => values.CopyTo(new Span<T>(Pointer, values.Length));

    /// <summary>Zeros.</summary>
    public Scratch(int length)
    {
        var bytes = (nuint)(((long)length + 31) / 16 * 16 * sizeof(T));
        Pointer = (T*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(Pointer, bytes);
    }

    /// <summary>The first value, on a 64-byte boundary.</summary>
    public T* Pointer { get; }

    /// <summary>The first <paramref name="length"/> values.</summary>
    public T[] ToArray(int length) => new Span<T>(Pointer, length).ToArray();

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.AlignedFree(Pointer);
}
