using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Core;

/// <summary>
/// The loop of every elementwise operation. Reads and writes whole registers: buffers own the slack past their last element.
/// </summary>
internal static unsafe class Elementwise
{
    /// <summary>
    /// output[i] = map(a[i], b[i], c[i], d[i], e[i]) for the first <paramref name="count"/> elements, in the widest registers that are not mostly empty:
    /// reading a register wider than what was written just before has to wait for memory.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, TMap>(TMap map, int count, T* a, T* b, T* c, T* d, T* e, T* output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TMap : struct, IMap<T>
    {
        if (count == 1 || !Vector128.IsHardwareAccelerated) Run<Scalar<T>, T, TMap>(map, count, a, b, c, d, e, output);
        else if (count <= Vec128<T>.Width || !Vector256.IsHardwareAccelerated) Run<Vec128<T>, T, TMap>(map, count, a, b, c, d, e, output);
        else if (count <= Vec256<T>.Width || !Vector512.IsHardwareAccelerated) Run<Vec256<T>, T, TMap>(map, count, a, b, c, d, e, output);
        else Run<Vec512<T>, T, TMap>(map, count, a, b, c, d, e, output);
    }

    // Not inlined: in a large caller the JIT's inlining budget would leave every register operation a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<V, T, TMap>(TMap map, int count, T* a, T* b, T* c, T* d, T* e, T* output)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TMap : struct, IMap<T>
    {
        V first = default, second = default, third = default, fourth = default, fifth = default;
        if ((TMap.Scalars & 1) != 0) first = V.Create(*a);
        if ((TMap.Scalars & 2) != 0) second = V.Create(*b);
        if ((TMap.Scalars & 4) != 0) third = V.Create(*c);
        if ((TMap.Scalars & 8) != 0) fourth = V.Create(*d);
        if ((TMap.Scalars & 16) != 0) fifth = V.Create(*e);
        for (nint i = 0; i < count; i += V.Width)
        {
            if ((TMap.Scalars & 1) == 0) first = V.Load(a + i);
            if (TMap.Arity > 1 && (TMap.Scalars & 2) == 0) second = V.Load(b + i);
            if (TMap.Arity > 2 && (TMap.Scalars & 4) == 0) third = V.Load(c + i);
            if (TMap.Arity > 3 && (TMap.Scalars & 8) == 0) fourth = V.Load(d + i);
            if (TMap.Arity > 4 && (TMap.Scalars & 16) == 0) fifth = V.Load(e + i);
            V.Store(map.Apply(first, second, third, fourth, fifth), output + i);
        }
    }
}
