using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// Row-wise softmax, shifted by the row's maximum: right for logits of any size. For each row m = max z, e = e^(z − m),
/// s = Σ e in ascending order from 0, p = e/s. Logits [rows, classes]; the probabilities may take their place.
/// </summary>
public static unsafe class Softmax
{
    /// <summary>p[r, c] = e^(z[r, c]) / Σ_k e^(z[r, k])</summary>
    public static void Rows<T>(T* logits, T* probabilities, int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Dispatch<T>(logits, probabilities, null, null, rows, classes);

    /// <summary>
    /// Softmax, the maxima m [rows] and ln Σ_k e^(z[r, k] − m[r]) [rows]. Log-sum-exp is their sum, but a loss ought to be
    /// logSums[r] − (z[r, target] − maxima[r]), which does not lose a small loss beside a large logit.
    /// </summary>
    public static void LogSums<T>(T* logits, T* probabilities, T* maxima, T* logSums, int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dispatch(logits, probabilities, maxima, logSums, rows, classes);
        Map.Unary(new Operators.Log<T>(), logSums, logSums, rows);
    }

    private static void Dispatch<T>(T* logits, T* probabilities, T* maxima, T* sums, int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (classes == 1 || !Vector128.IsHardwareAccelerated)
            Run<Scalar<T>, T>(logits, probabilities, maxima, sums, rows, classes);
        else if (classes <= Vec128<T>.Width || !Vector256.IsHardwareAccelerated)
            Run<Vec128<T>, T>(logits, probabilities, maxima, sums, rows, classes);
        else if (classes <= Vec256<T>.Width || !Vector512.IsHardwareAccelerated)
            Run<Vec256<T>, T>(logits, probabilities, maxima, sums, rows, classes);
        else
            Run<Vec512<T>, T>(logits, probabilities, maxima, sums, rows, classes);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    internal static void Run<V, T>(T* logits, T* probabilities, T* maxima, T* sums, int rows, int classes)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* z = logits, p = probabilities;
        for (nint r = 0; r < rows; r++, z += classes, p += classes)
        {
            V max = V.Create(z[0]);
            for (nint c = 1; c < classes; c++)
                max = VecMath.Max<V, T>(max, V.Create(z[c]));
            for (nint c = 0; c < classes; c += V.Width)
            {
                V shifted = V.Load(z + c) - max;
                V.Store(V.Select(V.FirstLanes(classes - (int)c), VecMath.Exp<V, T>(shifted), V.Load(p + c)), p + c);
            }
            T sum = T.Zero;
            for (nint c = 0; c < classes; c++)
                sum += p[c];
            V divisor = V.Create(sum);
            for (nint c = 0; c < classes; c += V.Width)
            {
                V e = V.Load(p + c);
                V.Store(V.Select(V.FirstLanes(classes - (int)c), e / divisor, e), p + c);
            }
            if (sums == null)
                continue;
            sums[r] = sum;
            V.Store(max, maxima + r);
        }
    }
}
