using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>A trace as a walk for people: phase by phase, each step's rule in words, in symbols and in numbers. 80 columns.</summary>
internal sealed class TextTraceWriter<T> : ITraceWriter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostElements = 4;
    private readonly TextWriter output;
    private readonly TrainingProgram<T> program;
    private readonly Language language;
    private readonly Notation notation;
    private readonly ExplanationText text;
    private long update;
    private Phase? phase;

    public TextTraceWriter(TextWriter output, OpenedExperiment opened, TrainingProgram<T> program, Language language, bool isAscii)
    {
        (this.output, this.program, this.language) = (output, program, language);
        notation = NotationOf(program, language, isAscii);
        text = new ExplanationText(output, notation, language);
        new TraceHead<T>(output, notation, language).Write(opened, program);
    }

    /// <summary>How formulas of a program are written in a language.</summary>
    public static Notation NotationOf(TrainingProgram<T> program, Language language, bool isAscii) => new()
    {
        IsAscii = isAscii,
        ShowsLayers = program.Experiment.Layers.OfType<DenseSettings>().Count() > 1,
        MoreTerms = language == Language.Chinese ? "… 另外 {0} 项，和 {1}" : new Notation().MoreTerms,
    };

    public void Step(Step<T> step)
    {
        if (step.Update != update) Head(step);
        if (step.Phase != phase) Begin(step.Phase);
        (update, phase) = (step.Update, step.Phase);
        Title($" {step.Number,2}  {step.Name}{ShapeText(step.Output)}", RuleWords.Of(step.Rule, language));
        if (StepWords.Of(step.Name) is { } words) text.Paragraph(words[language]);
        if (step.Remark is { } remark) text.Paragraph(RemarkWords.Of(remark)[language]);
        Values(step);
        output.WriteLine();
    }

    public void Diverged(Divergence divergence)
    {
        output.WriteLine(notation.Finish($" !!  {DivergenceText.Of(divergence, language)}"));
        output.WriteLine();
    }

    public void End()
    {
    }

    private void Title(string name, string? rule)
    {
        var line = notation.Finish(rule is null ? name : $"{name}   {rule}");
        if (TextWidth.Of(line) <= ExplanationText.Width) output.WriteLine(line);
        else
        {
            output.WriteLine(name);
            text.Paragraph(rule!);
        }
    }

    private void Head(Step<T> step)
    {
        var title = language == Language.Chinese ? $"第 {step.Update} 次更新 · 第 {step.Epoch} 轮" : $"Update {step.Update} · epoch {step.Epoch}";
        text.Rule('═', title);
        output.WriteLine();
        phase = null;
    }

    private void Begin(Phase next)
    {
        var words = PhaseWords.Of(next);
        text.Rule('─', words.Title[language]);
        text.Paragraph(words.Intro[language], 1);
        output.WriteLine();
    }

    private void Values(Step<T> step)
    {
        var value = step.Output;
        if (step.Phase == Phase.Batch || IsGiven(step))
        {
            text.Table(value);
            return;
        }

        var shown = value.Values.Length <= MostElements ? value.Values.Length : 1;
        var index = new int[value.Shape.Length];
        for (var k = 0; k < shown; k++)
        {
            text.Element(Explanation.Of(step, index, notation), SampleOf(step, index));
            for (var d = index.Length - 1; d >= 0 && ++index[d] == value.Shape[d]; d--) index[d] = 0;
        }

        if (shown == value.Values.Length) return;
        text.Paragraph(language == Language.Chinese ? $"全部 {value.Values.Length} 个数：" : $"all {value.Values.Length} values:");
        text.Table(value);
    }

    private static bool IsGiven(Step<T> step) => step.Output.Values.Length > 0 && step.Explain(new int[step.Output.Shape.Length]) is Formula<T>.Number { Symbol: null };

    private int? SampleOf(Step<T> step, ReadOnlySpan<int> index) =>
        index.Length > 0 && step.Output.Shape[0] > 1 && OperandSymbol.IsBatched(step.Name) ? index[0] : null;

    private static string ShapeText(Tensor<T> value) => value.Shape.IsEmpty ? "" : $" [{string.Join(',', value.Shape)}]";
}
