using System.Globalization;

namespace Lessons;

/// <summary>Writes a tree as text that parses back to the same tree.</summary>
internal static class SyntaxPrinter
{
    public static string Print(Syntax syntax) => syntax switch
    {
        NumberSyntax { Value: double.PositiveInfinity } => "inf",
        NumberSyntax number => double.IsNaN(number.Value) ? "nan" : number.Value.ToString(CultureInfo.InvariantCulture),
        TruthSyntax truth => truth.Value ? "true" : "false",
        NameSyntax name => name.Name,
        IndexSyntax index => $"{Inside(index.Of, Operators.Postfix)}[{string.Join(",", index.Indices.Select(Print))}]",
        SliceSyntax slice => (slice.From is { } from ? Print(from) : "") + ":" + (slice.To is { } to ? Print(to) : ""),
        ListSyntax list => $"[{string.Join(", ", list.Items.Select(Print))}]",
        HistorySyntax history => $"{history.Function}({Print(history.Of)})",
        UnarySyntax { Operator: UnaryOperator.Negate } negate => "-" + Inside(negate.Of, Operators.Negate),
        UnarySyntax not => "not " + Inside(not.Of, Operators.Not),
        BinarySyntax binary => Print(binary),
        CallSyntax call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Print))})",
        UnitsSyntax units => $"{units.Function}({units.Layer.Name})",
        PreviousSyntax previous => $"prev({Print(previous.Of)})",
        AtSyntax at => $"at({Print(at.Of)}, {Print(at.Update)})",
        VariantSyntax variant => $"variant({variant.Variant.Name}, {Print(variant.Of)})",
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    // ^ groups to the right and takes a signed exponent, comparisons do not group, all others group to the left.
    private static string Print(BinarySyntax binary)
    {
        var binding = binary.Operator.Binding();
        var (left, right) = binding switch
        {
            Operators.Power => (Operators.Postfix, Operators.Negate),
            Operators.Comparison => (binding + 1, binding + 1),
            _ => (binding, binding + 1),
        };
        var symbol = binary.Operator.Symbol();
        return Inside(binary.Left, left) + (binding == Operators.Power ? symbol : $" {symbol} ") + Inside(binary.Right, right);
    }

    private static string Inside(Syntax syntax, int least) => Binding(syntax) < least ? $"({Print(syntax)})" : Print(syntax);

    private static int Binding(Syntax syntax) => syntax switch
    {
        BinarySyntax binary => binary.Operator.Binding(),
        UnarySyntax unary => unary.Operator == UnaryOperator.Not ? Operators.Not : Operators.Negate,
        _ => Operators.Postfix,
    };
}
