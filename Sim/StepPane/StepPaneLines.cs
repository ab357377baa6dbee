using System.Collections.Immutable;
using System.Globalization;
using Core;

namespace Sim;

/// <summary>The pane's content as lines of one width, before scrolling.</summary>
internal sealed class StepPaneLines(StepPaneData data, ViewSettings settings, StepPaneState state, int width)
{
    private const int MostOperands = 24, FewestMatrixLines = 5, TallEnough = 16;

    /// <summary>Every line.</summary>
    public List<IReadOnlyList<Span>> All { get; } = [];

    /// <summary>The line of the chosen operand, −1 for none.</summary>
    public int Chosen { get; private set; } = -1;

    /// <summary>The line after a check that was asked for; 0 without one.</summary>
    public int CheckEnd { get; private set; }

    /// <param name="height">Lines that can be seen at once: the matrix takes what the rest leaves.</param>
    public void Build(int height)
    {
        if (data.Explanation is not { } explanation || data.View.Step is not { } step)
        {
            Paragraph([new(settings.Say(PaneWords.InitialHint), Role.Text)]);
            return;
        }
        bool isTall = height >= TallEnough;
        if (isTall) AddWords(explanation);
        AddRule(explanation, step, isTall);
        AddFormula(explanation);
        AddResult(explanation);
        AddNotes(explanation);
        if (step.Output.Values.Length > 1) AddMatrix(step, height);
        if (explanation.Operands.Length > 0) AddOperands(explanation);
        if (!isTall) AddWords(explanation);
    }

    private void AddWords(Explanation explanation)
    {
        if (Lessons.StepWords.Of(explanation.Name) is { } words) Paragraph([words[settings.Language]]);
    }

    private void AddRule(Explanation explanation, Step<float> step, bool isTall)
    {
        if (isTall && !settings.Projector && Lessons.RuleWords.Of(explanation.Rule, settings.Language) is { } rule) Paragraph([new(rule, Role.Dim)]);
        string element = ElementText.Describe(data.View, explanation.Name, step.Output.Shape, data.Element, settings);
        if (element.Length > 0) Line([new(element, Role.Dim)]);
    }

    private void AddFormula(Explanation explanation)
    {
        Span left = new($"{explanation.Symbol} {explanation.Sign} ", new Style(ValueRole.Of(explanation.Name)).Bold);
        if (explanation.Symbols is not { } symbols)
        {
            Line([left, new(explanation.ResultText, Role.Active), new("  " + settings.Say(explanation.Name.StartsWith("eval.", StringComparison.Ordinal) ? PaneWords.Measured : PaneWords.Given), Role.Dim)]);
            return;
        }
        int indent = Math.Min(TextWidth.Of(left.Text) - 2, width / 3);
        Indented([left], Coloured(symbols, data.SymbolMarks, isNumbers: false), indent + 2);
        Indented([new(new string(' ', indent) + "= ", Role.Dim)], Coloured(explanation.Numbers!, data.NumberMarks, isNumbers: true), indent + 2);
        if (explanation.Terms is { } terms && terms != explanation.Numbers)
            Indented([new(new string(' ', indent) + "= ", Role.Dim)], [FormulaLines.Breakable(terms)], indent + 2);
        Line([new(new string(' ', indent) + "= ", Role.Dim), new(explanation.ResultText, Role.Active), .. Verdict(explanation)]);
    }

    private IEnumerable<Span> Verdict(Explanation explanation)
    {
        if (explanation.Check is null) yield break;
        yield return explanation.IsConfirmed
            ? new Span($"   ✓ {settings.Say(PaneWords.Checked)}", Role.Good)
            : new Span($"   ✗ {settings.Say(PaneWords.Differs)}", Role.Bad);
    }

    private void AddResult(Explanation explanation)
    {
        if (data.Check is { Again: { } again } asked)
        {
            AddCheck(asked, again);
            CheckEnd = All.Count;
        }
        else if (explanation.Check is { } check && !settings.Projector) Again(InDouble(explanation.Result, check.Value));
    }

    // In a narrow pane on two lines rather than cut.
    private void Again(IReadOnlyList<Span> spans)
    {
        if (spans.Sum(span => TextWidth.Of(span.Text)) <= width) Line(spans);
        else Paragraph(spans);
    }

    private void AddCheck(NumberCheck asked, FormulaCheck again)
    {
        Rule(settings.Say(PaneWords.Check));
        Paragraph([.. InDouble(asked.Value, again.Value), new($"  {settings.Say(PaneWords.Rounding)} {Number(again.Bound, 2)}", Role.Dim), Mark(asked.IsConfirmed, asked.IsConfirmed ? GradientVerdict.Agrees : GradientVerdict.Differs)]);
        if (asked.Measured is not { } measured || asked.Verdict is not { } verdict || MeasuredDerivative.Meaning(asked.Name) is not var (loss, by)) return;
        Paragraph([
            new($"{settings.Say(PaneWords.Central)} ", Role.Dim), new(Number(measured.Numeric, 6), Role.Text),
            new($"  {settings.Say(PaneWords.Difference)} {Number(CheckText.Off(asked.Value, measured.Numeric), 2)}", Role.Dim), Mark(verdict != GradientVerdict.Differs, verdict)]);
        Paragraph([new($"({string.Format(CultureInfo.InvariantCulture, settings.Say(PaneWords.HowMeasured), loss, CheckText.Place(by, asked))})", Role.Dim)]);
    }

    private Span Mark(bool isFine, GradientVerdict verdict) =>
        new($"  {(verdict == GradientVerdict.Kink ? "!" : isFine ? "✓" : "✗")} {CheckText.VerdictWord(verdict).In(settings.Language)}", verdict == GradientVerdict.Kink ? Role.Warning : isFine ? Role.Good : Role.Bad);

    private IReadOnlyList<Span> InDouble(double result, double again) =>
    [
        new($"{settings.Say(PaneWords.InDouble)} ", Role.Dim), new(Number(again, 10), Role.Text),
        new($"  {settings.Say(PaneWords.Difference)} {Number(CheckText.Off(result, again), 2)}", Role.Dim),
    ];

    private void AddNotes(Explanation explanation)
    {
        foreach (string condition in explanation.Conditions)
            Paragraph([new($"{settings.Say(PaneWords.Because)} ", Role.Dim), new(condition, Role.Text)]);
        if (explanation.Remark is { } remark) Paragraph([new("· " + Lessons.RemarkWords.Of(remark)[settings.Language], Role.Dim)]);
    }

    private void AddMatrix(Step<float> step, int height)
    {
        Rule($"{step.Name} [{string.Join(", ", step.Output.Shape)}]");
        int room = Math.Max(FewestMatrixLines, height - All.Count - Math.Min(6, data.Operands) - 1);
        All.AddRange(MatrixView.Lines(step.Output, data.Element, width, Math.Min(room, MatrixView.Rows(step.Output.Shape) + 1), settings));
    }

    private void AddOperands(Explanation explanation)
    {
        Rule(settings.Say(PaneWords.MadeOf));
        var visible = MatrixView.Window(explanation.Operands.Length, MostOperands, Math.Max(0, state.Operand));
        var shown = explanation.Operands[visible.First..visible.End];
        string[] letters = [.. Enumerable.Range(visible.First, shown.Length).Select(data.SymbolOf)];
        int symbols = letters.Max(TextWidth.Of);
        int numbers = shown.Max(operand => Number(operand.Value).Length);
        int names = shown.Max(operand => Place(operand).Length);
        More(visible.First);
        for (int k = visible.First; k < visible.End; k++)
        {
            var operand = explanation.Operands[k];
            bool isChosen = k == state.Operand;
            if (isChosen) Chosen = All.Count;
            Style style = ValueRole.Of(operand.Name);
            All.Add([
                new(isChosen ? "> " : "  ", Role.Active), new(Text.Fit(letters[k - visible.First], symbols), isChosen ? style.Reverse : style), "  ",
                new(Text.Fit(Number(operand.Value), numbers, Align.Right), isChosen ? new Style(Role.Active) : Role.Text),
                new("  " + Text.Fit(Place(operand), names), Role.Dim), new("  " + From(data.OriginOf(k)), isChosen ? Role.Key : Role.Dim)]);
        }
        More(explanation.Operands.Length - visible.End);
    }

    private void More(int count)
    {
        if (count > 0) Line([new(string.Create(CultureInfo.InvariantCulture, $"  ⋮ {count} {settings.Say(PaneWords.More)}"), Role.Dim)]);
    }

    private static string Place(ExplainedOperand operand) => operand.Index.IsEmpty ? operand.Name : $"{operand.Name}[{string.Join(',', operand.Index)}]";

    private string From(Origin origin)
    {
        int step = data.View.Steps.FirstOrDefault(info => info.Name == origin.Name)?.Number ?? 0;
        return origin.Kind switch
        {
            OriginKind.ThisUpdate => string.Format(CultureInfo.InvariantCulture, settings.Say(PaneWords.FromStep), step),
            OriginKind.EarlierUpdate => string.Format(CultureInfo.InvariantCulture, settings.Say(PaneWords.FromUpdate), origin.Update),
            _ => settings.Say(PaneWords.FromStart),
        };
    }

    // Each operand in its colour, the chosen one reversed.
    private List<Span> Coloured(string text, ImmutableArray<FormulaMark> marks, bool isNumbers)
    {
        var chosen = state.Operand >= 0 && state.Operand < data.Operands ? data.Explanation!.Operands[state.Operand] : null;
        text = FormulaLines.Breakable(text);
        var spans = new List<Span>();
        int at = 0;
        foreach (var mark in marks)
        {
            if (mark.Start > at) spans.Add(text[at..mark.Start]);
            Style style = ValueRole.Of(mark.Name);
            if (chosen is not null && mark.IsOf(chosen)) style = style.Reverse;
            spans.Add(new(text[mark.Start..mark.End], isNumbers && style.Role == Role.Text ? style.Bold : style));
            at = mark.End;
        }
        if (at < text.Length) spans.Add(text[at..]);
        return spans;
    }

    private string Number(double value) => Number(value, settings.Digits);

    private string Number(double value, int digits) => NumberText.Of(value, digits, settings.Ascii);

    private void Line(IReadOnlyList<Span> spans) => All.Add(spans);

    private void Paragraph(IReadOnlyList<Span> spans) => All.AddRange(Flow.Wrap(spans, width));

    // The first line after the prefix, the others under its end.
    private void Indented(IReadOnlyList<Span> prefix, IReadOnlyList<Span> spans, int indent)
    {
        int room = Math.Max(8, width - indent);
        foreach (var (i, broken) in Flow.Wrap(spans, room).Index())
        {
            var line = broken.Select(span => span with { Text = FormulaLines.Plain(span.Text) });
            All.Add(i == 0 ? [.. prefix, .. line] : [new(new string(' ', indent), Role.Text), .. line]);
        }
    }

    private void Rule(string label)
    {
        string kept = Text.Truncate(label, Math.Max(0, width - 6));
        All.Add([new("── ", Role.Frame), new(kept, Role.Dim), new(" " + new string('─', Math.Max(0, width - TextWidth.Of(kept) - 4)), Role.Frame)]);
    }
}
