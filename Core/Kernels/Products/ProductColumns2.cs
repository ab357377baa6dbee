using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

internal static unsafe partial class Product<V, T>
{
    /// <summary>2 registers of columns, all rows in ascending order.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Columns2(T* x, nint xRow, nint xStep, T* w, nint wRow, T* bias, T* z, nint zRow, int rows, int chain)
    {
        nint r = 0;
        for (; rows >= 4 && r < rows; r += 4)
        {
            r = Math.Min(r, rows - 4);
            V s00 = V.Constant(0), s01 = V.Constant(0);
            V s10 = V.Constant(0), s11 = V.Constant(0);
            V s20 = V.Constant(0), s21 = V.Constant(0);
            V s30 = V.Constant(0), s31 = V.Constant(0);
            T* xk = x + r * xRow, wk = w;
            for (int k = 0; k < chain; k++, xk += xStep, wk += wRow)
            {
                V w0 = V.Load(wk), w1 = V.Load(wk + V.Width);
                V x0 = V.Create(xk[0]);
                s00 += x0 * w0;
                s01 += x0 * w1;
                V x1 = V.Create(xk[xRow]);
                s10 += x1 * w0;
                s11 += x1 * w1;
                V x2 = V.Create(xk[2 * xRow]);
                s20 += x2 * w0;
                s21 += x2 * w1;
                V x3 = V.Create(xk[3 * xRow]);
                s30 += x3 * w0;
                s31 += x3 * w1;
            }
            T* zr = z + r * zRow;
            if (bias != null)
            {
                V b0 = V.Load(bias);
                s00 += b0;
                s10 += b0;
                s20 += b0;
                s30 += b0;
                V b1 = V.Load(bias + V.Width);
                s01 += b1;
                s11 += b1;
                s21 += b1;
                s31 += b1;
            }
            V.Store(s00, zr);
            V.Store(s01, zr + V.Width);
            V.Store(s10, zr + zRow);
            V.Store(s11, zr + zRow + V.Width);
            V.Store(s20, zr + 2 * zRow);
            V.Store(s21, zr + 2 * zRow + V.Width);
            V.Store(s30, zr + 3 * zRow);
            V.Store(s31, zr + 3 * zRow + V.Width);
        }
        for (; r < rows; r++)
        {
            V s00 = V.Constant(0), s01 = V.Constant(0);
            T* xk = x + r * xRow, wk = w;
            for (int k = 0; k < chain; k++, xk += xStep, wk += wRow)
            {
                V w0 = V.Load(wk), w1 = V.Load(wk + V.Width);
                V x0 = V.Create(xk[0]);
                s00 += x0 * w0;
                s01 += x0 * w1;
            }
            T* zr = z + r * zRow;
            if (bias != null)
            {
                s00 += V.Load(bias);
                s01 += V.Load(bias + V.Width);
            }
            V.Store(s00, zr);
            V.Store(s01, zr + V.Width);
        }
    }
}
