using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>A place in a printed formula where an operand stands.</summary>
internal readonly record struct FormulaMark(int Start, int Length, string Name, ImmutableArray<int> Index)
{
    public int End => Start + Length;

    public bool IsOf(ExplainedOperand operand) => Name == operand.Name && Index.AsSpan().SequenceEqual(operand.Index.AsSpan());
}

/// <summary>Finds the operands in a formula's text, so that they can be coloured and chosen.</summary>
internal static class FormulaMarks
{
    /// <summary>Whether operands are written with their sample: a formula that mixes samples.</summary>
    public static bool ShowsSample(Formula<float> formula) => formula.Operands().GroupBy(operand => operand.Name)
        .Where(group => OperandSymbol.IsBatched(group.Key))
        .SelectMany(group => group)
        .Where(operand => !operand.Index.IsEmpty)
        .Select(operand => operand.Index[0]).Distinct().Skip(1).Any();

    /// <summary>Marks in the symbols.</summary>
    public static ImmutableArray<FormulaMark> InSymbols(Formula<float> formula, string text, Notation notation, bool showsSample) =>
        Find(Printed(formula, notation, isSymbols: true), text,
            operand => notation.Finish(OperandSymbol.Of(operand.Name, operand.Index.AsSpan(), notation, showsSample)));

    /// <summary>Marks in the numbers.</summary>
    public static ImmutableArray<FormulaMark> InNumbers(Formula<float> formula, string text, Notation notation) =>
        Find(Printed(formula, notation, isSymbols: false), text, operand => notation.Finish(notation.Number(operand.Value)));

    private static ImmutableArray<FormulaMark> Find(IEnumerable<Formula<float>.Operand> operands, string text, Func<Formula<float>.Operand, string> print)
    {
        var marks = ImmutableArray.CreateBuilder<FormulaMark>();
        int from = 0;
        foreach (var operand in operands)
        {
            string word = print(operand);
            int at = IndexOf(text, word, from);
            if (at < 0) continue;
            marks.Add(new FormulaMark(at, word.Length, operand.Name, operand.Index));
            from = at + word.Length;
        }
        return marks.ToImmutable();
    }

    // The whole word only: w₁ is not in w₁₂, 0.3 not in 0.31.
    private static int IndexOf(string text, string word, int from)
    {
        while ((from = text.IndexOf(word, from, StringComparison.Ordinal)) >= 0)
        {
            int end = from + word.Length;
            if ((end == text.Length || !Continues(text[end])) && (from == 0 || !Continues(text[from - 1]) || !Continues(word[0]))) return from;
            from++;
        }
        return -1;
    }

    private static bool Continues(char c) => char.IsLetterOrDigit(c) || c is '.' or '⁽' or '\u0302' || (c >= '₀' && c <= '₉');

    // The operands in printed order: a square once, of a long sum only the terms that are shown.
    private static IEnumerable<Formula<float>.Operand> Printed(Formula<float> formula, Notation notation, bool isSymbols)
    {
        IEnumerable<Formula<float>.Operand> All(Formula<float> part) => Printed(part, notation, isSymbols);
        return formula switch
        {
            Formula<float>.Operand operand => [operand],
            Formula<float>.Binary { Kind: BinaryKind.Multiply } square when ReferenceEquals(square.Left, square.Right) => All(square.Left),
            Formula<float>.Binary binary => All(binary.Left).Concat(All(binary.Right)),
            Formula<float>.Unary unary => All(unary.Argument),
            Formula<float>.Choice choice => All(choice.Condition.Holds() ? choice.Yes : choice.No),
            Formula<float>.Chain chain => Shown(chain.Terms, notation, isSymbols).SelectMany(All),
            Formula<float>.Largest largest => Shown(largest.Terms, notation, isSymbols: true).SelectMany(All),
            _ => [],
        };
    }

    private static IEnumerable<Formula<float>> Shown(ImmutableArray<Formula<float>> terms, Notation notation, bool isSymbols)
    {
        if (terms.Length <= notation.MostTerms) return terms;
        var first = terms.Take(Math.Max(1, notation.MostTerms / 2));
        return isSymbols ? first.Append(terms[^1]) : first;
    }
}
