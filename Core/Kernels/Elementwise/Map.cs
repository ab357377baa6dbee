using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// Elementwise kernels: y[i] = f(x[i]) for i in 0…n−1, in the widest registers of this machine.
/// The two streams may be the same (in place) but not overlap otherwise, and each owns the memory up to the next multiple of 16 elements: the last register is whole.
/// </summary>
// A few numbers take a narrow register: its division is faster. The loops must not be inlined: in a large caller the JIT's
// inlining budget would leave every register operation a call.
public static unsafe class Map
{
    /// <summary>y ← f(x)</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Unary<F, T>(F f, T* x, T* y, int n)
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && n > Vec256<T>.Width)
            Unary<Vec512<T>, F, T>(f, x, y, n);
        else if (Vector256.IsHardwareAccelerated && n > Vec128<T>.Width)
            Unary<Vec256<T>, F, T>(f, x, y, n);
        else if (Vector128.IsHardwareAccelerated)
            Unary<Vec128<T>, F, T>(f, x, y, n);
        else
            Unary<Scalar<T>, F, T>(f, x, y, n);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Unary<V, F, T>(F f, T* x, T* y, int n)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n; i += V.Width)
            V.Store(f.Invoke(V.Load(x + i)), y + i);
    }
}
