using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// z[r, c] = (((0 + x[r, 0]·w[0, c]) + x[r, 1]·w[1, c]) + …) + bias[c] in every lane: the product of each run, in the order in which it is computed alone.
/// A chain may go on from what z holds, so that a sum over the samples can be made a tile at a time.
/// </summary>
/// <param name="XRow">Places from x[r, k] to x[r + 1, k].</param>
/// <param name="XStep">Places from x[r, k] to x[r, k + 1].</param>
/// <param name="WStep">Places from w[k, c] to w[k + 1, c].</param>
/// <param name="WColumn">Places from w[k, c] to w[k, c + 1].</param>
/// <param name="Columns">Columns of z, whose rows lie one behind the other.</param>
/// <param name="Lanes">Lanes of an element.</param>
internal readonly unsafe record struct LaneProduct<V, T>(nint XRow, nint XStep, nint WStep, nint WColumn, int Columns, nint Lanes)
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Computes all of z.</summary>
    /// <param name="x">[rows, chain] in lanes, or shared.</param>
    /// <param name="isShared">Whether all runs read the same x.</param>
    /// <param name="w">[chain, columns] in lanes.</param>
    /// <param name="bias">[columns] in lanes, or null.</param>
    /// <param name="z">[rows, columns] in lanes.</param>
    /// <param name="rows">Rows of z.</param>
    /// <param name="chain">Terms of a sum.</param>
    /// <param name="goesOn">Whether the sums begin with what z holds instead of 0.</param>
    public void Run(T* x, bool isShared, T* w, T* bias, T* z, int rows, int chain, bool goesOn)
    {
        if (isShared) Run<SharedLanes<T>>(x, w, bias, z, rows, chain, goesOn);
        else Run<OwnLanes<T>>(x, w, bias, z, rows, chain, goesOn);
    }

    // Four chains wait for their additions together: of four rows, and of four registers of runs where rows are left.
    private void Run<TX>(T* x, T* w, T* bias, T* z, int rows, int chain, bool goesOn)
        where TX : struct, ILaneRead<T>
    {
        var whole = rows / 4 * 4;
        for (nint c = 0; c < Columns; c++)
        {
            T* column = w + c * WColumn, shift = bias == null ? null : bias + c * Lanes, target = z + c * Lanes;
            if (whole > 0) FourRows<TX>(x, column, shift, target, whole, chain, goesOn);
            for (nint r = whole; r < rows; r++) OneRow<TX>(x + r * XRow, column, shift, target + r * Columns * Lanes, chain, goesOn);
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private void FourRows<TX>(T* x, T* w, T* bias, T* z, int rows, int chain, bool goesOn)
        where TX : struct, ILaneRead<T>
    {
        nint xRow = XRow, xStep = XStep, wStep = WStep, zRow = Columns * Lanes, lanes = Lanes;
        for (nint lane = 0; lane < lanes; lane += V.Width)
        {
            T* target = z + lane, left = x;
            var shift = bias == null ? default : V.Load(bias + lane);
            for (var r = 0; r < rows; r += 4, left += 4 * xRow, target += 4 * zRow)
            {
                V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
                if (goesOn) (s0, s1, s2, s3) = (V.Load(target), V.Load(target + zRow), V.Load(target + 2 * zRow), V.Load(target + 3 * zRow));
                T* xk = left, wk = w + lane;
                for (var k = 0; k < chain; k++, xk += xStep, wk += wStep)
                {
                    var weight = V.Load(wk);
                    s0 += TX.Read<V>(xk, lane) * weight;
                    s1 += TX.Read<V>(xk + xRow, lane) * weight;
                    s2 += TX.Read<V>(xk + 2 * xRow, lane) * weight;
                    s3 += TX.Read<V>(xk + 3 * xRow, lane) * weight;
                }

                if (bias != null) (s0, s1, s2, s3) = (s0 + shift, s1 + shift, s2 + shift, s3 + shift);
                V.Store(s0, target);
                V.Store(s1, target + zRow);
                V.Store(s2, target + 2 * zRow);
                V.Store(s3, target + 3 * zRow);
            }
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private void OneRow<TX>(T* x, T* w, T* bias, T* z, int chain, bool goesOn)
        where TX : struct, ILaneRead<T>
    {
        nint xStep = XStep, wStep = WStep, lanes = Lanes, lane = 0;
        for (; lane + 4 * V.Width <= lanes; lane += 4 * V.Width)
        {
            T* target = z + lane, xk = x, wk = w + lane;
            V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
            if (goesOn) (s0, s1, s2, s3) = (V.Load(target), V.Load(target + V.Width), V.Load(target + 2 * V.Width), V.Load(target + 3 * V.Width));
            for (var k = 0; k < chain; k++, xk += xStep, wk += wStep)
            {
                s0 += TX.Read<V>(xk, lane) * V.Load(wk);
                s1 += TX.Read<V>(xk, lane + V.Width) * V.Load(wk + V.Width);
                s2 += TX.Read<V>(xk, lane + 2 * V.Width) * V.Load(wk + 2 * V.Width);
                s3 += TX.Read<V>(xk, lane + 3 * V.Width) * V.Load(wk + 3 * V.Width);
            }

            if (bias != null) (s0, s1, s2, s3) = (s0 + V.Load(bias + lane), s1 + V.Load(bias + lane + V.Width), s2 + V.Load(bias + lane + 2 * V.Width), s3 + V.Load(bias + lane + 3 * V.Width));
            V.Store(s0, target);
            V.Store(s1, target + V.Width);
            V.Store(s2, target + 2 * V.Width);
            V.Store(s3, target + 3 * V.Width);
        }

        for (; lane < lanes; lane += V.Width)
        {
            T* target = z + lane, xk = x, wk = w + lane;
            var sum = goesOn ? V.Load(target) : V.Constant(0);
            for (var k = 0; k < chain; k++, xk += xStep, wk += wStep) sum += TX.Read<V>(xk, lane) * V.Load(wk);
            V.Store(bias == null ? sum : sum + V.Load(bias + lane), target);
        }
    }
}
