using System.Collections.Immutable;

namespace Sim;

/// <summary>A question and what was said to its answers, as text.</summary>
internal static class QuestionSpans
{
    public static IEnumerable<Span> Ask(SessionModel model, AskContent ask, AskState answer)
    {
        yield return new Span("? ", Role.Accent);
        yield return new Span(model.Say(ask.Prompt), new Style(Role.Title));
        for (int k = 0; k < ask.Choices.Length; k++)
        {
            bool isGiven = answer.Given.Contains((k + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), isRight = isGiven && answer.IsRight && answer.Given[^1] == $"{k + 1}";
            bool isChosen = k == answer.Chosen && !answer.IsRight && model.Lesson is not { IsExploring: true };
            string mark = isRight ? "✓" : isGiven ? "✗" : isChosen ? ">" : " ";
            yield return new Span($"\n{mark} {k + 1}  ", isRight ? Role.Good : isGiven ? Role.Bad : Role.Key);
            yield return new Span(model.Say(ask.Choices[k]), isRight ? Role.Good : isGiven ? Role.Dim : Role.Text);
        }
        if (answer.IsRight) yield break;
        if (model.Lesson is { IsExploring: true })
        {
            yield return new Span("\n" + model.Say(SessionWords.BackToAnswer), Role.Dim);
            yield break;
        }
        yield return new Span("\n" + model.Say(ask.Choices.IsEmpty ? SessionWords.HowToAnswer : SessionWords.HowToChoose.With(ask.Choices.Length)), Role.Dim);
    }

    public static ImmutableArray<Span> Answer(SessionModel model, AskContent ask, AskState answer)
    {
        var said = ImmutableArray.CreateBuilder<Span>();
        for (int k = 0; k < Math.Min(answer.Hints, ask.Hints.Length); k++)
        {
            said.Add(new Span(Break(said) + model.Say(SessionWords.HintTitle.With(k + 1)) + "  ", Role.Warning));
            said.Add(new Span(model.Say(ask.Hints[k]), Role.Text));
        }
        if (answer.Given.IsEmpty) return said.ToImmutable();
        if (ask.Choices.IsEmpty) said.Add(new Span($"{Break(said)}{model.Say(SessionWords.YourAnswer)}: {answer.Given[^1]}", Role.Dim));
        said.Add(new Span(Break(said) + (answer.IsRight ? "✓ " : "✗ ") + AnswerWords.Verdict(answer, model.Language), answer.IsRight ? Role.Good : Role.Bad));
        said.Add(new Span(model.Say(answer.Feedback), Role.Text));
        if (answer.IsRight && !ask.Explain.IsEmpty) said.Add(new Span("\n" + model.Say(ask.Explain), Role.Text));
        return said.ToImmutable();
    }

    private static string Break(ImmutableArray<Span>.Builder said) => said.Count > 0 ? "\n" : "";
}
