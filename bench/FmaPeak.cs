using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bench;

internal static unsafe class FmaPeak
{
    public static double GigaFlops()
    {
        const int steps = 20_000;
        double ns = Measure.Nanoseconds(() => Chains(steps), 4, 25);
        return 24d * 16 * steps / ns;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chains(int steps)
    {
        var x = Vector512.Create(sink[0]); var y = Vector512.Create(sink[1]);
        var a = x; var b = x; var c = x; var d = x; var e = x; var f = x; var g = x; var h = x; var i = x; var j = x; var k = x; var l = x;
        for (int n = 0; n < steps; n++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }
        (a + b + c + d + e + f + g + h + i + j + k + l).Store((float*)Unsafe.AsPointer(ref sink[16]));
    }

    private static readonly float[] sink = GC.AllocateArray<float>(64, pinned: true);
}
