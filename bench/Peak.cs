using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Core;

namespace Bench;

/// <summary>This core's ceiling for separate multiplications and additions: 12 independent chains in registers, no memory.</summary>
internal static unsafe class Peak
{
    public static double GigaFlops()
    {
        const int steps = 20_000;
        double width = Math.Max(Widest.Bits / 32, 1);
        double ns = Measure.Nanoseconds(() => Widths(steps), 4, 25);
        return 24d * width * steps / ns;
    }

    /// <summary>One short sample, to be taken between other measurements: the best of many is the peak of the same minutes.</summary>
    public static double Sample()
    {
        const int steps = 20_000;
        long start = Stopwatch.GetTimestamp();
        Widths(steps);
        return 24d * Math.Max(Widest.Bits / 32, 1) * steps / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static void Widths(int steps)
    {
        if (Vector512.IsHardwareAccelerated) Chains<Vec512<float>>(steps);
        else if (Vector256.IsHardwareAccelerated) Chains<Vec256<float>>(steps);
        else if (Vector128.IsHardwareAccelerated) Chains<Vec128<float>>(steps);
        else Chains<Scalar<float>>(steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chains<V>(int steps)
        where V : unmanaged, IVec<V, float>
    {
        V x = V.Create(sink[0]), y = V.Create(sink[1]);
        V a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int n = 0; n < steps; n++)
        {
            a = a * x + y; b = b * x + y; c = c * x + y; d = d * x + y;
            e = e * x + y; f = f * x + y; g = g * x + y; h = h * x + y;
            i = i * x + y; j = j * x + y; k = k * x + y; l = l * x + y;
        }
        V.Store(a + b + c + d + e + f + g + h + i + j + k + l, (float*)Unsafe.AsPointer(ref sink[16]));
    }

    private static readonly float[] sink = GC.AllocateArray<float>(64, pinned: true);
}
