using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// The products of a dense layer: x [batch, in], w [in, out], z [batch, out], all row-major and unpadded. Every element of a
/// result is one chain from 0 in ascending order, multiply then add. A result may be computed in column ranges (for threads):
/// <c>from</c> is a multiple of 16, <c>to</c> too or the number of columns; the split changes no bit. Every buffer owns 16
/// elements after its last one, which may be read and written.
/// </summary>
public static unsafe class MatMul
{
    /// <summary>z[b, o] = Σᵢ x[b, i]·w[i, o] + bias[o], i ascending, the bias (or null) added last.</summary>
    public static void Forward<T>(T* x, T* w, T* bias, T* z, int batch, int @in, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (@out == 1 && @in == 1 && bias != null)
            Map.Unary(new Affine<T>(*w, *bias), x, z, batch);
        else
            Multiply(x, @in, 1, w, bias, z, batch, @in, @out);
    }

    /// <summary>Columns from…to−1 of <see cref="Forward{T}(T*, T*, T*, T*, int, int, int)"/>.</summary>
    public static void Forward<T>(T* x, T* w, T* bias, T* z, int batch, int @in, int @out, int from, int to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Range(x, @in, 1, w, bias, z, batch, @in, @out, from, to);

    /// <summary>dw[i, o] = Σ_b x[b, i]·dz[b, o], b ascending.</summary>
    public static void WeightGradient<T>(T* x, T* dz, T* dw, int batch, int @in, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (@out == 1)
            Multiply(dz, 1, 1, x, null, dw, 1, batch, @in);
        else
            Multiply(x, 1, @in, dz, null, dw, @in, batch, @out);
    }

    /// <summary>Columns (outputs) from…to−1 of <see cref="WeightGradient{T}(T*, T*, T*, int, int, int)"/>.</summary>
    public static void WeightGradient<T>(T* x, T* dz, T* dw, int batch, int @in, int @out, int from, int to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Range(x, 1, @in, dz, null, dw, @in, batch, @out, from, to);

    /// <summary>Rows (inputs) from…to−1 of <see cref="WeightGradient{T}(T*, T*, T*, int, int, int)"/>; the outputs are a multiple of 16, so that no row reaches into the next.</summary>
    public static void WeightGradientRows<T>(T* x, T* dz, T* dw, int batch, int @in, int @out, int from, int to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Range(x + from, 1, @in, dz, null, dw + (nint)from * @out, to - from, batch, @out, 0, @out);

    /// <summary>db[o] = Σ_b dz[b, o], b ascending.</summary>
    public static void BiasGradient<T>(T* dz, T* db, int batch, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Reduce.ColumnSums(dz, db, batch, @out);

    /// <summary>Both gradients; their chains run side by side where the layer is narrow.</summary>
    public static void WeightAndBiasGradient<T>(T* x, T* dz, T* dw, T* db, int batch, int @in, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (@in == 1 && @out == 1)
            SingleWeight(x, dz, dw, db, batch);
        else if (@in == 0 || (@out == 1 ? @in : @out) > Narrow<T>())
        {
            WeightGradient(x, dz, dw, batch, @in, @out);
            BiasGradient(dz, db, batch, @out);
        }
        else if (@out == 1 && @in <= Vec128<T>.Width)
            Gradients<Vec128<T>, T>.OneOutput(x, dz, dw, db, batch, @in);
        else if (@out == 1)
            Gradients<Vec256<T>, T>.OneOutput(x, dz, dw, db, batch, @in);
        else if (@out <= Vec128<T>.Width)
            Gradients<Vec128<T>, T>.NarrowOutput(x, dz, dw, db, batch, @in, @out);
        else
            Gradients<Vec256<T>, T>.NarrowOutput(x, dz, dw, db, batch, @in, @out);
    }

    /// <summary>dx[b, i] = Σ_o dz[b, o]·w[i, o], o ascending. <paramref name="scratch"/> holds in·out elements and the slack.</summary>
    public static void InputGradient<T>(T* dz, T* w, T* dx, T* scratch, int batch, int @in, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* transposed = w;
        if (@in > 1 && @out > 1)
        {
            Transpose.Run(w, scratch, @in, @out);
            transposed = scratch;
        }
        Multiply(dz, @out, 1, transposed, null, dx, batch, @out, @in);
    }

    /// <summary>Columns (inputs) from…to−1 of the input gradient, from weights already transposed to [out, in] by <see cref="Transpose"/>.</summary>
    public static void InputGradient<T>(T* dz, T* transposed, T* dx, int batch, int @in, int @out, int from, int to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Range(dz, @out, 1, transposed, null, dx, batch, @out, @in, from, to);

    /// <summary>Columns up to which a layer is narrow: one 256-bit register, one 128-bit register, or none.</summary>
    [MethodImpl(AggressiveInlining)]
    private static int Narrow<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.IsHardwareAccelerated ? Vec256<T>.Width : Vector128.IsHardwareAccelerated ? Vec128<T>.Width : 0;

    /// <summary>A product in the registers that suit its columns: one scalar, one narrow register, or tiles of wide ones.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void Multiply<T>(T* x, nint xRow, nint xStep, T* w, T* bias, T* z, int rows, int chain, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns == 1 || !Vector128.IsHardwareAccelerated)
            Product<Scalar<T>, T>.Run(x, xRow, xStep, w, columns, bias, z, columns, rows, chain, 0, columns);
        else if (columns <= Vec128<T>.Width)
            Product<Vec128<T>, T>.Columns1(x, xRow, xStep, w, columns, bias, z, columns, rows, chain);
        else if (Vector256.IsHardwareAccelerated && columns <= Vec256<T>.Width)
            Product<Vec256<T>, T>.Columns1(x, xRow, xStep, w, columns, bias, z, columns, rows, chain);
        else
            Range(x, xRow, xStep, w, bias, z, rows, chain, columns, 0, columns);
    }

    private static void Range<T>(T* x, nint xRow, nint xStep, T* w, T* bias, T* z, int rows, int chain, int columns, int from, int to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            Product<Vec512<T>, T>.Run(x, xRow, xStep, w, columns, bias, z, columns, rows, chain, from, to);
        else if (Vector256.IsHardwareAccelerated)
            Product<Vec256<T>, T>.Run(x, xRow, xStep, w, columns, bias, z, columns, rows, chain, from, to);
        else if (Vector128.IsHardwareAccelerated)
            Product<Vec128<T>, T>.Run(x, xRow, xStep, w, columns, bias, z, columns, rows, chain, from, to);
        else
            Product<Scalar<T>, T>.Run(x, xRow, xStep, w, columns, bias, z, columns, rows, chain, from, to);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void SingleWeight<T>(T* x, T* dz, T* dw, T* db, int batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T weight = T.Zero, bias = T.Zero;
        for (nint b = 0; b < batch; b++)
        {
            weight += x[b] * dz[b];
            bias += dz[b];
        }
        *dw = weight;
        *db = bias;
    }

    /// <summary>(0 + x·weight) + bias</summary>
    private readonly struct Affine<T>(T weight, T bias) : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => V.Constant(0) + x * V.Create(weight) + V.Create(bias);
    }
}
