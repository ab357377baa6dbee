using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Writes a condition with the numbers of a moment in the place of its two sides.</summary>
internal sealed class ClaimNumbers(Expression condition, IRunValues run)
{
    private const int LeastDigits = 4, MostDigits = 9;

    /// <summary>A text for each part that <c>and</c> joins; a part that has no value says so.</summary>
    public ImmutableArray<string> Parts() => [.. Joined(condition.Root, BinaryOperator.And).Select(Part)];

    private string Part(Syntax part) => part switch
    {
        BinarySyntax { Operator: BinaryOperator.Or } => string.Join(" or ", Joined(part, BinaryOperator.Or).Select(Part)),
        BinarySyntax comparison when comparison.Operator.Binding() == Operators.Comparison && Single(comparison.Left) is { } left && Single(comparison.Right) is { } right =>
            Compared(comparison, left, right),
        _ => Value(part)?.ToString() ?? "no value",
    };

    // More digits where fewer would write two different numbers alike.
    private string Compared(BinarySyntax comparison, double left, double right)
    {
        int digits = LeastDigits;
        while (digits < MostDigits && left != right && Number(left, digits) == Number(right, digits)) digits++;
        return $"{Difference(comparison.Left, digits)}{Number(left, digits)} {comparison.Operator.Symbol()} {Difference(comparison.Right, digits)}{Number(right, digits)}";
    }

    // What a distance lies between: |a − b| =
    private string Difference(Syntax side, int digits) =>
        side is CallSyntax { Function: "abs", Arguments: [BinarySyntax { Operator: BinaryOperator.Subtract } between] } && Single(between.Left) is { } from && Single(between.Right) is { } to
            ? $"|{Number(from, digits)} − {(to < 0 ? $"({Number(to, digits)})" : Number(to, digits))}| = "
            : "";

    private static string Number(double value, int digits) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e9 ? new NumberFormat().Write(value) : NumberText.Of(value, digits);

    private double? Single(Syntax side) => Value(side) is { Kind: ElementKind.Number, Tensor: { IsSingle: true } one } ? one.Values[0] : null;

    private ExpressionValue? Value(Syntax part) => condition.Evaluate(part, run) is { Ok: true } value ? value.Value : null;

    private static IEnumerable<Syntax> Joined(Syntax part, BinaryOperator by) =>
        part is BinarySyntax joined && joined.Operator == by ? Joined(joined.Left, by).Concat(Joined(joined.Right, by)) : [part];
}
