using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>
/// The optimizer's step followed by the soft threshold of l1_prox: w ← sign(w)·max(|w| − ηλ, 0), which makes exact zeros.
/// The learning rate is the last input of <typeparamref name="TStep"/>. Source: proximal gradient, Parikh and Boyd 2014, section 6.5.2.
/// </summary>
internal readonly struct SoftThreshold<T, TStep>(TStep step, T lambda) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TStep : struct, IMap<T>
{
    public static int Arity => TStep.Arity;

    public static int Scalars => TStep.Scalars;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b, V c, V d, V e)
        where V : struct, IVec<V, T>
    {
        var w = step.Apply(a, b, c, d, e);
        var rate = TStep.Arity switch { 3 => c, 4 => d, _ => e };
        var width = rate * V.Named(lambda, "λ₁");
        var zero = V.Create(T.Zero);
        return V.Select(V.Less(width, w), w - width, V.Select(V.Less(w, -width), w + width, zero));
    }
}
