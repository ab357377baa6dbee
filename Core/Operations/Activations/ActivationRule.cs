using System.Numerics;

namespace Core;

/// <summary>What one activation function can do: make the operations of a layer, and be asked for single values.</summary>
public abstract class ActivationRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rule in symbols, e.g. <c>a = tanh(z)</c>.</summary>
    public abstract string Rule { get; }

    /// <summary>The derivative in symbols.</summary>
    public abstract string SlopeRule { get; }

    /// <summary>Whether a unit's output depends on the other units of its layer (softmax).</summary>
    public virtual bool MixesUnits => false;

    /// <summary>f(z) of one row of units. Shapes: <c>[width]</c> to <c>[width]</c>.</summary>
    public abstract T[] Value(ReadOnlySpan<T> z);

    /// <summary>f′(z) unit by unit; of softmax the diagonal of the Jacobian. Shapes: <c>[width]</c> to <c>[width]</c>.</summary>
    public abstract T[] Slope(ReadOnlySpan<T> z);

    /// <summary>a = f(z). Shapes: <c>[batch, width]</c> both.</summary>
    internal abstract Operation<T> Forward(Buffer<T> z, Buffer<T> a);

    /// <summary>∂L/∂z = ∂L/∂a · f′(z). Shapes: <c>[batch, width]</c> all.</summary>
    internal abstract Operation<T> Backward(Buffer<T> da, Buffer<T> z, Buffer<T> a, Buffer<T> dz);
}

/// <summary>The rule of an activation that works unit by unit.</summary>
internal sealed class UnitActivationRule<T, TF>(TF activation) : ActivationRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TF : struct, IActivation<T>
{
    public override string Rule => TF.Rule;

    public override string SlopeRule => TF.Slope;

    public override T[] Value(ReadOnlySpan<T> z) => Each(z, x => activation.Forward(x));

    public override T[] Slope(ReadOnlySpan<T> z) => Each(z, x => activation.Derivative(x, activation.Forward(x)));

    internal override Operation<T> Forward(Buffer<T> z, Buffer<T> a) =>
        new MapOperation<T, ActivationForward<T, TF>>(Phase.Forward, TF.Rule, new ActivationForward<T, TF>(activation), a, z);

    internal override Operation<T> Backward(Buffer<T> da, Buffer<T> z, Buffer<T> a, Buffer<T> dz) =>
        new MapOperation<T, ActivationBackward<T, TF>>(
            Phase.Backward, $"∂L/∂z = ∂L/∂a · f′(z),  {TF.Slope}", new ActivationBackward<T, TF>(activation), dz, da, z, a);

    private static T[] Each(ReadOnlySpan<T> z, Func<Scalar<T>, Scalar<T>> f)
    {
        var values = new T[z.Length];
        for (var i = 0; i < z.Length; i++) values[i] = f(Scalar<T>.Create(z[i])).Value;
        return values;
    }
}
