using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>What the step pane shows of one element of one step.</summary>
internal sealed record StepPaneData
{
    public required RunView View { get; init; }

    /// <summary>Null in the initial state.</summary>
    public Explanation? Explanation { get; init; }

    public ImmutableArray<int> Element { get; init; } = [];
    public ImmutableArray<FormulaMark> SymbolMarks { get; init; } = [];
    public ImmutableArray<FormulaMark> NumberMarks { get; init; } = [];

    /// <summary>Where each operand of the explanation comes from.</summary>
    public ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>Operands that can be chosen.</summary>
    public int Operands => Origins.Length;

    /// <summary>The chosen element of the current step, explained.</summary>
    /// <param name="view">The run.</param>
    /// <param name="wished">The element; brought into the shape of what the step wrote.</param>
    /// <param name="settings">Digits and language.</param>
    /// <param name="centralDifference">A central difference of the loss for this gradient, if the engine was asked for one.</param>
    public static StepPaneData From(RunView view, ImmutableArray<int> wished, ViewSettings settings, double? centralDifference = null)
    {
        if (view.Step is not { } step || step.Output.Values.IsEmpty) return new StepPaneData { View = view };
        var element = ElementCursor.Clamp(step.Output.Shape, wished);
        var notation = NotationOf(view, settings);
        var explanation = Explanation.Of(step, element.AsSpan(), notation) with { Difference = centralDifference };
        var formula = step.Explain(element.AsSpan());
        return new StepPaneData
        {
            View = view,
            Explanation = explanation with
            {
                Operands = [.. explanation.Operands.Select(operand => operand with { Symbol = FormulaMarks.Symbol(formula, operand.Name, operand.Index, notation) })],
            },
            Element = element,
            SymbolMarks = explanation.Symbols is { } symbols ? FormulaMarks.InSymbols(formula, symbols, notation) : [],
            NumberMarks = explanation.Numbers is { } numbers ? FormulaMarks.InNumbers(formula, numbers, notation) : [],
            Origins = [.. explanation.Operands.Select(operand => Origin.Of(view, operand.Name, operand.Index))],
        };
    }

    private static Notation NotationOf(RunView view, ViewSettings settings) => new()
    {
        Digits = settings.Digits,
        IsAscii = settings.Ascii,
        MostTerms = settings.Projector ? 4 : 8,
        ShowsLayers = view.Network.Dense.Skip(1).Any(),
        MoreTerms = settings.Say(PaneWords.MoreTerms),
    };
}
