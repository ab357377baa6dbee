using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>The elementary functions as operators for <see cref="Map"/> and <see cref="Reduce"/>.</summary>
public static class Operators
{
    /// <summary>x</summary>
    public readonly struct Identity<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => x;
    }

    /// <summary>x²</summary>
    public readonly struct Square<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => x * x;
    }

    /// <summary>|x|</summary>
    public readonly struct Magnitude<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => V.Abs(x);
    }

    /// <summary>e^x</summary>
    public readonly struct Exp<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Exp<V, T>(x);
    }

    /// <summary>ln x</summary>
    public readonly struct Log<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Log<V, T>(x);
    }

    /// <summary>tanh x</summary>
    public readonly struct Tanh<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Tanh<V, T>(x);
    }

    /// <summary>1/(1 + e^(−x))</summary>
    public readonly struct Sigmoid<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Sigmoid<V, T>(x);
    }

    /// <summary>ln(1 + e^x)</summary>
    public readonly struct Softplus<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Softplus<V, T>(x);
    }

    /// <summary>erf x</summary>
    public readonly struct Erf<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Erf<V, T>(x);
    }

    /// <summary>cos x</summary>
    public readonly struct Cos<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Cos<V, T>(x);
    }

    /// <summary>sin x</summary>
    public readonly struct Sin<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Sin<V, T>(x);
    }

    /// <summary>e^x − 1</summary>
    public readonly struct Expm1<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Expm1<V, T>(x);
    }

    /// <summary>ln(1 + x)</summary>
    public readonly struct Log1p<T> : IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : unmanaged, IVec<V, T> => VecMath.Log1p<V, T>(x);
    }
}
