using System.Numerics;

namespace Core;

/// <summary>Inputs of any rank as one row per sample, the last index fastest: the same numbers in the same order.</summary>
/// <param name="x">[batch, …]</param>
/// <param name="a">[batch, Π…]</param>
internal sealed class Flatten<T>(Buffer<T> x, Buffer<T> a) : Operation<T>(Phase.Forward, "a = x, as one row", a, x)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run) => x.Stored(run.Rows).CopyTo(Output.Stored());

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        operands.At(x, x.IndexAt(Output.Offset(index)));
}
