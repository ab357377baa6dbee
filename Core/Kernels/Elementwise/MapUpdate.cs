using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

// In-place updates, for optimizers: streams a, b, … change by the gradient stream g, which is only read.
public static unsafe partial class Map
{
    /// <summary>f(g, ref a) element by element</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Update1<F, T>(F f, T* g, T* a, int n)
        where F : struct, IUpdate1<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && n > Vec256<T>.Width)
            Update1<Vec512<T>, F, T>(f, g, a, n);
        else if (Vector256.IsHardwareAccelerated && n > Vec128<T>.Width)
            Update1<Vec256<T>, F, T>(f, g, a, n);
        else if (Vector128.IsHardwareAccelerated)
            Update1<Vec128<T>, F, T>(f, g, a, n);
        else
            Update1<Scalar<T>, F, T>(f, g, a, n);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Update1<V, F, T>(F f, T* g, T* a, int n)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUpdate1<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n; i += V.Width)
        {
            V va = V.Load(a + i);
            f.Invoke(V.Load(g + i), ref va);
            V.Store(va, a + i);
        }
    }

    /// <summary>f(g, ref a, ref b) element by element</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Update2<F, T>(F f, T* g, T* a, T* b, int n)
        where F : struct, IUpdate2<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && n > Vec256<T>.Width)
            Update2<Vec512<T>, F, T>(f, g, a, b, n);
        else if (Vector256.IsHardwareAccelerated && n > Vec128<T>.Width)
            Update2<Vec256<T>, F, T>(f, g, a, b, n);
        else if (Vector128.IsHardwareAccelerated)
            Update2<Vec128<T>, F, T>(f, g, a, b, n);
        else
            Update2<Scalar<T>, F, T>(f, g, a, b, n);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Update2<V, F, T>(F f, T* g, T* a, T* b, int n)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUpdate2<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n; i += V.Width)
        {
            V va = V.Load(a + i), vb = V.Load(b + i);
            f.Invoke(V.Load(g + i), ref va, ref vb);
            V.Store(va, a + i);
            V.Store(vb, b + i);
        }
    }

    /// <summary>f(g, ref a, ref b, ref c) element by element</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Update3<F, T>(F f, T* g, T* a, T* b, T* c, int n)
        where F : struct, IUpdate3<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && n > Vec256<T>.Width)
            Update3<Vec512<T>, F, T>(f, g, a, b, c, n);
        else if (Vector256.IsHardwareAccelerated && n > Vec128<T>.Width)
            Update3<Vec256<T>, F, T>(f, g, a, b, c, n);
        else if (Vector128.IsHardwareAccelerated)
            Update3<Vec128<T>, F, T>(f, g, a, b, c, n);
        else
            Update3<Scalar<T>, F, T>(f, g, a, b, c, n);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Update3<V, F, T>(F f, T* g, T* a, T* b, T* c, int n)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUpdate3<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n; i += V.Width)
        {
            V va = V.Load(a + i), vb = V.Load(b + i), vc = V.Load(c + i);
            f.Invoke(V.Load(g + i), ref va, ref vb, ref vc);
            V.Store(va, a + i);
            V.Store(vb, b + i);
            V.Store(vc, c + i);
        }
    }

    /// <summary>f(g, ref a, ref b, ref c, ref d) element by element</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Update4<F, T>(F f, T* g, T* a, T* b, T* c, T* d, int n)
        where F : struct, IUpdate4<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && n > Vec256<T>.Width)
            Update4<Vec512<T>, F, T>(f, g, a, b, c, d, n);
        else if (Vector256.IsHardwareAccelerated && n > Vec128<T>.Width)
            Update4<Vec256<T>, F, T>(f, g, a, b, c, d, n);
        else if (Vector128.IsHardwareAccelerated)
            Update4<Vec128<T>, F, T>(f, g, a, b, c, d, n);
        else
            Update4<Scalar<T>, F, T>(f, g, a, b, c, d, n);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Update4<V, F, T>(F f, T* g, T* a, T* b, T* c, T* d, int n)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUpdate4<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n; i += V.Width)
        {
            V va = V.Load(a + i), vb = V.Load(b + i), vc = V.Load(c + i), vd = V.Load(d + i);
            f.Invoke(V.Load(g + i), ref va, ref vb, ref vc, ref vd);
            V.Store(va, a + i);
            V.Store(vb, b + i);
            V.Store(vc, c + i);
            V.Store(vd, d + i);
        }
    }
}
