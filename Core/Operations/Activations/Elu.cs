using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = z for z &gt; 0, α(eᶻ − 1) otherwise (Clevert et al. 2015).</summary>
internal readonly struct Elu<T>(T alpha) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = z if z > 0, else α(eᶻ − 1)";

    public static string Slope => "f′(z) = 1 if z > 0, else α·eᶻ";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Select(V.Less(V.Create(T.Zero), z), z, V.Named(alpha, "α") * V.Expm1(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Select(V.Less(V.Create(T.Zero), z), V.Create(T.One), V.Named(alpha, "α") * V.Exp(z));
}
