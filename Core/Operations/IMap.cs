using System.Numerics;

namespace Core;

/// <summary>
/// An elementwise rule: up to five inputs, one output. Written once over registers; run on <see cref="Symbol{T}"/> it writes its own formula.
/// Numbers that have a letter are made by <see cref="IVec{V, T}.Named"/>.
/// </summary>
internal interface IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Inputs used, 1 to 5.</summary>
    static abstract int Arity { get; }

    /// <summary>Bit k set: input k is a single number for all elements.</summary>
    static virtual int Scalars => 0;

    /// <summary>The rule for one register.</summary>
    V Apply<V>(V a, V b, V c, V d, V e)
        where V : struct, IVec<V, T>;
}
