using System.Text;
using System.Text.RegularExpressions;
using Core;

namespace Lessons;

/// <summary>A lesson on paper: its scenes with the formulas in symbols, its questions, and blanks; or the same with everything filled in.</summary>
public static class Worksheet
{
    /// <summary>The sheet as Markdown.</summary>
    /// <param name="runs">Runs of the lesson for this alone: they are moved from scene to scene.</param>
    /// <param name="language">Its language.</param>
    /// <param name="withAnswers">For the teacher: numbers, right answers, feedback, hints.</param>
    public static string Markdown(LessonRuns runs, Language language, bool withAnswers) => new WorksheetWriter(runs, language, withAnswers).Write();
}

internal sealed partial class WorksheetWriter(LessonRuns runs, Language language, bool withAnswers)
{
    private const string Blank = "______";

    private readonly StringBuilder sheet = new();
    private readonly Examiner examiner = new(runs);
    private readonly List<double> asked = [];

    public string Write()
    {
        var lesson = runs.Lesson;
        Paragraph($"# {lesson.Title.In(language)}");
        Paragraph(lesson.Summary.In(language));
        if (!withAnswers) Paragraph(language == Language.English ? $"Name: {Blank}{Blank} Date: {Blank}" : $"姓名：{Blank}{Blank} 日期：{Blank}");
        for (var index = 0; index < lesson.Scenes.Length; index++) Scene(index);
        if (runs.ValuesAt(lesson.Scenes.Length - 1) is { } last) Paragraph($"**{lesson.Takeaway.In(language, last)}**");
        if (!lesson.Sandbox.IsEmpty) Paragraph(lesson.Sandbox.In(language));
        return sheet.ToString().TrimEnd() + "\n";
    }

    private void Scene(int index)
    {
        var scene = runs.Lesson.Scenes[index];
        Paragraph($"## {index + 1}{(scene.Title.IsEmpty ? "" : $". {scene.Title.In(language)}")}");
        if (!runs.GoToScene(index).Ok || runs.ValuesAt(index) is not { } values) return;
        Paragraph(Spoken(scene.Text, values).Replace("\n", "\n\n"));
        if (scene.Focus is { } focus) Formula(runs.Of(scene.Variant), focus);
        if (scene.Ask is { } ask) Question(index, ask, values);
    }

    private void Formula(LessonRun run, Focus focus)
    {
        var update = run.Now.Update;
        if (update == 0 || !run.Timeline.Seek(update, focus.Step) || run.Timeline.Current is not { } step) return;
        var index = focus.Index.IsEmpty && step.Output.Values.Length == 1 ? [.. step.Output.Shape.Select(_ => 0)] : focus.Index;
        if (index.Length != step.Output.Shape.Length) return;
        var explained = Explanation.Of(step, index.AsSpan(), new Notation());
        if (explained.Symbols is not null)
            Paragraph($"{explained.Symbol} {explained.Sign} {explained.Symbols}{(withAnswers ? $" = {explained.Numbers} = {explained.ResultText}" : $" = {Blank}")}");
    }

    private void Question(int index, Question ask, IRunValues values)
    {
        Paragraph($"**{Spoken(ask.Prompt, values)}**");
        if (ask is ChoiceQuestion choice) Choices(index, choice, values);
        else
        {
            var right = examiner.RightAnswer(index);
            Paragraph($"{(language == Language.English ? "Answer" : "答案")}{(language == Language.English ? ": " : "：")}{(withAnswers ? right ?? "–" : Blank)}");
            if (TypedNumber.Read(right ?? "") is { Ok: true } number) asked.Add(number.Value);
        }
        if (!withAnswers) return;
        foreach (var (hint, number) in ask.Hints.Select((hint, k) => (hint, k + 1)))
            sheet.Append($"- {(language == Language.English ? $"Hint {number}: " : $"提示 {number}：")}{Spoken(hint, values)}\n");
        if (!ask.Hints.IsEmpty) sheet.Append('\n');
        if (!ask.Explain.IsEmpty) Paragraph($"> {Spoken(ask.Explain, values).Replace("\n", "\n> ")}");
    }

    private void Choices(int index, ChoiceQuestion question, IRunValues values)
    {
        var right = withAnswers ? examiner.RightAnswer(index) : null;
        foreach (var (choice, number) in question.Choices.Select((choice, k) => (choice, k + 1)))
        {
            sheet.Append($"- [{(right == $"{number}" ? 'x' : ' ')}] {Spoken(choice.Text, values)}");
            if (withAnswers) sheet.Append($" *{Spoken(choice.Feedback, values)}*");
            sheet.Append('\n');
        }
        sheet.Append('\n');
    }

    // What was asked before is left for the learner to fill in.
    private string Spoken(Text text, IRunValues values)
    {
        if (withAnswers || asked.Count == 0) return text.In(language, values);
        var blanked = Hole().Replace(text.In(language), hole => IsAsked(hole.Groups[1].Value, values) ? Blank : hole.Value);
        return new Text(blanked, blanked).In(language, values);
    }

    private bool IsAsked(string expression, IRunValues values) =>
        Expression.Parse(expression) is { Ok: true } parsed && parsed.Value.Number(values) is { Ok: true } number
        && asked.Exists(answer => Math.Abs(answer - number.Value) <= 1e-6 * Math.Abs(answer));

    private void Paragraph(string text) => sheet.Append(text).Append("\n\n");

    [GeneratedRegex(@"(?<!\{)\{\{([^{}:]+)(?::[^{}]*)?\}\}(?!\})")]
    private static partial Regex Hole();
}
