using System.Runtime.InteropServices;

namespace Bench;

/// <summary>Aligned memory with slack, as the kernels ask for, filled with a fixed pattern.</summary>
internal sealed unsafe class Block<T> : IDisposable
    where T : unmanaged
{
    public Block(int length, Func<int, T> value)
    {
        Pointer = (T*)NativeMemory.AlignedAlloc((nuint)(length + 64) * (nuint)sizeof(T), 64);
        for (int i = 0; i < length + 64; i++)
            Pointer[i] = i < length ? value(i) : default;
        Length = length;
    }

    public T* Pointer { get; }

    public int Length { get; }

    public void Dispose() => NativeMemory.AlignedFree(Pointer);
}
