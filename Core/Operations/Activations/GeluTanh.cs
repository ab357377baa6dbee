using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = z/2·(1 + tanh u), u = √(2/π)(z + 0.044715z³): the form GPT-2 uses.</summary>
internal readonly struct GeluTanh<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double SqrtTwoOverPi = 0.79788456080286535588;
    private const double Cubic = 0.044715;

    public static string Rule => "a = z/2·(1 + tanh(√(2/π)(z + 0.044715z³)))";

    public static string Slope => "f′(z) = ½(1 + tanh u) + ½z(1 − tanh²u)·√(2/π)(1 + 3·0.044715z²)";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Constant(0.5) * z * (V.Create(T.One) + V.Tanh(Inner(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T>
    {
        var t = V.Tanh(Inner(z));
        var slope = V.Constant(SqrtTwoOverPi) * (V.Create(T.One) + V.Constant(3 * Cubic) * (z * z));
        return V.Constant(0.5) * (V.Create(T.One) + t) + V.Constant(0.5) * z * (V.Create(T.One) - t * t) * slope;
    }

    private static V Inner<V>(V z)
        where V : struct, IVec<V, T> => V.Constant(SqrtTwoOverPi) * (z + V.Constant(Cubic) * (z * z * z));
}
