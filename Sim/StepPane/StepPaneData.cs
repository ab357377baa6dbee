using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>What the step pane shows of one element of one step.</summary>
internal sealed record StepPaneData
{
    public required RunView View { get; init; }

    /// <summary>Null in the initial state.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>The check of this number, if it was asked for.</summary>
    public NumberCheck? Check { get; init; }

    public ImmutableArray<int> Element { get; init; } = [];
    public ImmutableArray<FormulaMark> SymbolMarks { get; init; } = [];
    public ImmutableArray<FormulaMark> NumberMarks { get; init; } = [];

    public Notation Notation { get; init; } = new();

    /// <summary>Whether the formula mixes samples, so that its letters carry them.</summary>
    public bool ShowsSample { get; init; }

    /// <summary>Operands that can be chosen.</summary>
    public int Operands => Explanation?.Operands.Length ?? 0;

    /// <summary>Where an operand comes from.</summary>
    public Origin OriginOf(int operand) => Origin.Of(View, Explanation!.Operands[operand].Name, Explanation.Operands[operand].Index);

    /// <summary>Where every operand comes from.</summary>
    public ImmutableArray<Origin> Origins => [.. Enumerable.Range(0, Operands).Select(OriginOf)];

    /// <summary>The letter of an operand as it stands in the formula.</summary>
    public string SymbolOf(int operand) =>
        Notation.Finish(OperandSymbol.Of(Explanation!.Operands[operand].Name, Explanation.Operands[operand].Index.AsSpan(), Notation, ShowsSample));

    /// <summary>The chosen element of the current step, explained.</summary>
    /// <param name="view">The run.</param>
    /// <param name="wished">The element; brought into the shape of what the step wrote.</param>
    /// <param name="settings">Digits and language.</param>
    /// <param name="check">The check of this number, if the engine was asked for one.</param>
    public static StepPaneData From(RunView view, ImmutableArray<int> wished, ViewSettings settings, NumberCheck? check = null)
    {
        if (view.Step is not { } step || step.Output.Values.IsEmpty) return new StepPaneData { View = view };
        var element = ElementCursor.Clamp(step.Output.Shape, wished);
        var notation = NotationOf(view, settings);
        var explanation = Explanation.Of(step, element.AsSpan(), notation) with { Difference = check?.Measured?.Numeric };
        var formula = step.Explain(element.AsSpan());
        bool showsSample = FormulaMarks.ShowsSample(formula);
        return new StepPaneData
        {
            View = view,
            Explanation = explanation,
            Notation = notation,
            ShowsSample = showsSample,
            Element = element,
            Check = check,
            SymbolMarks = explanation.Symbols is { } symbols ? FormulaMarks.InSymbols(formula, symbols, notation, showsSample) : [],
            NumberMarks = explanation.Numbers is { } numbers ? FormulaMarks.InNumbers(formula, numbers, notation) : [],
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
