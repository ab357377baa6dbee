namespace Sim;

/// <summary>The end of a lesson: what to remember, and what was right at the first try.</summary>
internal static class SummaryView
{
    public static void Draw(Region screen, SessionModel model, LessonModel lesson)
    {
        var inside = Frame.Draw(screen.SkipBottom(1), model.Say(lesson.Title), note: model.Say(SessionWords.SummaryHelp), focused: true).Inset(2, 1);
        var lines = Flow.Wrap(Spans(model, lesson), inside.Width);
        int first = Math.Clamp(model.OverlayRow, 0, Math.Max(0, lines.Count - inside.Height));
        for (int y = 0; y < inside.Height && first + y < lines.Count; y++) Text.Line(inside, y, lines[first + y]);
        FooterView.Draw(screen.Bottom(1), model);
    }

    private static IEnumerable<Span> Spans(SessionModel model, LessonModel lesson)
    {
        yield return new Span(model.Say(SessionWords.SummaryTitle) + "\n\n", Role.Title);
        yield return new Span(model.Say(lesson.Takeaway) + "\n\n", Role.Active);
        var asked = lesson.Scenes.Where(scene => scene.Asks).ToList();
        int first = asked.Count(scene => lesson.Answers.GetValueOrDefault(scene.Id)?.IsFirstTry == true);
        yield return new Span(model.Say(asked.Count == 0 ? SessionWords.SummaryNoQuestions : SessionWords.SummaryScore.With(first, asked.Count)) + "\n", Role.Title);
        foreach (var scene in asked)
        {
            var (mark, role) = Mark(lesson.Answers.GetValueOrDefault(scene.Id) ?? AskState.None);
            yield return new Span($"  {lesson.Scenes.IndexOf(scene) + 1,2}  {Name(model, scene)}  ", Role.Text);
            yield return new Span(model.Say(mark) + "\n", role);
        }
        if (lesson.Sandbox.IsEmpty) yield break;
        yield return new Span("\n" + model.Say(SessionWords.SummaryTry) + "\n", Role.Title);
        yield return new Span(model.Say(lesson.Sandbox), Role.Text);
    }

    private static string Name(SessionModel model, SceneInfo scene) => scene.Title.IsEmpty ? scene.Id : model.Say(scene.Title);

    private static (Phrase Mark, Role Role) Mark(AskState answer) =>
        answer.IsFirstTry ? (SessionWords.FirstTry, Role.Good)
        : answer.IsRight ? (SessionWords.LaterTry.With(answer.Given.Length), Role.Text)
        : answer.Given.IsEmpty ? (SessionWords.Unanswered, Role.Dim) : (SessionWords.NotRight, Role.Bad);
}
