using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

internal static unsafe partial class Product<V, T>
{
    /// <summary>4 registers of columns, all rows in ascending order.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Columns4(T* x, nint xRow, nint xStep, T* w, nint wRow, T* bias, T* z, nint zRow, int rows, int chain)
    {
        nint r = 0;
        for (; rows >= 4 && r < rows; r += 4)
        {
            r = Math.Min(r, rows - 4);
            V s00 = V.Constant(0), s01 = V.Constant(0), s02 = V.Constant(0), s03 = V.Constant(0);
            V s10 = V.Constant(0), s11 = V.Constant(0), s12 = V.Constant(0), s13 = V.Constant(0);
            V s20 = V.Constant(0), s21 = V.Constant(0), s22 = V.Constant(0), s23 = V.Constant(0);
            V s30 = V.Constant(0), s31 = V.Constant(0), s32 = V.Constant(0), s33 = V.Constant(0);
            T* xk = x + r * xRow, wk = w;
            for (int k = 0; k < chain; k++, xk += xStep, wk += wRow)
            {
                V w0 = V.Load(wk), w1 = V.Load(wk + V.Width), w2 = V.Load(wk + 2 * V.Width), w3 = V.Load(wk + 3 * V.Width);
                V x0 = V.Create(xk[0]);
                s00 += x0 * w0;
                s01 += x0 * w1;
                s02 += x0 * w2;
                s03 += x0 * w3;
                V x1 = V.Create(xk[xRow]);
                s10 += x1 * w0;
                s11 += x1 * w1;
                s12 += x1 * w2;
                s13 += x1 * w3;
                V x2 = V.Create(xk[2 * xRow]);
                s20 += x2 * w0;
                s21 += x2 * w1;
                s22 += x2 * w2;
                s23 += x2 * w3;
                V x3 = V.Create(xk[3 * xRow]);
                s30 += x3 * w0;
                s31 += x3 * w1;
                s32 += x3 * w2;
                s33 += x3 * w3;
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
                V b2 = V.Load(bias + 2 * V.Width);
                s02 += b2;
                s12 += b2;
                s22 += b2;
                s32 += b2;
                V b3 = V.Load(bias + 3 * V.Width);
                s03 += b3;
                s13 += b3;
                s23 += b3;
                s33 += b3;
            }
            V.Store(s00, zr);
            V.Store(s01, zr + V.Width);
            V.Store(s02, zr + 2 * V.Width);
            V.Store(s03, zr + 3 * V.Width);
            V.Store(s10, zr + zRow);
            V.Store(s11, zr + zRow + V.Width);
            V.Store(s12, zr + zRow + 2 * V.Width);
            V.Store(s13, zr + zRow + 3 * V.Width);
            V.Store(s20, zr + 2 * zRow);
            V.Store(s21, zr + 2 * zRow + V.Width);
            V.Store(s22, zr + 2 * zRow + 2 * V.Width);
            V.Store(s23, zr + 2 * zRow + 3 * V.Width);
            V.Store(s30, zr + 3 * zRow);
            V.Store(s31, zr + 3 * zRow + V.Width);
            V.Store(s32, zr + 3 * zRow + 2 * V.Width);
            V.Store(s33, zr + 3 * zRow + 3 * V.Width);
        }
        for (; r < rows; r++)
        {
            V s00 = V.Constant(0), s01 = V.Constant(0), s02 = V.Constant(0), s03 = V.Constant(0);
            T* xk = x + r * xRow, wk = w;
            for (int k = 0; k < chain; k++, xk += xStep, wk += wRow)
            {
                V w0 = V.Load(wk), w1 = V.Load(wk + V.Width), w2 = V.Load(wk + 2 * V.Width), w3 = V.Load(wk + 3 * V.Width);
                V x0 = V.Create(xk[0]);
                s00 += x0 * w0;
                s01 += x0 * w1;
                s02 += x0 * w2;
                s03 += x0 * w3;
            }
            T* zr = z + r * zRow;
            if (bias != null)
            {
                s00 += V.Load(bias);
                s01 += V.Load(bias + V.Width);
                s02 += V.Load(bias + 2 * V.Width);
                s03 += V.Load(bias + 3 * V.Width);
            }
            V.Store(s00, zr);
            V.Store(s01, zr + V.Width);
            V.Store(s02, zr + 2 * V.Width);
            V.Store(s03, zr + 3 * V.Width);
        }
    }
}
