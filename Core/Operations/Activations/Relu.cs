using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = max(0, z); derivative 0 at 0, as in PyTorch.</summary>
internal readonly struct Relu<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = max(0, z)";

    public static string Slope => "f′(z) = 1 if z > 0, else 0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Select(V.LessOrEqual(z, V.Create(T.Zero)), V.Create(T.Zero), z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Select(V.Less(V.Create(T.Zero), z), V.Create(T.One), V.Create(T.Zero));
}
