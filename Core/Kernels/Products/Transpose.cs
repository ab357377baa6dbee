using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Copies a matrix into its transpose; moves bits, computes nothing.</summary>
public static unsafe class Transpose
{
    private const int Block = 4;

    /// <summary>target [columns, rows] ← source [rows, columns]ᵀ</summary>
    public static void Run<T>(T* source, T* target, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float) && Sse.IsSupported && rows >= Block && columns >= Block)
            Blocks((float*)source, (float*)target, rows, columns);
        else
            Plain(source, target, rows, columns);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Plain<T>(T* source, T* target, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint r0 = 0; r0 < rows; r0 += Block)
        {
            nint r1 = Math.Min(r0 + Block, rows);
            for (nint c = 0; c < columns; c++)
                for (nint r = r0; r < r1; r++)
                    target[c * rows + r] = source[r * columns + c];
        }
    }

    // 4 × 4 blocks in registers; the last block of a row or column is moved back over its neighbour.
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Blocks(float* source, float* target, nint rows, nint columns)
    {
        for (nint r = 0; r < rows; r += Block)
        {
            r = Math.Min(r, rows - Block);
            for (nint c = 0; c < columns; c += Block)
            {
                c = Math.Min(c, columns - Block);
                float* s = source + r * columns + c;
                float* t = target + c * rows + r;
                Vector128<float> a = Vector128.Load(s), b = Vector128.Load(s + columns);
                Vector128<float> d = Vector128.Load(s + 2 * columns), e = Vector128.Load(s + 3 * columns);
                Vector128<float> ab = Sse.UnpackLow(a, b), de = Sse.UnpackLow(d, e);
                Sse.MoveLowToHigh(ab, de).Store(t);
                Sse.MoveHighToLow(de, ab).Store(t + rows);
                ab = Sse.UnpackHigh(a, b);
                de = Sse.UnpackHigh(d, e);
                Sse.MoveLowToHigh(ab, de).Store(t + 2 * rows);
                Sse.MoveHighToLow(de, ab).Store(t + 3 * rows);
            }
        }
    }
}
