using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>One penalty and one parameter that it touches.</summary>
internal sealed record PenalisedParameter<T>(PenaltyTerm<T> Term, Buffer<T> Parameter)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>penalty = Σ factor·Σ|w|, factor·Σw² or factor·√Σw², penalty by penalty and parameter by parameter; 0 without any.</summary>
/// <param name="parts">What is penalised.</param>
/// <param name="columnSums">[widest]: room for the sums of columns.</param>
/// <param name="output">Scalar.</param>
internal sealed unsafe class Penalty<T>(ImmutableArray<PenalisedParameter<T>> parts, Buffer<T> columnSums, Buffer<T> output)
    : Operation<T>(Phase.Loss, RuleOf(parts), output, [.. parts.Select(part => part.Parameter).Distinct()])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        var sum = T.Zero;
        foreach (var (term, parameter) in parts)
        {
            var (rows, columns) = Table.Of(parameter);
            var size = term.IsAbsolute
                ? Reduce.AbsoluteSum(parameter.Pointer, columnSums.Pointer, rows, columns)
                : Reduce.SumOfSquares(parameter.Pointer, columnSums.Pointer, rows, columns);
            sum += term.Factor * (term.IsNorm ? T.Sqrt(size) : size);
        }

        *Output.Pointer = sum;
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => Terms.Chain(parts.Length, k =>
    {
        var (term, parameter) = parts[k];
        var sum = Terms.OfTable(parameter, operands, w => term.IsAbsolute ? Symbol<T>.Abs(w) : w * w);
        return Symbol<T>.Named(term.Factor, term.Letters) * (term.IsNorm ? Symbol<T>.Sqrt(sum) : sum);
    }).Formula;

    private static string RuleOf(ImmutableArray<PenalisedParameter<T>> parts)
    {
        var rules = parts.Select(part => $"{part.Term.Letters}·{part.Term.SumLetters}").Distinct().ToArray();
        return rules.Length == 0 ? "P = 0: no regulariser" : "P = " + string.Join(" + ", rules);
    }
}
