using System.Collections.Immutable;
using System.Globalization;

namespace Lessons;

/// <summary>
/// Judges answers on the run, at the moment of the question's scene, wherever the learner has wandered meanwhile.
/// </summary>
public sealed class Examiner(LessonRuns runs)
{
    /// <summary>Judges an answer to the question of a scene.</summary>
    /// <param name="scene">The scene, from 0; it asks a question.</param>
    /// <param name="answer">For a choice its number from 1 or its letter from a; otherwise a number or a calculation.</param>
    public Verdict Judge(int scene, string answer) => runs.Lesson.Scenes[scene].Ask switch
    {
        ChoiceQuestion choice => Judge(choice, scene, answer),
        NumberQuestion number => Judge(number, scene, answer),
        PredictQuestion predict => Judge(predict, scene, answer),
        _ => throw new ArgumentException($"scene {runs.Lesson.Scenes[scene].Id} asks nothing", nameof(scene)),
    };

    /// <summary>The right answer as it would be typed; null if the question fails on this run.</summary>
    public string? RightAnswer(int scene)
    {
        var probe = Judge(scene, runs.Lesson.Scenes[scene].Ask is ChoiceQuestion ? "1" : "0");
        return probe.Choice is { } choice ? (choice + 1).ToString(CultureInfo.InvariantCulture) : probe.Answer is { } number ? Number.Shortest(number) : null;
    }

    /// <summary>What the usual slips of a number question or a prediction lead to on this run; those that lead to the right answer or to none are left out.</summary>
    public ImmutableArray<(string Name, double Value, Text Feedback)> Slips(int scene) => runs.Lesson.Scenes[scene].Ask switch
    {
        NumberQuestion number when Value(number.Answer, scene) is { Ok: true } right => Apart(Own(number.Slips, scene), right.Value, number.Tolerance),
        PredictQuestion predict when Predicted(predict, scene) is { } coming => Apart([.. Own(predict.Slips, scene), .. UsualSlips.Of(coming)], coming.Right, predict.Tolerance),
        _ => [],
    };

    private Verdict Judge(ChoiceQuestion question, int scene, string answer)
    {
        if (runs.ValuesAt(scene) is not { } values) return Unanswerable("the scene cannot be reached");
        var holds = question.Choices.Select(choice => choice.Right.Value.Holds(values)).ToArray();
        if (Array.Find(holds, result => !result.Ok) is { } failed) return Unanswerable(failed.Error!.Message);
        int[] right = [.. Enumerable.Range(0, holds.Length).Where(k => holds[k].Value)];
        if (right.Length != 1) return Unanswerable(right.Length == 0 ? "no choice is right" : $"choices {string.Join(" and ", right.Select(k => k + 1))} are right");
        if (Chosen(answer.Trim(), holds.Length) is not { } chosen)
            return new(VerdictKind.Unreadable, new($"Choose 1 to {holds.Length}.", $"请选择 1 到 {holds.Length}。"), Choice: right[0]);
        return new(chosen == right[0] ? VerdictKind.Right : VerdictKind.Wrong, question.Choices[chosen].Feedback, Choice: right[0]);
    }

    private static int? Chosen(string answer, int count)
    {
        var chosen = answer.Length == 1 && char.IsAsciiLetter(answer[0]) ? char.ToLowerInvariant(answer[0]) - 'a'
            : int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;
        return chosen >= 0 && chosen < count ? chosen : null;
    }

    private Verdict Judge(NumberQuestion question, int scene, string answer)
    {
        var right = Value(question.Answer, scene);
        if (!right.Ok) return Unanswerable(right.Error.Message);
        return Judge(scene, answer, right.Value, question.Tolerance);
    }

    private Verdict Judge(PredictQuestion question, int scene, string answer) =>
        Predicted(question, scene) is { } coming
            ? Judge(scene, answer, coming.Right, question.Tolerance)
            : Unanswerable($"{question.Value.Step} is not written after this moment, or has no such element");

    private Verdict Judge(int scene, string answer, double right, Tolerance tolerance)
    {
        var typed = TypedNumber.Read(answer);
        if (!typed.Ok)
            return new(VerdictKind.Unreadable, new($"Type a number such as 0.25 or a calculation such as 0.5 * 0.5. ({typed.Error.Message})", "请输入一个数（如 0.25）或算式（如 0.5 * 0.5）。"), Answer: right);
        if (tolerance.Accepts(typed.Value, right)) return new(VerdictKind.Right, new("Right.", "正确。"), Answer: right);
        foreach (var (name, value, feedback) in Slips(scene))
            if (tolerance.Accepts(typed.Value, value)) return new(VerdictKind.Wrong, feedback, name, right);
        var low = typed.Value < right;
        return new(VerdictKind.Wrong, double.IsNaN(right) ? new("Not this.", "不对。") : low ? new("Too small.", "太小了。") : new("Too large.", "太大了。"), Answer: right);
    }

    private IEnumerable<(string, double, Text)> Own(ImmutableArray<Slip> slips, int scene)
    {
        foreach (var slip in slips)
            if (Value(slip.Value, scene) is { Ok: true } value) yield return (slip.Name, value.Value, slip.Feedback);
    }

    private static ImmutableArray<(string Name, double Value, Text Feedback)> Apart(IEnumerable<(string Name, double Value, Text Feedback)> slips, double right, Tolerance tolerance) =>
        [.. slips.Where(slip => double.IsFinite(slip.Value) && !tolerance.Accepts(slip.Value, right))];

    private TextResult<double> Value(Placed<Expression> expression, int scene) =>
        runs.ValuesAt(scene) is { } values ? expression.Value.Number(values) : new(new TextError("the scene cannot be reached", expression.ToString(), default));

    private Coming? Predicted(PredictQuestion question, int scene) =>
        runs.Scene(scene) is { } at ? Coming.After(runs.Of(at.Variant), at.At, question.Value) : null;

    private static Verdict Unanswerable(string why) =>
        new(VerdictKind.Unanswerable, new($"This question has no answer on this run: {why}.", $"这个问题在当前运行中没有答案：{why}。"));
}
