using System.Numerics;

namespace Core;

/// <summary>An elementwise function of one stream. A struct: its fields are the parameters. Mark <c>Invoke</c> AggressiveInlining.</summary>
public interface IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>f(x), lane by lane.</summary>
    V Invoke<V>(V x)
        where V : unmanaged, IVec<V, T>;
}
