using System.Numerics;

namespace Core;

/// <summary>
/// z[r, c] = (((0 + x[r, 0]·w[0, c]) + x[r, 1]·w[1, c]) + …) + bias[c]: the one loop under all products of a dense layer.
/// x is read at x + r·xRow + k·xStep, so that it may be a matrix or its transpose; w has rows of wRow, z of zRow elements.
/// Tiles of 4 rows × 4, 2 or 1 registers. A last tile that would be incomplete is moved back over its neighbour: it computes
/// the same bits again. Columns narrower than one register write garbage into the start of the next row, which that row
/// then overwrites, and after the last row into the buffer's slack.
/// </summary>
internal static unsafe partial class Product<V, T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Columns from…to−1. Either all columns, or at least one register's in all.</summary>
    public static void Run(
        T* x, nint xRow, nint xStep, T* w, nint wRow, T* bias, T* z, nint zRow, int rows, int chain, int from, int to)
    {
        for (nint c = from; c < to;)
        {
            nint left = to - c;
            int registers = left >= 4 * V.Width ? 4 : left >= 2 * V.Width ? 2 : 1;
            if (left < V.Width && to >= V.Width)
                c = to - V.Width;
            T* shift = bias == null ? null : bias + c;
            if (registers == 4)
                Columns4(x, xRow, xStep, w + c, wRow, shift, z + c, zRow, rows, chain);
            else if (registers == 2)
                Columns2(x, xRow, xStep, w + c, wRow, shift, z + c, zRow, rows, chain);
            else
                Columns1(x, xRow, xStep, w + c, wRow, shift, z + c, zRow, rows, chain);
            c += registers * V.Width;
        }
    }
}
