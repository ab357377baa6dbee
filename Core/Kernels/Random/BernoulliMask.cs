using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// Masks of 1 (keep) and 0 (drop). Element i compares 32 bits, half i mod 2 of draw i/2, with keep·2³²: the same mask in single
/// and double precision and in every register width.
/// </summary>
public static unsafe class BernoulliMask
{
    /// <summary>mask[i] ← 1 with probability <paramref name="keep"/>, else 0. Writes up to the next multiple of 16 elements.</summary>
    public static void Fill<T>(CounterRandom random, double keep, T* mask, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong threshold = (ulong)(Math.Clamp(keep, 0, 1) * 4294967296d);
        if (typeof(T) == typeof(float) && threshold <= uint.MaxValue && Vector512.IsHardwareAccelerated)
            Fill512(random, (uint)threshold, (float*)mask, n);
        else if (typeof(T) == typeof(float) && threshold <= uint.MaxValue && Vector256.IsHardwareAccelerated)
            Fill256(random, (uint)threshold, (float*)mask, n);
        else
            FillScalar(random, threshold, mask, n);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void FillScalar<T>(CounterRandom random, ulong threshold, T* mask, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n; i += 2)
        {
            ulong bits = random.Bits(i >> 1);
            mask[i] = (uint)bits < threshold ? T.One : T.Zero;
            mask[i + 1] = (bits >> 32) < threshold ? T.One : T.Zero;
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Fill512(CounterRandom random, uint threshold, float* mask, int n)
    {
        Vector512<ulong> counter = Vector512.Create(random.Key) + Vector512<ulong>.Indices * CounterRandom.Golden;
        Vector512<ulong> step = Vector512.Create(unchecked(8 * CounterRandom.Golden));
        Vector512<uint> limit = Vector512.Create(threshold);
        for (nint i = 0; i < n; i += 16, counter += step)
        {
            Vector512<ulong> x = (counter ^ (counter >>> 30)) * 0xBF58_476D_1CE4_E5B9;
            x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EB;
            x ^= x >>> 31;
            Vector512<float> keep = Vector512.LessThan(x.AsUInt32(), limit).AsSingle();
            (keep & Vector512<float>.One).Store(mask + i);
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Fill256(CounterRandom random, uint threshold, float* mask, int n)
    {
        Vector256<ulong> counter = Vector256.Create(random.Key) + Vector256<ulong>.Indices * CounterRandom.Golden;
        Vector256<ulong> step = Vector256.Create(unchecked(4 * CounterRandom.Golden));
        Vector256<uint> limit = Vector256.Create(threshold);
        for (nint i = 0; i < n; i += 8, counter += step)
        {
            Vector256<ulong> x = (counter ^ (counter >>> 30)) * 0xBF58_476D_1CE4_E5B9;
            x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EB;
            x ^= x >>> 31;
            Vector256<float> keep = Vector256.LessThan(x.AsUInt32(), limit).AsSingle();
            (keep & Vector256<float>.One).Store(mask + i);
        }
    }
}
