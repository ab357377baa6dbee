using System.Numerics;

namespace Core;

/// <summary>
/// A register of <see cref="Width"/> lanes of <typeparamref name="T"/>. Kernels are written once over this interface;
/// 512, 256, 128-bit and one-lane implementations leave the same bits, because no operation here depends on a neighbour lane
/// and none fuses a multiplication with an addition.
/// </summary>
/// <typeparam name="V">The implementing register type.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe interface IVec<V, T>
    where V : struct, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Lanes in the register.</summary>
    static abstract int Width { get; }

    /// <summary>The value in every lane.</summary>
    static abstract V Create(T value);

    /// <summary>A constant, rounded to <typeparamref name="T"/>, in every lane.</summary>
    static abstract V Constant(double value);

    /// <summary>Reads <see cref="Width"/> consecutive values.</summary>
    static abstract V Load(T* source);

    /// <summary>Writes <see cref="Width"/> consecutive values.</summary>
    static abstract void Store(V value, T* destination);

    /// <summary>a + b</summary>
    static abstract V operator +(V a, V b);

    /// <summary>a − b</summary>
    static abstract V operator -(V a, V b);

    /// <summary>a · b</summary>
    static abstract V operator *(V a, V b);

    /// <summary>a / b, correctly rounded</summary>
    static abstract V operator /(V a, V b);

    /// <summary>−a: flips the sign bit, also of 0 and NaN.</summary>
    static abstract V operator -(V a);

    /// <summary>Bitwise and, mostly of masks.</summary>
    static abstract V operator &(V a, V b);

    /// <summary>Bitwise or, mostly of masks.</summary>
    static abstract V operator |(V a, V b);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract V operator ^(V a, V b);

    /// <summary>|a|: clears the sign bit.</summary>
    static abstract V Abs(V a);

    /// <summary>√a, correctly rounded</summary>
    static abstract V Sqrt(V a);

    /// <summary>Mask of lanes where a &lt; b (false for NaN).</summary>
    static abstract V Less(V a, V b);

    /// <summary>Mask of lanes where a ≤ b (false for NaN).</summary>
    static abstract V LessOrEqual(V a, V b);

    /// <summary>Mask of lanes where a = b (false for NaN, true for 0 and −0).</summary>
    static abstract V Equal(V a, V b);

    /// <summary>Lane by lane: <paramref name="mask"/> ? <paramref name="yes"/> : <paramref name="no"/>.</summary>
    static abstract V Select(V mask, V yes, V no);

    /// <summary>Mask of the first <paramref name="count"/> lanes, all lanes if there are no more.</summary>
    static abstract V FirstLanes(int count);

    /// <summary>Nearest integer, ties to even.</summary>
    static abstract V Round(V a);

    /// <summary>2^k for integral k in the range of normal exponents, by building the bits.</summary>
    static abstract V PowerOfTwo(V k);

    /// <summary>a·2^k for integral k, |k| at most 2048, by adding k to the exponent bits: a and the result must be normal (or the result just infinite).</summary>
    static abstract V Scale(V a, V k);

    /// <summary>For normal positive a = m·2^e with m in [1, 2): e as a float.</summary>
    static abstract V Exponent(V a);

    /// <summary>For normal positive a = m·2^e with m in [1, 2): m.</summary>
    static abstract V Mantissa(V a);

    /// <summary>The value in every lane, with the letter it has in formulas.</summary>
    static virtual V Named(T value, string letter) => V.Create(value);

    /// <summary>a, or 0 where |a| is below the smallest normal number: keeps decaying averages out of slow denormal arithmetic.</summary>
    static abstract V Flush(V a);

    /// <summary>e^a, see <see cref="VecMath"/>.</summary>
    static abstract V Exp(V a);

    /// <summary>e^a − 1, see <see cref="VecMath"/>.</summary>
    static abstract V Expm1(V a);

    /// <summary>ln a, see <see cref="VecMath"/>.</summary>
    static abstract V Log(V a);

    /// <summary>ln(1 + a), see <see cref="VecMath"/>.</summary>
    static abstract V Log1p(V a);

    /// <summary>tanh a, see <see cref="VecMath"/>.</summary>
    static abstract V Tanh(V a);

    /// <summary>σ(a) = 1/(1 + e^−a), see <see cref="VecMath"/>.</summary>
    static abstract V Sigmoid(V a);

    /// <summary>ln(1 + e^a), see <see cref="VecMath"/>.</summary>
    static abstract V Softplus(V a);

    /// <summary>erf a, see <see cref="VecMath"/>.</summary>
    static abstract V Erf(V a);
}
