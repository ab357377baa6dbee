using System.Numerics;

namespace Core;

/// <summary>An activation that works unit by unit: a = f(z), with its derivative below it.</summary>
internal interface IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rule in symbols.</summary>
    static abstract string Rule { get; }

    /// <summary>The derivative in symbols.</summary>
    static abstract string Slope { get; }

    /// <summary>f(z)</summary>
    V Forward<V>(V z)
        where V : struct, IVec<V, T>;

    /// <summary>f′(z), given z and a = f(z).</summary>
    V Derivative<V>(V z, V a)
        where V : struct, IVec<V, T>;
}
