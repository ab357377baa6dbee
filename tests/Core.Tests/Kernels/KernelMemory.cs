using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Core.Tests;

/// <summary>Aligned numbers with 16 elements of slack filled with NaN, so that a kernel that uses the slack is found out.</summary>
internal sealed unsafe class Memory<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Slack = 32;

    public Memory(int length, Func<int, T>? value = null)
    {
        Length = length;
        Pointer = (T*)NativeMemory.AlignedAlloc((nuint)(length + Slack) * (nuint)sizeof(T), 64);
        for (int i = 0; i < length + Slack; i++)
            Pointer[i] = i < length && value != null ? value(i) : T.NaN;
    }

    public T* Pointer { get; }

    public int Length { get; }

    public T this[int i] => Pointer[i];

    public T[] ToArray() => new ReadOnlySpan<T>(Pointer, Length).ToArray();

    public void Dispose() => NativeMemory.AlignedFree(Pointer);
}

internal static class SameBits
{
    /// <summary>Bit for bit, all NaN alike; says where the first difference is.</summary>
    public static void Check<T>(string what, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            if (Of(expected[i]) != Of(actual[i]) && !(T.IsNaN(expected[i]) && T.IsNaN(actual[i])))
                Assert.Fail($"{what}: first difference at [{i}] of {expected.Length}: expected {expected[i]} (0x{Of(expected[i]):X}), "
                    + $"got {actual[i]} (0x{Of(actual[i]):X})");
    }

    private static ulong Of<T>(T x)
        where T : unmanaged => Unsafe.SizeOf<T>() == 4 ? Unsafe.BitCast<T, uint>(x) : Unsafe.BitCast<T, ulong>(x);
}

/// <summary>Values for tests: a plain congruential generator, not the one under test.</summary>
internal sealed class Numbers(uint seed)
{
    private uint state = seed;

    public T Next<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        state = state * 1664525 + 1013904223;
        return T.CreateTruncating((state >> 8) / (double)(1 << 24) * 2 - 1) / T.CreateTruncating(1 + state % 7);
    }

    public int Below(int n)
    {
        state = state * 1664525 + 1013904223;
        return (int)((state >> 8) % (uint)n);
    }
}
