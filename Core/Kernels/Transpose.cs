using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Copies a matrix into its transpose; moves bits, computes nothing.</summary>
public static unsafe class Transpose
{
    private const int Block = 8;

    /// <summary>target [columns, rows] ← source [rows, columns]ᵀ</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Run<T>(T* source, T* target, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int r0 = 0; r0 < rows; r0 += Block)
        {
            int r1 = Math.Min(r0 + Block, rows);
            for (nint c = 0; c < columns; c++)
                for (nint r = r0; r < r1; r++)
                    target[c * rows + r] = source[r * columns + c];
        }
    }
}
