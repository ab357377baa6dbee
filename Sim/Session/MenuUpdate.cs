namespace Sim;

/// <summary>The menu of lessons.</summary>
internal static class MenuUpdate
{
    public static Next Do(SessionModel model, SessionCommand command, string argument)
    {
        var menu = model.Menu;
        switch (command)
        {
            case SessionCommand.Down: return Chosen(model, menu.Chosen + 1);
            case SessionCommand.Up: return Chosen(model, menu.Chosen - 1);
            case SessionCommand.Search: return model with { Prompt = Prompt.For(PromptKind.Search, menu.Search), Menu = menu with { Chosen = 0 } };
            case SessionCommand.Glossary: return CommandUpdate.Toggle(model, Overlay.Glossary);
            case SessionCommand.Folder: return model with { Prompt = Prompt.For(PromptKind.Folder, menu.Folder ?? "") };
            case SessionCommand.Confirm when argument.Length > 0: return ((Next)model).And(new OpenLesson(argument, Resume: true));
            case SessionCommand.Confirm when menu.ChosenEntry is { } entry: return ((Next)model).And(new OpenLesson(entry.Id, Resume: true));
            default: return model;
        }
    }

    private static SessionModel Chosen(SessionModel model, int chosen) =>
        model with { Menu = model.Menu with { Chosen = Math.Clamp(chosen, 0, Math.Max(0, model.Menu.Shown.Length - 1)) } };
}

/// <summary>The two-minute tour of the program.</summary>
internal static class TourUpdate
{
    public static Next Do(SessionModel model, SessionCommand command) => command switch
    {
        SessionCommand.Continue or SessionCommand.Confirm or SessionCommand.Down =>
            model.TourPage + 1 < TourWords.Pages.Count ? model with { TourPage = model.TourPage + 1 } : End(model),
        SessionCommand.Up => model with { TourPage = Math.Max(0, model.TourPage - 1) },
        _ => model,
    };

    public static Next End(SessionModel model) => DisplayUpdate.Kept(model with { Screen = SessionScreen.Menu, TourPage = 0 });
}

/// <summary>What lies over the screen: lists and pages of text.</summary>
internal static class OverlayUpdate
{
    public static Next Do(SessionModel model, SessionCommand command) => command switch
    {
        SessionCommand.Down => model with { OverlayRow = Math.Min(model.OverlayRow + 1, Math.Max(0, OverlayList.Count(model) - 1)) },
        SessionCommand.Up => model with { OverlayRow = Math.Max(0, model.OverlayRow - 1) },
        SessionCommand.Search when model.Overlay == Overlay.Glossary => model with { Prompt = Prompt.For(PromptKind.Words, model.WordSearch) },
        SessionCommand.Confirm => Confirm(model),
        SessionCommand.Delete when model is { Overlay: Overlay.Breakpoints, Lesson: { } lesson } && model.OverlayRow < lesson.Breakpoints.Length =>
            model with { Lesson = lesson with { Breakpoints = lesson.Breakpoints.RemoveAt(model.OverlayRow) }, OverlayRow = Math.Max(0, model.OverlayRow - 1) },
        SessionCommand.Continue => model with { Overlay = Overlay.None },
        _ => model,
    };

    /// <summary>Another run beside this one, or none (empty).</summary>
    public static Next Compared(SessionModel model, LessonModel lesson, string other) =>
        ((Next)(model with { Lesson = lesson with { Picture = other.Length > 0 ? "compare" : null, Focus = Pane.Picture } })).And(new CompareWith(other));

    private static Next Confirm(SessionModel model)
    {
        var closed = model with { Overlay = Overlay.None };
        if (model.Lesson is not { } lesson) return closed;
        int row = model.OverlayRow;
        switch (model.Overlay)
        {
            case Overlay.Breakpoints when row < lesson.Breakpoints.Length:
                var point = lesson.Breakpoints[row];
                return model with { Lesson = lesson with { Breakpoints = lesson.Breakpoints.SetItem(row, point with { IsOn = !point.IsOn }) } };
            case Overlay.Breakpoints:
                return closed with { Prompt = Prompt.For(PromptKind.Break) };
            case Overlay.Variants when OverlayList.Variants(lesson) is var variants && row < variants.Length:
                return CommandUpdate.Explore(closed, lesson).And(new ShowVariant(variants[row].Id));
            case Overlay.Compare when OverlayList.Compared(lesson) is var others && row < others.Length:
                return Compared(closed, lesson, others[row].Id);
            default:
                return closed;
        }
    }
}
