using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>
/// One lane, in plain scalar code: for machines without vector registers, for single numbers, and the twin the wide
/// registers are compared with. A mask is all bits set or none, as in a wide register.
/// </summary>
public readonly unsafe struct Scalar<T>(T value) : IVec<Scalar<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number in the lane.</summary>
    public T Value
    {
        [MethodImpl(AggressiveInlining)]
        get;
    } = value;

    private static bool Single
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Create(T value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Constant(double value) => Single ? Of((float)value) : Of(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Load(T* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Scalar<T> value, T* destination) => *destination = value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator +(Scalar<T> a, Scalar<T> b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> a, Scalar<T> b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator *(Scalar<T> a, Scalar<T> b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator /(Scalar<T> a, Scalar<T> b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> a) => a ^ new Scalar<T>(T.NegativeZero);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator &(Scalar<T> a, Scalar<T> b) => Single ? Of(Int(a) & Int(b)) : Of(Long(a) & Long(b));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator |(Scalar<T> a, Scalar<T> b) => Single ? Of(Int(a) | Int(b)) : Of(Long(a) | Long(b));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator ^(Scalar<T> a, Scalar<T> b) => Single ? Of(Int(a) ^ Int(b)) : Of(Long(a) ^ Long(b));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Abs(Scalar<T> a) => new(T.Abs(a.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Sqrt(Scalar<T> a) => new(T.Sqrt(a.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Less(Scalar<T> a, Scalar<T> b) => Mask(a.Value < b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> LessOrEqual(Scalar<T> a, Scalar<T> b) => Mask(a.Value <= b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Equal(Scalar<T> a, Scalar<T> b) => Mask(a.Value == b.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Select(Scalar<T> mask, Scalar<T> yes, Scalar<T> no) =>
        (Single ? Int(mask) != 0 : Long(mask) != 0) ? yes : no;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> FirstLanes(int count) => Mask(count > 0);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Round(Scalar<T> a) => new(T.Round(a.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> PowerOfTwo(Scalar<T> k) => Single
        ? Of(Int(k + Of(Bits.Single.ExponentPicker)) << Bits.Single.Fraction)
        : Of(Long(k + Of(Bits.Double.ExponentPicker)) << Bits.Double.Fraction);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Scale(Scalar<T> a, Scalar<T> k) => Single
        ? Of(Int(a) + (Int(k + Of(Bits.Single.IntegerPicker)) << Bits.Single.Fraction))
        : Of(Long(a) + (Long(k + Of(Bits.Double.IntegerPicker)) << Bits.Double.Fraction));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Exponent(Scalar<T> a) => Single
        ? Of((Int(a) >>> Bits.Single.Fraction) | Bits.Single.Picker) - Of(Bits.Single.ExponentPicker)
        : Of((Long(a) >>> Bits.Double.Fraction) | Bits.Double.Picker) - Of(Bits.Double.ExponentPicker);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Mantissa(Scalar<T> a) => Single
        ? Of((Int(a) & Bits.Single.FractionMask) | Bits.Single.One)
        : Of((Long(a) & Bits.Double.FractionMask) | Bits.Double.One);

    [MethodImpl(AggressiveInlining)]
    private static int Int(Scalar<T> a) => Unsafe.BitCast<T, int>(a.Value);

    [MethodImpl(AggressiveInlining)]
    private static long Long(Scalar<T> a) => Unsafe.BitCast<T, long>(a.Value);

    [MethodImpl(AggressiveInlining)]
    private static Scalar<T> Of<B>(B bits)
        where B : unmanaged => new(Unsafe.BitCast<B, T>(bits));

    [MethodImpl(AggressiveInlining)]
    private static Scalar<T> Mask(bool set) => Single ? Of(set ? -1 : 0) : Of(set ? -1L : 0L);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Flush(Scalar<T> a) => Select(Less(Abs(a), Constant(typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308)), Constant(0), a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Exp(Scalar<T> a) => VecMath.Exp<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Expm1(Scalar<T> a) => VecMath.Expm1<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Log(Scalar<T> a) => VecMath.Log<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Log1p(Scalar<T> a) => VecMath.Log1p<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Tanh(Scalar<T> a) => VecMath.Tanh<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Sigmoid(Scalar<T> a) => VecMath.Sigmoid<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Softplus(Scalar<T> a) => VecMath.Softplus<Scalar<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Erf(Scalar<T> a) => VecMath.Erf<Scalar<T>, T>(a);
}
