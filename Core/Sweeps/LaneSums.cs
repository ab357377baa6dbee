using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Sums over samples in every lane, each one chain in ascending order that may go on from tile to tile.</summary>
internal static unsafe class LaneSums<V, T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>sums[c] = (start + x[0, c]) + x[1, c] + …; start is 0, or what sums holds. Both in lanes, [rows, columns] and [columns].</summary>
    /// <param name="x">The terms.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="rows">Terms of a sum.</param>
    /// <param name="width">Columns times lanes, a multiple of 16.</param>
    /// <param name="goesOn">Whether to begin with what <paramref name="sums"/> holds.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Columns(T* x, T* sums, int rows, nint width, bool goesOn)
    {
        nint c = 0;
        for (; c + 4 * V.Width <= width; c += 4 * V.Width)
        {
            T* target = sums + c, xr = x + c;
            V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
            if (goesOn) (s0, s1, s2, s3) = (V.Load(target), V.Load(target + V.Width), V.Load(target + 2 * V.Width), V.Load(target + 3 * V.Width));
            for (var r = 0; r < rows; r++, xr += width)
            {
                s0 += V.Load(xr);
                s1 += V.Load(xr + V.Width);
                s2 += V.Load(xr + 2 * V.Width);
                s3 += V.Load(xr + 3 * V.Width);
            }

            V.Store(s0, target);
            V.Store(s1, target + V.Width);
            V.Store(s2, target + 2 * V.Width);
            V.Store(s3, target + 3 * V.Width);
        }

        for (; c < width; c += V.Width)
        {
            var sum = goesOn ? V.Load(sums + c) : V.Constant(0);
            for (var r = 0; r < rows; r++) sum += V.Load(x + r * width + c);
            V.Store(sum, sums + c);
        }
    }

    /// <summary>output = ((0 + sums[0]) + sums[1] + …)/divisor, in every lane.</summary>
    /// <param name="sums">[columns] in lanes.</param>
    /// <param name="output">Scalar in lanes.</param>
    /// <param name="columns">Terms.</param>
    /// <param name="lanes">A multiple of 16.</param>
    /// <param name="divisor">The same in every lane.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Quotients(T* sums, T* output, int columns, nint lanes, T divisor)
    {
        for (nint lane = 0; lane < lanes; lane += V.Width)
        {
            var sum = V.Constant(0);
            for (nint c = 0; c < columns; c++) sum += V.Load(sums + c * lanes + lane);
            V.Store(sum / V.Create(divisor), output + lane);
        }
    }
}
