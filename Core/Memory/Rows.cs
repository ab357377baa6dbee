using System.Numerics;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>A table of samples that a run reads from and never writes: [count, width]; numbers 64-byte aligned, or pixels converted when they are read.</summary>
internal sealed unsafe class Rows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] memory = [];
    private readonly PixelInputs? pixels;
    private readonly T[] levels = [];

    /// <summary>A table from values in double precision, rounded once.</summary>
    public Rows(int count, int width, Func<int, double> value)
    {
        (Count, Width) = (count, width);
        var total = checked(count * width);
        memory = GC.AllocateArray<T>(checked(total + 16 + 64 / sizeof(T)), pinned: true);
        fixed (T* first = memory) Pointer = (T*)(((nuint)first + 63) & ~(nuint)63);
        for (var k = 0; k < total; k++) Pointer[k] = T.CreateTruncating(value(k));
    }

    /// <summary>A table of images kept as bytes.</summary>
    public Rows(PixelInputs pixels, int width) => (Count, Width, this.pixels, levels) = (pixels.Count, width, pixels, PixelInputs.Levels<T>());

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>Values of a sample.</summary>
    public int Width { get; }

    /// <summary>The first value; null where values are made of pixels.</summary>
    public T* Pointer { get; }

    /// <summary>Whether the other table holds the same bits; images only where they are the same ones.</summary>
    public bool IsSame(Rows<T> other) =>
        ReferenceEquals(this, other) || ((Count, Width) == (other.Count, other.Width) && (pixels is null
            ? other.pixels is null && MemoryMarshal.AsBytes(new Span<T>(Pointer, Count * Width)).SequenceEqual(MemoryMarshal.AsBytes(new Span<T>(other.Pointer, Count * Width)))
            : ReferenceEquals(pixels, other.pixels)));

    /// <summary>Copies whole samples from one on, as many as fit into <paramref name="target"/>.</summary>
    public void CopyTo(int first, Span<T> target)
    {
        if (pixels is null)
        {
            new Span<T>(Pointer + (long)first * Width, target.Length).CopyTo(target);
            return;
        }

        for (var row = 0; row * Width < target.Length; row++) Convert(pixels.Pixels(first + row), target.Slice(row * Width, Width));
    }

    private void Convert(ReadOnlySpan<byte> bytes, Span<T> target)
    {
        var table = levels.AsSpan(0, 256);
        for (var k = 0; k < bytes.Length; k++) target[k] = table[bytes[k]];
    }
}
