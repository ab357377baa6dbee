using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>What random numbers are drawn for: streams of different purposes are independent.</summary>
public enum RandomPurpose : uint
{
    /// <summary>Start weights; stream = layer.</summary>
    Weights = 1,

    /// <summary>The order of the samples; update = epoch.</summary>
    Shuffle = 2,

    /// <summary>Dropout masks; stream = layer.</summary>
    Dropout = 3,

    /// <summary>Generated data.</summary>
    Data = 4,

    /// <summary>Division into training, validation and test rows.</summary>
    Split = 5,

    /// <summary>Jitter and shifts of the inputs.</summary>
    Augment = 6,

    /// <summary>Samples shown or measured on the side.</summary>
    Sample = 7,

    /// <summary>Dropout masks of evaluations where dropout is left on; stream = set, layer and first sample.</summary>
    EvaluationDropout = 8,
}

/// <summary>
/// Random numbers without state: number <c>index</c> of the stream (seed, purpose, update, stream) is a pure function, so that
/// any moment of a run can be entered directly. SplitMix64 (Steele, Lea, Flood 2014) from a hashed start.
/// </summary>
public readonly struct CounterRandom(ulong seed, RandomPurpose purpose, long update = 0, long stream = 0)
{
    internal const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Where the stream starts in SplitMix64's counter.</summary>
    internal ulong Key { get; } =
        Mix(Mix(Mix(Mix(seed + Golden) + (uint)purpose * Golden) + (ulong)update * Golden) + (ulong)stream * Golden);

    /// <summary>64 random bits.</summary>
    [MethodImpl(AggressiveInlining)]
    public ulong Bits(long index) => Mix(Key + (ulong)index * Golden);

    /// <summary>Uniform in [0, 1): 24 random bits in single, 53 in double, so that every value is exact.</summary>
    public T Uniform<T>(long index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>((int)(Bits(index) >> 40) * (1f / (1 << 24)))
            : Unsafe.BitCast<double, T>((long)(Bits(index) >> 11) * (1d / (1L << 53)));

    /// <summary>Standard normal by Box and Muller, √(−2·ln u)·cos(2π·v) in double precision, then rounded; uses draws 2·index and 2·index + 1.</summary>
    public T Normal<T>(long index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double u = ((long)(Bits(2 * index) >> 11) + 1) * (1d / (1L << 53));
        double angle = 2 * Math.PI * Uniform<double>(2 * index + 1);
        return T.CreateTruncating(Math.Sqrt(-2 * ScalarMath<double>.Log(u)) * ScalarMath<double>.Cos(angle));
    }

    /// <summary>Uniform in 0…count−1 by multiplication (Lemire 2019); its bias is below count/2⁶⁴.</summary>
    [MethodImpl(AggressiveInlining)]
    public int Below(int count, long index) => (int)Math.BigMul(Bits(index), (ulong)(uint)count, out _);

    /// <summary>Fills <paramref name="order"/> with a permutation of 0…n−1 (Fisher and Yates, from the end).</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public void Permutation(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1, i);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    /// <summary>The finalizer of SplitMix64 (Stafford's variant 13).</summary>
    [MethodImpl(AggressiveInlining)]
    internal static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
        return x ^ (x >> 31);
    }
}
