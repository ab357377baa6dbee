using System.Numerics;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>Writes one sample of a table.</summary>
internal delegate void RowReader<T>(int row, Span<T> target);

/// <summary>A table of samples that a run reads from and never writes: [count, width]; numbers 64-byte aligned, or made when they are read.</summary>
internal sealed unsafe class Rows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] memory = [];
    private readonly RowReader<T>? reader;
    private readonly object? source;

    /// <summary>A table from values in double precision, rounded once.</summary>
    public Rows(int count, int width, Func<int, double> value)
    {
        (Count, Width) = (count, width);
        var total = checked(count * width);
        memory = GC.AllocateArray<T>(checked(total + 16 + 64 / sizeof(T)), pinned: true);
        fixed (T* first = memory) Pointer = (T*)(((nuint)first + 63) & ~(nuint)63);
        for (var k = 0; k < total; k++) Pointer[k] = T.CreateTruncating(value(k));
    }

    /// <summary>A table whose samples are made of <paramref name="source"/> when they are asked for, by any thread.</summary>
    public Rows(int count, int width, object source, RowReader<T> reader) => (Count, Width, this.source, this.reader) = (count, width, source, reader);

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>Values of a sample.</summary>
    public int Width { get; }

    /// <summary>The first value; null where values are made when they are asked for.</summary>
    public T* Pointer { get; }

    /// <summary>Whether the other table holds the same bits; samples that are made only where they are made of the same.</summary>
    public bool IsSame(Rows<T> other) =>
        ReferenceEquals(this, other) || ((Count, Width) == (other.Count, other.Width) && (source is null
            ? other.source is null && MemoryMarshal.AsBytes(new Span<T>(Pointer, Count * Width)).SequenceEqual(MemoryMarshal.AsBytes(new Span<T>(other.Pointer, Count * Width)))
            : ReferenceEquals(source, other.source)));

    /// <summary>Copies whole samples from one on, as many as fit into <paramref name="target"/>.</summary>
    public void CopyTo(int first, Span<T> target)
    {
        if (reader is null)
        {
            new Span<T>(Pointer + (long)first * Width, target.Length).CopyTo(target);
            return;
        }

        for (var row = 0; row * Width < target.Length; row++) reader(first + row, target.Slice(row * Width, Width));
    }
}
