namespace Sim;

/// <summary>The operation that has just run: symbols, numbers, result.</summary>
internal static class StepPaneView
{
    public static void Draw(Region place, SessionModel model, LessonModel lesson, bool focused)
    {
        var step = lesson.Run.Step;
        var inside = Frame.Draw(place, step is null ? model.Say(SessionWords.Step) : $"{step.Name} · {model.Say(HeaderView.Name(step.Phase))} {step.Number}/{lesson.Run.Steps.Length}", focused: focused).Inset(1, 0);
        if (step is null)
        {
            Text.Paragraph(inside, model.Say(SessionWords.NotYet), Role.Dim);
            return;
        }
        Text.Line(inside, 0, step.Rule, Role.Title);
        if (!step.Output.Contains(lesson.Selection.Index.AsSpan())) return;
        int y = 2;
        string index = lesson.Selection.Index.IsEmpty ? "" : $"[{string.Join(',', lesson.Selection.Index)}]";
        Text.Line(inside, y++, $"{step.Name}{index} = {SimplePictures.Number(step.Output[lesson.Selection.Index.AsSpan()], model.View)}", Role.Active);
        var operands = Operands.Of(lesson);
        for (int k = 0; k < operands.Length && y < inside.Height; k++, y++)
            Text.Line(inside, y, $"{(k == lesson.Selection.Term ? ">" : " ")} {operands[k].Name}[{string.Join(',', operands[k].Index)}] = {SimplePictures.Number(operands[k].Value, model.View)}", k == lesson.Selection.Term ? Role.Selected : Role.Text);
    }
}
