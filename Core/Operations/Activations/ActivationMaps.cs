using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>a = f(z)</summary>
internal readonly struct ActivationForward<T, TF>(TF activation) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TF : struct, IActivation<T>
{
    public static int Arity => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V z, V b, V c, V d, V e)
        where V : struct, IVec<V, T> => activation.Forward(z);
}

/// <summary>∂L/∂z = ∂L/∂a · f′(z)</summary>
internal readonly struct ActivationBackward<T, TF>(TF activation) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TF : struct, IActivation<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V da, V z, V a, V d, V e)
        where V : struct, IVec<V, T> => da * activation.Derivative(z, a);
}
