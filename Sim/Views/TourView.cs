namespace Sim;

/// <summary>The tour: its pages over the real screen.</summary>
internal static class TourView
{
    public static void Draw(Region screen, SessionModel model)
    {
        MenuView.Draw(screen, model);
        screen.Restyle(_ => Role.Frame);
        var (title, text) = TourWords.Pages[Math.Clamp(model.TourPage, 0, TourWords.Pages.Count - 1)];
        int width = Math.Min(screen.Width - 4, 76), lines = Flow.Wrap(model.Say(text), width - 6).Count;
        int height = Math.Min(screen.Height - 2, lines + 6);
        var box = screen.Sub((screen.Width - width) / 2, (screen.Height - height) / 2, width, height);
        box.Clear();
        var inside = Frame.Draw(box, $"{model.Say(TourWords.Title)}  {model.TourPage + 1}/{TourWords.Pages.Count}", note: model.Say(TourWords.Note), focused: true).Inset(2, 1);
        Text.Line(inside, 0, model.Say(title), Role.Title);
        Text.Paragraph(inside.SkipTop(2), model.Say(text), Role.Text);
    }
}
