using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Weight and bias gradient of a narrow layer in one pass: one register holds a row of outputs (or, with one output, of inputs).</summary>
internal static unsafe class Gradients<V, T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>At most <c>V.Width</c> outputs: dw[i, :] = Σ_b x[b, i]·dz[b, :], db = Σ_b dz[b, :].</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void NarrowOutput(T* x, T* dz, T* dw, T* db, int batch, int @in, int @out)
    {
        nint i = 0;
        for (; @in >= 4 && i < @in; i += 4)
        {
            i = Math.Min(i, @in - 4);
            V s0 = V.Constant(0), s1 = V.Constant(0), s2 = V.Constant(0), s3 = V.Constant(0), bias = V.Constant(0);
            T* xb = x + i, row = dz;
            for (int b = 0; b < batch; b++, xb += @in, row += @out)
            {
                V d = V.Load(row);
                s0 += V.Create(xb[0]) * d;
                s1 += V.Create(xb[1]) * d;
                s2 += V.Create(xb[2]) * d;
                s3 += V.Create(xb[3]) * d;
                bias += d;
            }
            T* target = dw + i * @out;
            V.Store(s0, target);
            V.Store(s1, target + @out);
            V.Store(s2, target + 2 * @out);
            V.Store(s3, target + 3 * @out);
            V.Store(bias, db);
        }
        for (; i < @in; i++)
        {
            V s0 = V.Constant(0), bias = V.Constant(0);
            T* xb = x + i, row = dz;
            for (int b = 0; b < batch; b++, xb += @in, row += @out)
            {
                V d = V.Load(row);
                s0 += V.Create(xb[0]) * d;
                bias += d;
            }
            V.Store(s0, dw + i * @out);
            V.Store(bias, db);
        }
    }

    /// <summary>One output, at most <c>V.Width</c> inputs: dw[:] = Σ_b x[b, :]·dz[b], db = Σ_b dz[b].</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void OneOutput(T* x, T* dz, T* dw, T* db, int batch, int @in)
    {
        V s = V.Constant(0), bias = V.Constant(0);
        for (nint b = 0; b < batch; b++, x += @in)
        {
            V d = V.Create(dz[b]);
            s += V.Load(x) * d;
            bias += d;
        }
        V.Store(s, dw);
        V.Store(bias, db);
    }
}
