using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>What the selected number was made of, in the order of its formula.</summary>
internal static class Operands
{
    private const int Most = 20_000;

    public static ImmutableArray<Formula<float>.Operand> Of(LessonModel lesson) => Of(lesson.Run.Step, lesson.Selection);

    public static ImmutableArray<Formula<float>.Operand> Of(Step<float>? step, Selection selection)
    {
        if (step is null || !step.Output.Contains(selection.Index.AsSpan())) return [];
        var found = ImmutableArray.CreateBuilder<Formula<float>.Operand>();
        Collect(step.Explain(selection.Index.AsSpan()), found);
        return [.. found.Distinct()];
    }

    private static void Collect(Formula<float> formula, ImmutableArray<Formula<float>.Operand>.Builder found)
    {
        if (found.Count >= Most) return;
        switch (formula)
        {
            case Formula<float>.Operand operand: found.Add(operand); break;
            case Formula<float>.Binary binary: Collect(binary.Left, found); Collect(binary.Right, found); break;
            case Formula<float>.Unary unary: Collect(unary.Argument, found); break;
            case Formula<float>.Comparison comparison: Collect(comparison.Left, found); Collect(comparison.Right, found); break;
            case Formula<float>.Choice choice: Collect(choice.Condition, found); Collect(choice.Yes, found); Collect(choice.No, found); break;
            case Formula<float>.Chain chain: foreach (var term in chain.Terms) Collect(term, found); break;
            case Formula<float>.Largest largest: foreach (var term in largest.Terms) Collect(term, found); break;
        }
    }
}
