using System.Numerics;

namespace Core;

/// <summary>A table of samples that a run reads from and never writes: [count, width], 64-byte aligned.</summary>
internal sealed unsafe class Rows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] memory;

    /// <summary>A table from values in double precision, rounded once.</summary>
    public Rows(int count, int width, Func<int, double> value)
    {
        (Count, Width) = (count, width);
        var total = checked(count * width);
        memory = GC.AllocateArray<T>(checked(total + 16 + 64 / sizeof(T)), pinned: true);
        fixed (T* first = memory) Pointer = (T*)(((nuint)first + 63) & ~(nuint)63);
        for (var k = 0; k < total; k++) Pointer[k] = T.CreateTruncating(value(k));
    }

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>Values of a sample.</summary>
    public int Width { get; }

    /// <summary>The first value.</summary>
    public T* Pointer { get; }
}
