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

/// <summary>An elementwise function of two streams.</summary>
public interface IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>f(x, y), lane by lane.</summary>
    V Invoke<V>(V x, V y)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>An elementwise function of three streams.</summary>
public interface ITernary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>f(x, y, z), lane by lane.</summary>
    V Invoke<V>(V x, V y, V z)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>An in-place update of one stream by a gradient, as w ← w − η·g.</summary>
public interface IUpdate1<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads g, changes a.</summary>
    void Invoke<V>(V g, ref V a)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>An in-place update of two streams by a gradient, as momentum's (w, v).</summary>
public interface IUpdate2<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads g, changes a and b.</summary>
    void Invoke<V>(V g, ref V a, ref V b)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>An in-place update of three streams by a gradient, as Adam's (w, m, v).</summary>
public interface IUpdate3<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads g, changes a, b and c.</summary>
    void Invoke<V>(V g, ref V a, ref V b, ref V c)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>An in-place update of four streams by a gradient, as centred RMSProp's with momentum.</summary>
public interface IUpdate4<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads g, changes a, b, c and d.</summary>
    void Invoke<V>(V g, ref V a, ref V b, ref V c, ref V d)
        where V : unmanaged, IVec<V, T>;
}
