using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// A stable 64-bit fingerprint of numbers' bits: equal exactly when (but for a chance of 2⁻⁶⁴) every bit is. All NaN count as
/// one, because processors differ in a NaN's sign and payload; 0 and −0 differ. Four lanes of multiply-xor, element i in lane i mod 4.
/// </summary>
public static class BitHash
{
    private const ulong Prime = 0x9FB2_1C65_1E98_DF25;

    /// <summary>Fingerprint of the values in their order, and of how many there are.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static ulong Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong a = 1, b = 2, c = 3, d = 4;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            a = Step(a, Canonical(values[i]));
            b = Step(b, Canonical(values[i + 1]));
            c = Step(c, Canonical(values[i + 2]));
            d = Step(d, Canonical(values[i + 3]));
        }
        for (; i < values.Length; i++)
            (a, b, c, d) = (b, c, d, Step(a, Canonical(values[i])));
        return Combine(Combine(Combine(Combine((ulong)values.Length, a), b), c), d);
    }

    /// <summary>One fingerprint of two, in this order.</summary>
    public static ulong Combine(ulong first, ulong second) =>
        CounterRandom.Mix(CounterRandom.Mix(first + CounterRandom.Golden) ^ second);

    [MethodImpl(AggressiveInlining)]
    private static ulong Step(ulong hash, ulong bits)
    {
        hash = (hash ^ bits) * Prime;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(AggressiveInlining)]
    private static ulong Canonical<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float)
            ? T.IsNaN(value) ? 0x7FC0_0000u : Unsafe.BitCast<T, uint>(value)
            : T.IsNaN(value) ? 0x7FF8_0000_0000_0000u : Unsafe.BitCast<T, ulong>(value);
}
