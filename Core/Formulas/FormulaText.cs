using System.Numerics;

namespace Core;

/// <summary>A formula as a line of text.</summary>
/// <param name="Text">The right-hand side.</param>
/// <param name="Conditions">Why its branches were taken, e.g. <c>z₁ = 0.3 &gt; 0</c>.</param>
public sealed record FormulaLine(string Text, IReadOnlyList<string> Conditions);

/// <summary>Formulas as symbols and as numbers. Parentheses stand where the order of evaluation needs them, and around negative numbers.</summary>
public static class FormulaText
{
    /// <summary><c>w₁₁·x₁ + w₁₂·x₂ + b₁</c></summary>
    public static FormulaLine Symbols<T>(Formula<T> formula, Notation notation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Print(formula, notation, FormulaMode.Symbols);

    /// <summary><c>0.31×0.8 + (−0.2)×0.6 + 0.05</c></summary>
    public static FormulaLine Numbers<T>(Formula<T> formula, Notation notation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Print(formula, notation, FormulaMode.Numbers);

    /// <summary><c>0.248 − 0.12 + 0.05</c>: every term of the outermost sums as one number; nothing where that says no more than the numbers do.</summary>
    public static FormulaLine? Terms<T>(Formula<T> formula, Notation notation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var summed = WithTermsEvaluated(formula);
        return summed == formula || summed is Formula<T>.Number ? null : Print(summed, notation, FormulaMode.Terms);
    }

    private static FormulaLine Print<T>(Formula<T> formula, Notation notation, FormulaMode mode)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var printer = new FormulaPrinter<T>(notation, mode, MixesSamples(formula));
        var text = printer.Print(formula).Text;
        return new(notation.Finish(text), [.. printer.Conditions.Distinct().Select(notation.Finish)]);
    }

    private static Formula<T> WithTermsEvaluated<T>(Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (formula)
        {
            case Formula<T>.Chain { Terms.Length: > 1 } chain:
                return new Formula<T>.Chain([.. chain.Terms.Select(Value)]);
            case Formula<T>.Chain { Terms.Length: 1 } chain:
                return WithTermsEvaluated(chain.Terms[0]);
            case Formula<T>.Binary { Kind: BinaryKind.Add or BinaryKind.Subtract } sum:
                return sum with { Left = sum.Left is Formula<T>.Chain { Terms.Length: > 1 } or Formula<T>.Binary { Kind: BinaryKind.Add } ? WithTermsEvaluated(sum.Left) : Value(sum.Left), Right = Value(sum.Right) };
            case Formula<T>.Binary { Kind: BinaryKind.Divide } quotient:
                return quotient with { Left = WithTermsEvaluated(quotient.Left), Right = Value(quotient.Right) };
            case Formula<T>.Unary { Kind: UnaryKind.Flush } flush:
                return WithTermsEvaluated(flush.Argument);
            case Formula<T>.Choice choice:
                return WithTermsEvaluated(choice.Condition.Holds() ? choice.Yes : choice.No);
            default:
                return Value(formula);
        }
    }

    private static Formula<T> Value<T>(Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new Formula<T>.Number(formula.Evaluate(), null);

    private static bool MixesSamples<T>(Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var samples = formula.Operands().Where(operand => OperandSymbol.IsBatched(operand.Name) && !operand.Index.IsEmpty).Select(operand => operand.Index[0]);
        return samples.Distinct().Skip(1).Any();
    }
}

/// <summary>What leaves are written as.</summary>
internal enum FormulaMode
{
    /// <summary>Letters.</summary>
    Symbols,

    /// <summary>Numbers.</summary>
    Numbers,

    /// <summary>Numbers, a minus sign in front of a term joining it: 0.3 − 0.1.</summary>
    Terms,
}
