namespace Sim;

/// <summary>The screen as a function of the model.</summary>
internal static class SessionView
{
    public static Grid Draw(SessionModel model, Size size)
    {
        var grid = new Grid(size);
        if (model.IsBlank) return grid;
        if (model.Size != size) model = model with { Size = size };
        var screen = grid.All;
        if (size.Width < 40 || size.Height < 10) TooSmall(screen, model);
        else
        {
            Screen(screen, model);
            if (model.Overlay != Overlay.None) OverlayView.Draw(screen, model);
            if (model.Prompt is { } prompt) PromptView.Draw(screen, model, prompt);
        }
        if (model.ShowsKeys && model.Pressed.Length > 0) Captions(screen, model);
        return grid;
    }

    private static void Screen(Region screen, SessionModel model)
    {
        switch (model.Screen)
        {
            case SessionScreen.Lesson when model.Lesson is { } lesson: LessonView.Draw(screen, model, lesson); break;
            case SessionScreen.Summary when model.Lesson is { } lesson: SummaryView.Draw(screen, model, lesson); break;
            case SessionScreen.Tour: TourView.Draw(screen, model); break;
            default: MenuView.Draw(screen, model); break;
        }
    }

    private static void TooSmall(Region screen, SessionModel model) =>
        Text.Paragraph(screen, model.Say(SessionWords.TooSmall.With(screen.Width, screen.Height)), Role.Text);

    private static void Captions(Region screen, SessionModel model)
    {
        string keys = " " + string.Join("  ", model.Pressed) + " ";
        int width = Math.Min(screen.Width, TextWidth.Of(keys));
        var box = screen.Sub(screen.Width - width - 1, Math.Max(0, screen.Height - 3), width, 1);
        Text.Line(box, 0, keys, new Style(Role.Active).Reverse);
    }
}
