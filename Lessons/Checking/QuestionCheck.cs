using System.Collections.Immutable;

namespace Lessons;

/// <summary>Answers one question in every way that matters and looks at the verdicts.</summary>
internal sealed class QuestionCheck(LessonRuns runs, int scene, Report report)
{
    private readonly Examiner examiner = new(runs);
    private int answers;

    /// <summary>Tries all answers; returns how many there were.</summary>
    public int All()
    {
        switch (runs.Lesson.Scenes[scene].Ask)
        {
            case ChoiceQuestion choice: Choice(choice); break;
            case NumberQuestion number: Number(number, number.Slips, number.Tolerance); break;
            case PredictQuestion predict: Number(predict, predict.Slips, predict.Tolerance); break;
        }
        return answers;
    }

    private void Choice(ChoiceQuestion question)
    {
        for (var k = 0; k < question.Choices.Length; k++)
        {
            var verdict = Judge($"{k + 1}");
            if (verdict.Kind == VerdictKind.Unanswerable)
            {
                Wrong(question.Place, "a question that cannot be judged", "exactly one right choice at the scene's moment", verdict.Feedback.En);
                return;
            }
            if (verdict.IsRight != (verdict.Choice == k)) Wrong(question.Choices[k].Place, $"choice {k + 1}, judged {verdict.Kind}", "a verdict that fits its condition", null);
            if (verdict.Feedback.IsEmpty) Wrong(question.Choices[k].Place, $"choice {k + 1} without feedback", "feedback that says why", null);
        }
    }

    private void Number(Question question, ImmutableArray<Slip> slips, Tolerance tolerance)
    {
        var values = runs.ValuesAt(scene)!;
        if (examiner.RightAnswer(scene) is not { } right)
        {
            Wrong(question.Place, "a question without an answer", "a number at the scene's moment", Judge("0").Feedback.En);
            return;
        }
        if (Judge("0").Answer is { } answer && !double.IsFinite(answer)) Wrong(question.Place, $"the answer {right}", "a finite number", "ask at another moment");
        else if (!Judge(right).IsRight) Wrong(question.Place, $"the right answer {right}, judged wrong", "a tolerance that accepts it", null);
        var known = new List<(string Name, double Value)>();
        foreach (var slip in slips)
        {
            var value = slip.Value.Value.Number(values);
            if (!value.Ok)
            {
                report("question", value.Error.At(slip.Value.Place));
                continue;
            }
            var verdict = Judge(Lessons.Number.Shortest(value.Value));
            if (verdict.IsRight) Wrong(slip.Value.Place, $"the slip {slip.Name}, which gives the right answer {right}", "a slip that leads to another number", "leave it out or ask at another moment");
            else if (known.Find(other => tolerance.Accepts(value.Value, other.Value)) is { Name: { } other })
                Wrong(slip.Value.Place, $"the slip {slip.Name}, which gives the same number as {other}", "slips that can be told apart", "join the two");
            else if (verdict.Slip != slip.Name) Wrong(slip.Value.Place, $"the slip {slip.Name}, recognised as {verdict.Slip ?? "nothing"}", "a slip that is recognised", "make the tolerance smaller");
            known.Add((slip.Name, value.Value));
        }
    }

    private Verdict Judge(string answer)
    {
        answers++;
        return examiner.Judge(scene, answer);
    }

    private void Wrong(Core.Place place, string given, string expected, string? fix) => report("question", new(place, given, expected, fix));
}
