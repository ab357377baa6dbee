using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// Sums over a row-major matrix [rows, columns]. A column is one chain from 0 over ascending rows; a whole matrix is then one
/// chain from 0 over ascending columns. <c>columnScratch</c> holds the column sums and the slack.
/// </summary>
public static unsafe class Reduce
{
    /// <summary>sums[c] = Σ_r x[r, c]</summary>
    public static void ColumnSums<T>(T* x, T* sums, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Columns(new Operators.Identity<T>(), x, sums, rows, columns);

    /// <summary>Σ_c Σ_r x[r, c]</summary>
    public static T Sum<T>(T* x, T* columnScratch, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Total(new Operators.Identity<T>(), x, columnScratch, rows, columns);

    /// <summary>Σ_c Σ_r x[r, c]²</summary>
    public static T SumOfSquares<T>(T* x, T* columnScratch, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Total(new Operators.Square<T>(), x, columnScratch, rows, columns);

    /// <summary>Σ_c Σ_r |x[r, c]|</summary>
    public static T AbsoluteSum<T>(T* x, T* columnScratch, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Total(new Operators.Magnitude<T>(), x, columnScratch, rows, columns);

    /// <summary>Σ_c Σ_r f(x[r, c])</summary>
    public static T Total<F, T>(F f, T* x, T* columnScratch, int rows, int columns)
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Columns(f, x, columnScratch, rows, columns);
        return Chain(columnScratch, columns);
    }

    /// <summary>((0 + x[0]) + x[1]) + …</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static T Chain<T>(T* x, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (nint i = 0; i < n; i++)
            sum += x[i];
        return sum;
    }

    /// <summary>((0 + x[0]·y[0]) + x[1]·y[1]) + …</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static T Dot<T>(T* x, T* y, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (nint i = 0; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>The place of the first largest value; NaN counts as smaller than everything.</summary>
    public static int ArgMax<T>(T* x, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int best = 0;
        for (int i = 1; i < n; i++)
            if (x[i] > x[best] || (T.IsNaN(x[best]) && !T.IsNaN(x[i])))
                best = i;
        return best;
    }

    /// <summary>sums[c] = Σ_r f(x[r, c])</summary>
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

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Columns<V, F, T>(F f, T* x, T* sums, int rows, int columns)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint c = 0;
        for (; c + 4 * V.Width <= columns; c += 4 * V.Width)
        {
            V s0 = V.Constant(0), s1 = V.Constant(0), s2 = V.Constant(0), s3 = V.Constant(0);
            T* xr = x + c;
            for (int r = 0; r < rows; r++, xr += columns)
            {
                s0 += f.Invoke(V.Load(xr));
                s1 += f.Invoke(V.Load(xr + V.Width));
                s2 += f.Invoke(V.Load(xr + 2 * V.Width));
                s3 += f.Invoke(V.Load(xr + 3 * V.Width));
            }
            V.Store(s0, sums + c);
            V.Store(s1, sums + c + V.Width);
            V.Store(s2, sums + c + 2 * V.Width);
            V.Store(s3, sums + c + 3 * V.Width);
        }
        for (; c < columns; c += V.Width)
        {
            V sum = V.Constant(0);
            T* xr = x + c;
            for (int r = 0; r < rows; r++, xr += columns)
                sum += f.Invoke(V.Load(xr));
            V.Store(sum, sums + c);
        }
    }
}
