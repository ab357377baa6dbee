using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Sixteen lanes of <see cref="float"/> or eight of <see cref="double"/> in one 512-bit register.</summary>
public readonly unsafe struct Vec512<T>(Vector512<T> register) : IVec<Vec512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> register = register;

    private static bool Single
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Create(T value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Constant(double value) =>
        Single ? new(Vector512.Create((float)value).As<float, T>()) : new(Vector512.Create(value).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Load(T* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vec512<T> value, T* destination) => value.register.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator +(Vec512<T> a, Vec512<T> b) => new(a.register + b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator -(Vec512<T> a, Vec512<T> b) => new(a.register - b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator *(Vec512<T> a, Vec512<T> b) => new(a.register * b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator /(Vec512<T> a, Vec512<T> b) => new(a.register / b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator -(Vec512<T> a) => new(a.register ^ Vector512.Create(T.NegativeZero));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator &(Vec512<T> a, Vec512<T> b) => new(a.register & b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator |(Vec512<T> a, Vec512<T> b) => new(a.register | b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> operator ^(Vec512<T> a, Vec512<T> b) => new(a.register ^ b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Abs(Vec512<T> a) => new(Vector512.Abs(a.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Sqrt(Vec512<T> a) => new(Vector512.Sqrt(a.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Less(Vec512<T> a, Vec512<T> b) => new(Vector512.LessThan(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> LessOrEqual(Vec512<T> a, Vec512<T> b) => new(Vector512.LessThanOrEqual(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Equal(Vec512<T> a, Vec512<T> b) => new(Vector512.Equals(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Select(Vec512<T> mask, Vec512<T> yes, Vec512<T> no) =>
        new(Vector512.ConditionalSelect(mask.register, yes.register, no.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> FirstLanes(int count) =>
        new(Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(count))));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Round(Vec512<T> a) => Single
        ? new(Vector512.Round(a.register.AsSingle()).As<float, T>())
        : new(Vector512.Round(a.register.AsDouble()).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> PowerOfTwo(Vec512<T> k) => Single
        ? new(((k.register.AsSingle() + Vector512.Create(Bits.Single.ExponentPicker)).AsInt32() << Bits.Single.Fraction).As<int, T>())
        : new(((k.register.AsDouble() + Vector512.Create(Bits.Double.ExponentPicker)).AsInt64() << Bits.Double.Fraction).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Scale(Vec512<T> a, Vec512<T> k) => Single
        ? new((a.register.AsInt32() + ((k.register.AsSingle() + Vector512.Create(Bits.Single.IntegerPicker)).AsInt32() << Bits.Single.Fraction)).As<int, T>())
        : new((a.register.AsInt64() + ((k.register.AsDouble() + Vector512.Create(Bits.Double.IntegerPicker)).AsInt64() << Bits.Double.Fraction)).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Exponent(Vec512<T> a) => Single
        ? new((((a.register.AsInt32() >>> Bits.Single.Fraction) | Vector512.Create(Bits.Single.Picker)).AsSingle()
            - Vector512.Create(Bits.Single.ExponentPicker)).As<float, T>())
        : new((((a.register.AsInt64() >>> Bits.Double.Fraction) | Vector512.Create(Bits.Double.Picker)).AsDouble()
            - Vector512.Create(Bits.Double.ExponentPicker)).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Mantissa(Vec512<T> a) => Single
        ? new(((a.register.AsInt32() & Vector512.Create(Bits.Single.FractionMask)) | Vector512.Create(Bits.Single.One)).As<int, T>())
        : new(((a.register.AsInt64() & Vector512.Create(Bits.Double.FractionMask)) | Vector512.Create(Bits.Double.One)).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Flush(Vec512<T> a) => Select(Less(Abs(a), Constant(typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308)), Constant(0), a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Exp(Vec512<T> a) => VecMath.Exp<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Expm1(Vec512<T> a) => VecMath.Expm1<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Log(Vec512<T> a) => VecMath.Log<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Log1p(Vec512<T> a) => VecMath.Log1p<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Tanh(Vec512<T> a) => VecMath.Tanh<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Sigmoid(Vec512<T> a) => VecMath.Sigmoid<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Softplus(Vec512<T> a) => VecMath.Softplus<Vec512<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec512<T> Erf(Vec512<T> a) => VecMath.Erf<Vec512<T>, T>(a);
}
