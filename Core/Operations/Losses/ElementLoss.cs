using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>The parts of an elementwise loss.</summary>
internal readonly struct LossPart<T, TLoss>(TLoss loss) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IElementLoss<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V y, V _3, V _4, V _5)
        where V : struct, IVec<V, T> => loss.Loss(a, y);
}

/// <summary>A loss that first computes a part for every output, then sums them.</summary>
internal interface ISummedLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The parts.</summary>
    Operation<T> Parts { get; }

    /// <summary>[outputs]: room for the sums of the parts over the batch.</summary>
    Buffer<T> Columns { get; }

    /// <summary>Their sum, divided.</summary>
    void Sum(RunState run);

    /// <summary>By what the sum is divided.</summary>
    T Divisor(RunState run);
}

/// <summary>data_loss = (Σ of the parts, column by column)/divisor.</summary>
/// <param name="loss">The part of one output.</param>
/// <param name="a">[batch, outputs]: outputs, or logits where the loss says so.</param>
/// <param name="y">[batch, outputs]</param>
/// <param name="parts">[batch, outputs]: room for the parts.</param>
/// <param name="columns">[outputs]: room for their sums.</param>
/// <param name="output">Scalar.</param>
internal sealed unsafe class ElementLoss<T, TLoss>(TLoss loss, Buffer<T> a, Buffer<T> y, Buffer<T> parts, Buffer<T> columns, Buffer<T> output)
    : Operation<T>(Phase.Loss, TLoss.Rule, output, a, y), ISummedLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IElementLoss<T>
{
    private readonly int outputs = a.Shape[1];
    private readonly MapOperation<T, LossPart<T, TLoss>> eachPart = new(Phase.Loss, TLoss.Rule, new LossPart<T, TLoss>(loss), parts, a, y);

    public Operation<T> Parts => eachPart;

    public Buffer<T> Columns => columns;

    public override void Run(RunState run)
    {
        eachPart.Run(run);
        Sum(run);
    }

    public void Sum(RunState run) => *Output.Pointer = Reduce.Sum(parts.Pointer, columns.Pointer, run.Rows, outputs) / Divisor(run);

    public T Divisor(RunState run) => T.CreateTruncating(TLoss.LossDivisor(run.Rows, outputs).Divisor);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var (divisor, letters) = TLoss.LossDivisor(run.Rows, outputs);
        var sum = Terms.ByColumns(run.Rows, outputs, (r, c) => loss.Loss(operands.Symbol(a, r, c), operands.Symbol(y, r, c)));
        return (sum / Symbol<T>.Named(T.CreateTruncating(divisor), letters)).Formula;
    }
}

/// <summary>∂L/∂a of an elementwise loss.</summary>
internal readonly struct LossSlope<T, TLoss>(TLoss loss, T divisor, string letters) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IElementLoss<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V y, V _3, V _4, V _5)
        where V : struct, IVec<V, T> => loss.Gradient(a, y) / V.Named(divisor, letters);
}

/// <summary>∂L/∂z = (a − y)/divisor: a cross-entropy and the activation it is fused with, in one.</summary>
internal readonly struct FusedSlope<T>(T divisor, string letters) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V y, V _3, V _4, V _5)
        where V : struct, IVec<V, T> => (a - y) / V.Named(divisor, letters);
}
