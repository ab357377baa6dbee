using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = z for z &gt; 0, slope·z otherwise; derivative slope at 0, as in PyTorch.</summary>
internal readonly struct LeakyRelu<T>(T slope) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static string Rule => "a = z if z > 0, else s·z";

    public static string Slope => "f′(z) = 1 if z > 0, else s";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V z)
        where V : struct, IVec<V, T> => V.Select(V.Less(V.Create(T.Zero), z), z, V.Named(slope, "s") * z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T> => V.Select(V.Less(V.Create(T.Zero), z), V.Create(T.One), V.Named(slope, "s"));
}
