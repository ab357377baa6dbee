namespace Sim;

/// <summary>The lesson's screen.</summary>
internal static class LessonView
{
    public static void Draw(Region screen, SessionModel model, LessonModel lesson)
    {
        var layout = LessonLayout.Of(model);
        HeaderView.Draw(screen.Top(1), model, lesson);
        foreach (var (pane, place) in layout.Places) DrawPane(screen.Sub(place.X, place.Y, place.Width, place.Height), model, lesson, pane);
        if (layout.Kind is LayoutKind.Compact or LayoutKind.Full && LessonLayout.HasStrip(lesson))
            TextPane.Strip(screen.Sub(0, layout.Body.Bottom, screen.Width, 1), model, lesson);
        bool isHidden = model.HidesControls && model.Notice is null && model.Work is null;
        if (isHidden) return;
        if (!model.HidesControls) TimelineView.Draw(screen.Sub(0, screen.Height - 2, screen.Width, 1), model, lesson);
        screen.Bottom(1).Clear();
        FooterView.Draw(screen.Bottom(1), model);
    }

    private static void DrawPane(Region place, SessionModel model, LessonModel lesson, Pane pane)
    {
        bool focused = pane == lesson.Focus;
        switch (pane)
        {
            case Pane.Text: TextPane.Draw(place, model, lesson, focused); break;
            case Pane.Formula: StepPanel.Draw(place, model, lesson, focused); break;
            case Pane.Network: DrawPicture(place, model, lesson, "network", focused); break;
            default: DrawPicture(place, model, lesson, PictureChoice.Current(lesson), focused); break;
        }
    }

    private static void DrawPicture(Region place, SessionModel model, LessonModel lesson, string name, bool focused)
    {
        var picture = PictureRegistry.Find(name);
        string title = picture?.Heading?.Invoke(lesson, model.View) ?? (picture is null ? name : model.Say(picture.Title));
        var inside = Frame.Draw(place, title, note: picture?.Note?.Invoke(lesson, model.View) ?? "", focused: focused);
        if (lesson.Pictures.GetValueOrDefault(name) is PictureStopped) Text.Paragraph(inside.Inset(1, 0), model.Say(SessionWords.PictureStopped), Role.Dim);
        else if (picture is not null && lesson.Pictures.TryGetValue(name, out object? data)) picture.Draw(inside, data, lesson, model.View);
        else Text.Paragraph(inside.Inset(1, 0), model.Say(SessionWords.NoPicture), Role.Dim);
    }
}

/// <summary>What the lesson says and asks.</summary>
internal static class TextPane
{
    public static void Draw(Region place, SessionModel model, LessonModel lesson, bool focused)
    {
        var pages = LessonPages.Of(model, lesson);
        int page = Math.Clamp(lesson.Page, 0, Math.Max(0, pages.Count - 1));
        var inside = Frame.Draw(place, Title(model, lesson), note: Note(model, lesson, page, pages.Count), focused: focused).Inset(1, 0);
        if (pages.Count == 0) return;
        for (int y = 0; y < pages[page].Count; y++) Text.Line(inside, y, pages[page][y]);
    }

    /// <summary>The lesson in one line, where a picture fills the screen: scene, the beginning of its text or the open question, and the key that shows all of it.</summary>
    public static void Strip(Region line, SessionModel model, LessonModel lesson)
    {
        string keys = $" {KeyMap.Of(SessionCommand.Zoom).Shown} {model.Say(SessionWords.Lesson)} ";
        bool isAsking = QuestionUpdate.IsOpen(lesson) && !lesson.IsExploring;
        string said = isAsking ? "? " + model.Say(lesson.Content!.Ask!.Prompt) : model.Say(lesson.Content!.Text);
        Text.Line(line.Inset(1, 0).SkipRight(TextWidth.Of(keys)), 0, [new Span(Title(model, lesson) + "  ", Role.Title), new Span(said.Replace('\n', ' '), isAsking ? Role.Active : Role.Text)]);
        Text.Line(line, 0, keys, Role.Key, Align.Right);
    }

    private static string Title(SessionModel model, LessonModel lesson)
    {
        if (lesson.Content is not { } content) return model.Say(SessionWords.Lesson);
        string title = model.Say(content.Title);
        return $"{lesson.Scene + 1}/{lesson.Scenes.Length}{(title.Length > 0 ? " · " + title : "")}";
    }

    private static string Note(SessionModel model, LessonModel lesson, int page, int pages)
    {
        if (lesson.IsExploring) return model.Say(SessionWords.Exploring);
        return pages > 1 ? model.Say(SessionWords.Page.With(page + 1, pages)) : "";
    }
}
