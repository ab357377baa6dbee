using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Eight lanes of <see cref="float"/> or four of <see cref="double"/> in one 256-bit register.</summary>
public readonly unsafe struct Vec256<T>(Vector256<T> register) : IVec<Vec256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> register = register;

    private static bool Single
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Create(T value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Constant(double value) =>
        Single ? new(Vector256.Create((float)value).As<float, T>()) : new(Vector256.Create(value).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Load(T* source) => new(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vec256<T> value, T* destination) => value.register.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator +(Vec256<T> a, Vec256<T> b) => new(a.register + b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator -(Vec256<T> a, Vec256<T> b) => new(a.register - b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator *(Vec256<T> a, Vec256<T> b) => new(a.register * b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator /(Vec256<T> a, Vec256<T> b) => new(a.register / b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator -(Vec256<T> a) => new(a.register ^ Vector256.Create(T.NegativeZero));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator &(Vec256<T> a, Vec256<T> b) => new(a.register & b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator |(Vec256<T> a, Vec256<T> b) => new(a.register | b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> operator ^(Vec256<T> a, Vec256<T> b) => new(a.register ^ b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Abs(Vec256<T> a) => new(Vector256.Abs(a.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Sqrt(Vec256<T> a) => new(Vector256.Sqrt(a.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Less(Vec256<T> a, Vec256<T> b) => new(Vector256.LessThan(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> LessOrEqual(Vec256<T> a, Vec256<T> b) => new(Vector256.LessThanOrEqual(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Equal(Vec256<T> a, Vec256<T> b) => new(Vector256.Equals(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Select(Vec256<T> mask, Vec256<T> yes, Vec256<T> no) =>
        new(Vector256.ConditionalSelect(mask.register, yes.register, no.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> FirstLanes(int count) =>
        new(Vector256.LessThan(Vector256<T>.Indices, Vector256.Create(T.CreateTruncating(count))));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Round(Vec256<T> a) => Single
        ? new(Vector256.Round(a.register.AsSingle()).As<float, T>())
        : new(Vector256.Round(a.register.AsDouble()).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> PowerOfTwo(Vec256<T> k) => Single
        ? new(((k.register.AsSingle() + Vector256.Create(Bits.Single.ExponentPicker)).AsInt32() << Bits.Single.Fraction).As<int, T>())
        : new(((k.register.AsDouble() + Vector256.Create(Bits.Double.ExponentPicker)).AsInt64() << Bits.Double.Fraction).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Scale(Vec256<T> a, Vec256<T> k) => Single
        ? new((a.register.AsInt32() + ((k.register.AsSingle() + Vector256.Create(Bits.Single.IntegerPicker)).AsInt32() << Bits.Single.Fraction)).As<int, T>())
        : new((a.register.AsInt64() + ((k.register.AsDouble() + Vector256.Create(Bits.Double.IntegerPicker)).AsInt64() << Bits.Double.Fraction)).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Exponent(Vec256<T> a) => Single
        ? new((((a.register.AsInt32() >>> Bits.Single.Fraction) | Vector256.Create(Bits.Single.Picker)).AsSingle()
            - Vector256.Create(Bits.Single.ExponentPicker)).As<float, T>())
        : new((((a.register.AsInt64() >>> Bits.Double.Fraction) | Vector256.Create(Bits.Double.Picker)).AsDouble()
            - Vector256.Create(Bits.Double.ExponentPicker)).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Mantissa(Vec256<T> a) => Single
        ? new(((a.register.AsInt32() & Vector256.Create(Bits.Single.FractionMask)) | Vector256.Create(Bits.Single.One)).As<int, T>())
        : new(((a.register.AsInt64() & Vector256.Create(Bits.Double.FractionMask)) | Vector256.Create(Bits.Double.One)).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Flush(Vec256<T> a) => Select(Less(Abs(a), Constant(typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308)), Constant(0), a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Exp(Vec256<T> a) => VecMath.Exp<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Expm1(Vec256<T> a) => VecMath.Expm1<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Log(Vec256<T> a) => VecMath.Log<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Log1p(Vec256<T> a) => VecMath.Log1p<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Tanh(Vec256<T> a) => VecMath.Tanh<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Sigmoid(Vec256<T> a) => VecMath.Sigmoid<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Softplus(Vec256<T> a) => VecMath.Softplus<Vec256<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec256<T> Erf(Vec256<T> a) => VecMath.Erf<Vec256<T>, T>(a);
}
