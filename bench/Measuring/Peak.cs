using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Core;

namespace Bench;

/// <summary>This core's ceiling for separate multiplications and additions: 12 independent chains in registers, no memory.</summary>
internal static unsafe class Peak
{
    private const int Steps = 20_000;
    private const double PerStep = 24;

    /// <summary>Multiplications and additions of <see cref="Widest"/>.</summary>
    public static double Operations => PerStep * Steps * Lanes;

    /// <summary>Multiplications and additions of <see cref="Single"/>.</summary>
    public static double SingleOperations => PerStep * Steps;

    private static int Lanes => Math.Max(Core.Widest.Bits / 32, 1);

    /// <summary>Billions of operations a second in one short sample, to be taken between other measurements: the best of many is the peak of the same minutes.</summary>
    public static double Sample()
    {
        long start = Stopwatch.GetTimestamp();
        Widest();
        return Operations / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>The best of a few samples.</summary>
    public static double Now() => Enumerable.Range(0, 30).Max(_ => Sample());

    /// <summary>The chains in the widest registers.</summary>
    public static void Widest()
    {
        if (Vector512.IsHardwareAccelerated) Chains<Vec512<float>>();
        else if (Vector256.IsHardwareAccelerated) Chains<Vec256<float>>();
        else if (Vector128.IsHardwareAccelerated) Chains<Vec128<float>>();
        else Chains<Scalar<float>>();
    }

    /// <summary>The chains of single numbers.</summary>
    public static void Single() => Chains<Scalar<float>>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chains<V>()
        where V : unmanaged, IVec<V, float>
    {
        V x = V.Create(sink[0]), y = V.Create(sink[1]);
        V a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int n = 0; n < Steps; n++)
        {
            a = a * x + y; b = b * x + y; c = c * x + y; d = d * x + y;
            e = e * x + y; f = f * x + y; g = g * x + y; h = h * x + y;
            i = i * x + y; j = j * x + y; k = k * x + y; l = l * x + y;
        }
        V.Store(a + b + c + d + e + f + g + h + i + j + k + l, (float*)Unsafe.AsPointer(ref sink[16]));
    }

    private static readonly float[] sink = GC.AllocateArray<float>(64, pinned: true);
}
