using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>Four lanes of <see cref="float"/> or two of <see cref="double"/> in one 128-bit register.</summary>
public readonly unsafe struct Vec128<T>(Vector128<T> register) : IVec<Vec128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> register = register;

    private static bool Single
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Create(T value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Constant(double value) =>
        Single ? new(Vector128.Create((float)value).As<float, T>()) : new(Vector128.Create(value).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Load(T* source) => new(Vector128.Load(source));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vec128<T> value, T* destination) => value.register.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator +(Vec128<T> a, Vec128<T> b) => new(a.register + b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator -(Vec128<T> a, Vec128<T> b) => new(a.register - b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator *(Vec128<T> a, Vec128<T> b) => new(a.register * b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator /(Vec128<T> a, Vec128<T> b) => new(a.register / b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator -(Vec128<T> a) => new(a.register ^ Vector128.Create(T.NegativeZero));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator &(Vec128<T> a, Vec128<T> b) => new(a.register & b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator |(Vec128<T> a, Vec128<T> b) => new(a.register | b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> operator ^(Vec128<T> a, Vec128<T> b) => new(a.register ^ b.register);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Abs(Vec128<T> a) => new(Vector128.Abs(a.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Sqrt(Vec128<T> a) => new(Vector128.Sqrt(a.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Less(Vec128<T> a, Vec128<T> b) => new(Vector128.LessThan(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> LessOrEqual(Vec128<T> a, Vec128<T> b) => new(Vector128.LessThanOrEqual(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Equal(Vec128<T> a, Vec128<T> b) => new(Vector128.Equals(a.register, b.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Select(Vec128<T> mask, Vec128<T> yes, Vec128<T> no) =>
        new(Vector128.ConditionalSelect(mask.register, yes.register, no.register));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> FirstLanes(int count) =>
        new(Vector128.LessThan(Vector128<T>.Indices, Vector128.Create(T.CreateTruncating(count))));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Round(Vec128<T> a) => Single
        ? new(Vector128.Round(a.register.AsSingle()).As<float, T>())
        : new(Vector128.Round(a.register.AsDouble()).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> PowerOfTwo(Vec128<T> k) => Single
        ? new(((k.register.AsSingle() + Vector128.Create(Bits.Single.ExponentPicker)).AsInt32() << Bits.Single.Fraction).As<int, T>())
        : new(((k.register.AsDouble() + Vector128.Create(Bits.Double.ExponentPicker)).AsInt64() << Bits.Double.Fraction).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Scale(Vec128<T> a, Vec128<T> k) => Single
        ? new((a.register.AsInt32() + ((k.register.AsSingle() + Vector128.Create(Bits.Single.IntegerPicker)).AsInt32() << Bits.Single.Fraction)).As<int, T>())
        : new((a.register.AsInt64() + ((k.register.AsDouble() + Vector128.Create(Bits.Double.IntegerPicker)).AsInt64() << Bits.Double.Fraction)).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Exponent(Vec128<T> a) => Single
        ? new((((a.register.AsInt32() >>> Bits.Single.Fraction) | Vector128.Create(Bits.Single.Picker)).AsSingle()
            - Vector128.Create(Bits.Single.ExponentPicker)).As<float, T>())
        : new((((a.register.AsInt64() >>> Bits.Double.Fraction) | Vector128.Create(Bits.Double.Picker)).AsDouble()
            - Vector128.Create(Bits.Double.ExponentPicker)).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Mantissa(Vec128<T> a) => Single
        ? new(((a.register.AsInt32() & Vector128.Create(Bits.Single.FractionMask)) | Vector128.Create(Bits.Single.One)).As<int, T>())
        : new(((a.register.AsInt64() & Vector128.Create(Bits.Double.FractionMask)) | Vector128.Create(Bits.Double.One)).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Flush(Vec128<T> a) => Select(Less(Abs(a), Constant(typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308)), Constant(0), a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Exp(Vec128<T> a) => VecMath.Exp<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Expm1(Vec128<T> a) => VecMath.Expm1<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Log(Vec128<T> a) => VecMath.Log<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Log1p(Vec128<T> a) => VecMath.Log1p<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Tanh(Vec128<T> a) => VecMath.Tanh<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Sigmoid(Vec128<T> a) => VecMath.Sigmoid<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Softplus(Vec128<T> a) => VecMath.Softplus<Vec128<T>, T>(a);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vec128<T> Erf(Vec128<T> a) => VecMath.Erf<Vec128<T>, T>(a);
}
