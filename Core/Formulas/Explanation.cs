using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>A value that another one was made of, to follow it to its own origin.</summary>
/// <param name="Name">The buffer.</param>
/// <param name="Index">Counted from 0.</param>
/// <param name="Symbol">Its letter.</param>
/// <param name="Value">As it was.</param>
public sealed record ExplainedOperand(string Name, ImmutableArray<int> Index, string Symbol, double Value);

/// <summary>
/// Everything about one number: the rule, its formula in symbols and in numbers, the result, and a second calculation in double precision.
/// Nothing else has to be looked at to show it.
/// </summary>
public sealed record Explanation
{
    /// <summary>The update, counted from 1.</summary>
    public required long Update { get; init; }

    /// <summary>Place in the update, counted from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The part of the update.</summary>
    public required Phase Phase { get; init; }

    /// <summary>The buffer, e.g. <c>layer1.z</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The element, counted from 0.</summary>
    public required ImmutableArray<int> Index { get; init; }

    /// <summary>Its letter, e.g. z₁.</summary>
    public required string Symbol { get; init; }

    /// <summary><c>=</c>, or <c>←</c> where a value is changed in place.</summary>
    public required string Sign { get; init; }

    /// <summary>The rule in symbols for the whole buffer.</summary>
    public required string Rule { get; init; }

    /// <summary>What the rule does not tell.</summary>
    public string? Remark { get; init; }

    /// <summary>The right-hand side in symbols; nothing for a number that is given and not calculated.</summary>
    public string? Symbols { get; init; }

    /// <summary>The right-hand side in numbers.</summary>
    public string? Numbers { get; init; }

    /// <summary>The same with every term of a sum as one number, where that says more.</summary>
    public string? Terms { get; init; }

    /// <summary>Why branches were taken, e.g. <c>z₁ = 0.3 &gt; 0</c>.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>The value that the run wrote.</summary>
    public required double Result { get; init; }

    /// <summary>The same as text.</summary>
    public required string ResultText { get; init; }

    /// <summary>The second calculation, in double precision from the same operands; nothing for a number that is given.</summary>
    public FormulaCheck? Check { get; init; }

    /// <summary>A third calculation that knows nothing of formulas (for gradients a central difference), by whoever can do it.</summary>
    public double? Difference { get; init; }

    /// <summary>Whether the second calculation agrees within rounding.</summary>
    public bool IsConfirmed => Check is not { } check || check.Agrees(Result);

    /// <summary>What it was made of, each once, in printed order.</summary>
    public required ImmutableArray<ExplainedOperand> Operands { get; init; }

    /// <summary>The explanation of an element of what <paramref name="step"/> wrote.</summary>
    /// <exception cref="ArgumentException">The index does not fit the output's shape.</exception>
    public static Explanation Of<T>(Step<T> step, ReadOnlySpan<int> index, Notation notation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var formula = step.Explain(index);
        var isGiven = formula is Formula<T>.Number { Symbol: null };
        var result = double.CreateTruncating(step.Output[index]);
        var symbols = FormulaText.Symbols(formula, notation);
        var numbers = FormulaText.Numbers(formula, notation).Text;
        var terms = FormulaText.Terms(formula, notation)?.Text;
        var operands = formula.Operands().DistinctBy(operand => (operand.Name, string.Join(',', operand.Index))).ToArray();
        return new()
        {
            Update = step.Update,
            Step = step.Number,
            Phase = step.Phase,
            Name = step.Name,
            Index = [.. index],
            Symbol = notation.Finish(OperandSymbol.Of(step.Name, index, notation)),
            Sign = notation.Finish(operands.Any(operand => operand.Name == step.Name) ? "←" : "="),
            Rule = notation.Finish(step.Rule),
            Remark = step.Remark,
            Symbols = isGiven ? null : symbols.Text,
            Numbers = isGiven ? null : numbers,
            Terms = isGiven || terms == numbers ? null : terms,
            Conditions = [.. symbols.Conditions],
            Result = result,
            ResultText = NumberText.Of(result, notation.Digits, notation.IsAscii),
            Check = isGiven ? null : FormulaCheck.Of(formula),
            Operands = [.. operands.Select(operand => new ExplainedOperand(
                operand.Name,
                operand.Index,
                notation.Finish(OperandSymbol.Of(operand.Name, operand.Index.AsSpan(), notation, step.Rows > 1)),
                double.CreateTruncating(operand.Value)))],
        };
    }
}
