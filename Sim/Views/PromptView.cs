namespace Sim;

/// <summary>The line that is being typed, over the last lines of the screen.</summary>
internal static class PromptView
{
    public static void Draw(Region screen, SessionModel model, Prompt prompt)
    {
        int rows = prompt.Problem is null ? 1 : Math.Min(screen.Height - 1, 1 + Flow.Wrap(model.Say(prompt.Problem), screen.Width - 2).Count);
        var area = screen.Bottom(rows);
        area.Clear();
        if (prompt.Problem is { } problem) Text.Paragraph(area.SkipBottom(1).Inset(1, 0), model.Say(problem), Role.Bad);
        Line(area.Bottom(1), model, prompt);
    }

    private static void Line(Region line, SessionModel model, Prompt prompt)
    {
        int x = line.Write(1, 0, model.Say(Label(model, prompt.Kind)) + ": ", Role.Key);
        var field = line.SkipLeft(x);
        int before = TextWidth.Of(prompt.Text[..prompt.Cursor]), scroll = Math.Max(0, before - field.Width + 2);
        field.Sheet(-scroll, 0, field.Width + scroll, 1).Write(0, 0, prompt.Text, Role.Text);
        field.ShowCursor(before - scroll, 0);
        if (prompt.Kind == PromptKind.GoTo && model.Lesson?.Run.Copies is { Every: > 1 } copies) Note(field, TextWidth.Of(prompt.Text), model.Say(SessionWords.CopiesKept.With(copies.Every, copies.Bytes / 1_000_000)));
    }

    // Beside what is typed, where there is room.
    private static void Note(Region field, int typed, string note)
    {
        int width = TextWidth.Of(note);
        if (typed + width + 4 <= field.Width) Text.Line(field.Right(width + 1), 0, note, Role.Dim);
    }

    private static Phrase Label(SessionModel model, PromptKind kind) => kind switch
    {
        PromptKind.GoTo => SessionWords.PromptGo,
        PromptKind.Until => SessionWords.PromptUntil,
        PromptKind.Break => SessionWords.PromptBreak,
        PromptKind.Set => SessionWords.PromptSet,
        PromptKind.Edit => SessionWords.PromptEdit.With(model.Lesson is { } lesson && LookUpdate.WeightUnder(lesson) is { } weight ? $"{weight.Name}[{string.Join(',', weight.Index)}]" : "?"),
        PromptKind.Answer => SessionWords.PromptAnswer,
        PromptKind.Search or PromptKind.Words => SessionWords.PromptSearch,
        _ => SessionWords.PromptFolder,
    };
}
