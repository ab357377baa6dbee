using System.Numerics;

namespace Core;

/// <summary>The functions of <see cref="VecMath"/> for single numbers: the same bits as one lane of any register.</summary>
public static class ScalarMath<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="VecMath.Exp"/>
    public static T Exp(T x) => VecMath.Exp<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Expm1"/>
    public static T Expm1(T x) => VecMath.Expm1<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Log"/>
    public static T Log(T x) => VecMath.Log<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Log1p"/>
    public static T Log1p(T x) => VecMath.Log1p<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Tanh"/>
    public static T Tanh(T x) => VecMath.Tanh<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Sigmoid"/>
    public static T Sigmoid(T x) => VecMath.Sigmoid<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Softplus"/>
    public static T Softplus(T x) => VecMath.Softplus<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Erf"/>
    public static T Erf(T x) => VecMath.Erf<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Cos"/>
    public static T Cos(T x) => VecMath.Cos<Scalar<T>, T>(new(x)).Value;

    /// <inheritdoc cref="VecMath.Sin"/>
    public static T Sin(T x) => VecMath.Sin<Scalar<T>, T>(new(x)).Value;

    /// <summary>x^n by repeated squaring; x^0 = 1 also for NaN; negative n divides 1 by x^|n|.</summary>
    public static T PowerInt(T x, long n)
    {
        T result = T.One;
        T square = x;
        for (ulong rest = n < 0 ? (ulong)-(n + 1) + 1 : (ulong)n; rest != 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result *= square;
            square *= square;
        }
        return n < 0 ? T.One / result : result;
    }

    /// <summary>x^y: by squaring for integral |y| ≤ 1024, else e^(y·ln x); NaN for negative x and fractional y.</summary>
    public static T Pow(T x, T y)
    {
        if (T.IsInteger(y) && T.Abs(y) <= T.CreateChecked(1024))
            return PowerInt(x, long.CreateChecked(y));
        if (T.IsZero(x))
            return y > T.Zero ? T.Zero : T.PositiveInfinity;
        return Exp(y * Log(x));
    }
}
