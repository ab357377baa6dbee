using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>A function of one value whose results are summed.</summary>
public static unsafe class Reduce
{
    /// <summary>sums[c] = Σ_r x[r, c], r ascending from 0.</summary>
    public static void ColumnSums<T>(T* x, T* sums, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Columns(new Identity<T>(), x, sums, rows, columns);

    /// <summary>sums[c] = Σ_r f(x[r, c]), r ascending from 0.</summary>
    public static void Columns<F, T>(F f, T* x, T* sums, int rows, int columns)
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns == 1 || !Vector128.IsHardwareAccelerated)
            Columns<Scalar<T>, F, T>(f, x, sums, rows, columns);
        else if (columns <= Vec128<T>.Width || !Vector256.IsHardwareAccelerated)
            Columns<Vec128<T>, F, T>(f, x, sums, rows, columns);
        else if (columns <= Vec256<T>.Width || !Vector512.IsHardwareAccelerated)
            Columns<Vec256<T>, F, T>(f, x, sums, rows, columns);
        else
            Columns<Vec512<T>, F, T>(f, x, sums, rows, columns);
    }

    [MethodImpl(AggressiveOptimization)]
    internal static void Columns<V, F, T>(F f, T* x, T* sums, int rows, int columns)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint c = 0; c < columns; c += V.Width)
        {
            V sum = V.Constant(0);
            T* xr = x + c;
            for (int r = 0; r < rows; r++, xr += columns)
                sum += f.Invoke(V.Load(xr));
            V.Store(sum, sums + c);
        }
    }

    private readonly struct Identity<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => x;
    }
}
