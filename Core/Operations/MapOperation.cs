using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>An operation that applies one elementwise rule.</summary>
/// <param name="phase">The part of the update.</param>
/// <param name="rule">The rule in symbols.</param>
/// <param name="at">The rule for a place in the run: most are the same everywhere, a bias correction depends on the update.</param>
/// <param name="output">[…] written.</param>
/// <param name="inputs">Same shape as the output, or a scalar where the rule says so.</param>
internal sealed unsafe class MapOperation<T, TMap>(
    Phase phase, string rule, Func<RunState, TMap> at, Buffer<T> output, params ImmutableArray<Buffer<T>> inputs)
    : Operation<T>(phase, rule, output, inputs), IMapOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMap : struct, IMap<T>
{
    private readonly Buffer<T> a = inputs[0];
    private readonly Buffer<T> b = inputs[TMap.Arity > 1 ? 1 : 0];
    private readonly Buffer<T> c = inputs[TMap.Arity > 2 ? 2 : 0];
    private readonly Buffer<T> d = inputs[TMap.Arity > 3 ? 3 : 0];
    private readonly Buffer<T> e = inputs[TMap.Arity > 4 ? 4 : 0];

    /// <summary>The rule at a place in the run.</summary>
    public Func<RunState, TMap> At => at;

    public MapOperation(Phase phase, string rule, TMap map, Buffer<T> output, params ImmutableArray<Buffer<T>> inputs)
        : this(phase, rule, _ => map, output, inputs)
    {
    }

    public override void Run(RunState run) =>
        Elementwise.Run(at(run), Output.Count(run.Rows), a.Pointer, b.Pointer, c.Pointer, d.Pointer, e.Pointer, Output.Pointer);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        at(run).Apply(
            Operand(0, a, index, operands),
            Operand(1, b, index, operands),
            Operand(2, c, index, operands),
            Operand(3, d, index, operands),
            Operand(4, e, index, operands)).Formula;

    public Operation<T>? Accept(IMapVisitor<T> visitor) => visitor.Visit(this);

    private Symbol<T> Operand(int place, Buffer<T> buffer, ReadOnlySpan<int> index, Operands<T> operands)
    {
        if (place >= TMap.Arity) return default;
        if ((TMap.Scalars >> place & 1) != 0) return operands.Symbol(buffer);
        // The same numbers in another rank: what flatten leaves of a sample.
        return buffer.Shape.Length == index.Length ? operands.Symbol(buffer, index) : operands.Symbol(buffer, buffer.IndexAt(Output.Offset(index)));
    }
}

/// <summary>An elementwise operation whose rule is not known by type.</summary>
internal interface IMapOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Lets the visitor see the rule's type.</summary>
    Operation<T>? Accept(IMapVisitor<T> visitor);
}

/// <summary>Makes an operation out of an elementwise one, e.g. by compiling its rule into a larger loop.</summary>
internal interface IMapVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    Operation<T>? Visit<TMap>(MapOperation<T, TMap> operation)
        where TMap : struct, IMap<T>;
}
