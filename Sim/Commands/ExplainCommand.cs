using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim explain</c> was asked for.</summary>
internal sealed record ExplainRequest(Asked Asked, string? At, string Value, Precision? Precision);

/// <summary><c>sim explain</c>: where one number comes from.</summary>
internal sealed class ExplainCommand(CommandHost host)
{
    public int Run(ExplainRequest request)
    {
        var opened = new OwnData(host).Open(request.Asked);
        var position = opened.At;
        if (request.At is { } text)
        {
            var parsed = Position.Parse(text);
            position = parsed.Ok ? parsed.Value : throw new RequestException($"--at {text} is no moment of a run\n{OpenedExperiment.Indented(parsed.Error.ToString())}");
        }

        if (position is null) throw new RequestException("no moment is given; expected --at POSITION, for example --at 1 (after update 1) or --at 3:layer1.z.");
        position = ConditionSearch.Resolve(opened, position, host.Cancellation);
        return (request.Precision ?? opened.Experiment.Precision) == Precision.Double
            ? Run<double>(opened, position, request)
            : Run<float>(opened, position, request);
    }

    private int Run<T>(OpenedExperiment opened, Position position, ExplainRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = opened.Compile<T>();
        string[] names = [.. program.Operations.Where(operation => !operation.IsHidden).Select(operation => operation.Output.Name).Distinct()];
        var value = ValueReference.Parse(request.Value, names);
        var notation = TextTraceWriter<T>.NotationOf(program, request.Asked.Language, host.IsAscii) with { Digits = 6, MostTerms = 10 };
        var finder = new StepFinder<T>(program, names, host.Cancellation);
        try
        {
            var step = finder.Find(position, value.Name);
            if (step is null) return StartValue(program, value, notation, request.Asked.Language);
            var explanation = Explanation.Of(step, value.For([.. step.Output.Shape]), notation);
            Write(explanation, notation, request.Asked.Language);
            return explanation.IsConfirmed ? ExitCode.Fine : ExitCode.CheckFailed;
        }
        catch (RunException stopped)
        {
            throw new RequestException($"{opened.Name}: {stopped.Message}");
        }
    }

    private int StartValue<T>(TrainingProgram<T> program, ValueReference value, Notation notation, Language language)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        program.Reset();
        var parameter = program.Parameters.FirstOrDefault(buffer => buffer.Name == value.Name)
            ?? throw new RequestException($"--value {value}: {value.Name} is not written before this moment; expected a weight or bias, or a later --at.");
        var index = value.For([.. parameter.Shape]);
        var tensor = new Tensor<T>(parameter.Name, parameter.Shape, [.. parameter.ToArray(0)]);
        var text = notation.Finish(notation.Number(double.CreateTruncating(tensor[index])));
        host.Out.WriteLine($"{new ValueReference(value.Name, index)} = {text}");
        host.Out.WriteLine();
        new ExplanationText(host.Out, notation, language).Paragraph(
            language == Language.Chinese ? "训练开始之前的初始值，由实验给定或按种子抽取。" : "The start value, before the first update: stated by the experiment or drawn from its seed.", 2);
        return ExitCode.Fine;
    }

    private void Write(Explanation e, Notation notation, Language language)
    {
        var isChinese = language == Language.Chinese;
        var text = new ExplanationText(host.Out, notation, language);
        var name = e.Name + (e.Index.IsEmpty ? "" : $"[{string.Join(',', e.Index)}]");
        host.Out.WriteLine(notation.Finish(isChinese
            ? $"{name} = {e.ResultText}   第 {e.Update} 次更新，第 {e.Step} 步（{PhaseWords.Of(e.Phase).Title.Zh}）"
            : $"{name} = {e.ResultText}   update {e.Update}, step {e.Step}, {PhaseNames.Of(e.Phase)}"));
        host.Out.WriteLine();
        if (RuleWords.Of(e.Rule, language) is { } rule) text.Paragraph(rule);
        if (StepWords.Of(e.Name) is { } words) text.Paragraph(words[language]);
        if (e.Remark is { } remark) text.Paragraph(RemarkWords.Of(remark)[language]);
        host.Out.WriteLine();
        text.Element(e, null);
        if (e.Check is { } check)
        {
            var (again, off, bound) = (NumberText.Of(check.Value, 10), NumberText.Of(e.Result - check.Value, 3), NumberText.Of(check.Bound, 2));
            host.Out.WriteLine();
            text.Paragraph(isChinese
                ? $"用双精度重算：{again}；相差 {off}，舍入误差最多 {bound}：{(e.IsConfirmed ? "一致" : "不一致")}。"
                : $"Calculated again in double precision: {again}; it differs by {off}, and rounding explains up to {bound}: {(e.IsConfirmed ? "confirmed" : "NOT confirmed")}.");
        }

        if (e.Difference is { } difference)
            text.Paragraph(isChinese ? $"中心差分：{NumberText.Of(difference, 6)}。" : $"Central difference: {NumberText.Of(difference, 6)}.");
        if (e.Operands.IsEmpty) return;
        host.Out.WriteLine();
        text.Paragraph(isChinese ? "它由这些数算出：" : "It is made of:");
        Operands(e, notation, isChinese);
    }

    private void Operands(Explanation e, Notation notation, bool isChinese)
    {
        const int Most = 24;
        var shown = e.Operands.Take(Most).ToArray();
        var width = shown.Max(operand => TextWidth.Of(operand.Symbol));
        var names = shown.Select(operand => operand.Name + (operand.Index.IsEmpty ? "" : $"[{string.Join(',', operand.Index)}]")).ToArray();
        var nameWidth = names.Max(name => name.Length);
        foreach (var (operand, name) in shown.Zip(names))
            host.Out.WriteLine(notation.Finish($"       {Text.Fit(operand.Symbol, width)}   {name.PadRight(nameWidth)}   {notation.Number(operand.Value)}"));
        if (e.Operands.Length > Most) host.Out.WriteLine(isChinese ? $"       … 另外 {e.Operands.Length - Most} 个" : notation.Finish($"       … {e.Operands.Length - Most} more"));
    }
}
