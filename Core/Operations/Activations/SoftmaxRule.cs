using System.Numerics;

namespace Core;

/// <summary>Softmax over the units of a layer: every output depends on every z.</summary>
internal sealed class SoftmaxRule<T> : ActivationRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override string Rule => SoftmaxForward<T>.Symbols;

    public override string SlopeRule => "∂aᵢ/∂zⱼ = aᵢ(1[i = j] − aⱼ)";

    public override bool MixesUnits => true;

    public override unsafe T[] Value(ReadOnlySpan<T> z)
    {
        using var row = new Scratch<T>(z);
        Softmax.Rows(row.Pointer, row.Pointer, 1, z.Length);
        return row.ToArray(z.Length);
    }

    public override T[] Slope(ReadOnlySpan<T> z) => [.. Value(z).Select(a => a * (T.One - a))];

    internal override Operation<T> Forward(Buffer<T> z, Buffer<T> a) => new SoftmaxForward<T>(z, a);

    internal override Operation<T> Backward(Buffer<T> da, Buffer<T> z, Buffer<T> a, Buffer<T> dz) => new SoftmaxBackward<T>(da, a, dz);
}

/// <summary>aᵢ = e^(zᵢ − max)/Σⱼ e^(zⱼ − max): the largest z is taken off first, so that nothing overflows.</summary>
/// <param name="z">[batch, width]</param>
/// <param name="a">[batch, width]</param>
internal sealed unsafe class SoftmaxForward<T>(Buffer<T> z, Buffer<T> a) : Operation<T>(Phase.Forward, Symbols, a, z)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public const string Symbols = "aᵢ = e^(zᵢ − max z)/Σⱼ e^(zⱼ − max z)";
    private readonly int width = z.Shape[1];

    public override void Run(RunState run) => Softmax.Rows(z.Pointer, Output.Pointer, run.Rows, width);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var (sample, unit) = (index[0], index[1]);
        var max = Terms.Largest(width, k => operands.Symbol(z, sample, k));
        Symbol<T> Power(int k) => Symbol<T>.Exp(operands.Symbol(z, sample, k) - max);
        return (Power(unit) / Terms.Chain(width, Power)).Formula;
    }
}

/// <summary>∂L/∂zᵢ = aᵢ·(∂L/∂aᵢ − Σₖ ∂L/∂aₖ·aₖ): the Jacobian of softmax times ∂L/∂a.</summary>
/// <param name="da">[batch, width]</param>
/// <param name="a">[batch, width]</param>
/// <param name="dz">[batch, width]</param>
internal sealed unsafe class SoftmaxBackward<T>(Buffer<T> da, Buffer<T> a, Buffer<T> dz)
    : Operation<T>(Phase.Backward, "∂L/∂zᵢ = aᵢ(∂L/∂aᵢ − Σₖ ∂L/∂aₖ·aₖ)", dz, da, a)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int width = a.Shape[1];

    public override void Run(RunState run)
    {
        for (var r = 0; r < run.Rows; r++)
        {
            T* slopes = da.Pointer + r * width, values = a.Pointer + r * width, output = Output.Pointer + r * width;
            var mean = T.Zero;
            for (var k = 0; k < width; k++) mean += slopes[k] * values[k];
            for (var k = 0; k < width; k++) output[k] = values[k] * (slopes[k] - mean);
        }
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var (sample, unit) = (index[0], index[1]);
        var mean = Terms.Chain(width, k => operands.Symbol(da, sample, k) * operands.Symbol(a, sample, k));
        return (operands.Symbol(a, sample, unit) * (operands.Symbol(da, sample, unit) - mean)).Formula;
    }
}
