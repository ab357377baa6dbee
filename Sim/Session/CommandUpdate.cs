using Lessons;

namespace Sim;

/// <summary>What each command does.</summary>
internal static class CommandUpdate
{
    public static Next Do(SessionModel model, SessionCommand command, string argument = "")
    {
        if (DisplayUpdate.Handles(command)) return DisplayUpdate.Do(model, command);
        switch (command)
        {
            case SessionCommand.Cancel: return Cancel(model);
            case SessionCommand.Quit: return Quit(model);
            case SessionCommand.Help: return Toggle(model, Overlay.Help);
        }
        if (model.Overlay != Overlay.None) return OverlayUpdate.Do(model, command);
        return model.Screen switch
        {
            SessionScreen.Menu => MenuUpdate.Do(model, command, argument),
            SessionScreen.Lesson when model.Lesson is { } lesson => Lesson(model, lesson, command, argument),
            SessionScreen.Tour => TourUpdate.Do(model, command),
            SessionScreen.Summary => Summary(model, command),
            _ => model,
        };
    }

    public static SessionModel Toggle(SessionModel model, Overlay overlay) =>
        model with { Overlay = model.Overlay == overlay ? Overlay.None : overlay, OverlayRow = 0, WordSearch = "" };

    private static Next Lesson(SessionModel model, LessonModel lesson, SessionCommand command, string argument) => command switch
    {
        SessionCommand.StepForward => Move(model, lesson, Ladder.Operation, Count(argument)),
        SessionCommand.StepBack => Move(model, lesson, Ladder.Operation, -Count(argument)),
        SessionCommand.PhaseForward => Move(model, lesson, Ladder.Phase, Count(argument)),
        SessionCommand.PhaseBack => Move(model, lesson, Ladder.Phase, -Count(argument)),
        SessionCommand.UpdateForward => Move(model, lesson, Ladder.Update, Count(argument)),
        SessionCommand.UpdateBack => Move(model, lesson, Ladder.Update, -Count(argument)),
        SessionCommand.EpochForward => Move(model, lesson, Ladder.Epoch, Count(argument)),
        SessionCommand.EpochBack => Move(model, lesson, Ladder.Epoch, -Count(argument)),
        SessionCommand.RunStart => Explore(model, lesson).And(new GoTo("0")),
        SessionCommand.RunEnd => Explore(model, lesson).And(new GoTo("end")),
        SessionCommand.SceneForward => SceneUpdate.Go(model, lesson, 1),
        SessionCommand.SceneBack => SceneUpdate.Go(model, lesson, -1),
        SessionCommand.Continue => SceneUpdate.Continue(model, lesson),
        SessionCommand.Confirm => QuestionUpdate.Confirm(model, lesson, argument),
        SessionCommand.Hint => QuestionUpdate.Hint(model, lesson),
        SessionCommand.Notes => Toggle(model, Overlay.Notes),
        SessionCommand.Glossary => Toggle(model, Overlay.Glossary),
        SessionCommand.Address => Toggle(model, Overlay.Address),
        SessionCommand.Variant when argument.Length > 0 => Explore(model, lesson).And(new ShowVariant(argument == "own" ? "" : argument)),
        SessionCommand.Compare when argument.Length > 0 => OverlayUpdate.Compared(model, lesson, OverlayList.Named(argument)),
        SessionCommand.Variant => Toggle(model, Overlay.Variants),
        SessionCommand.Compare => Toggle(model, Overlay.Compare),
        SessionCommand.Breakpoints => argument.Length > 0 ? ((Next)model).And(new CheckBreakpoint(argument))
            : lesson.Breakpoints.IsEmpty ? model with { Prompt = Prompt.For(PromptKind.Break) } : Toggle(model, Overlay.Breakpoints),
        SessionCommand.Delete => RemoveBreak(model, lesson, argument),
        SessionCommand.NextBreak => ToBreak(model, lesson, back: false),
        SessionCommand.PreviousBreak => ToBreak(model, lesson, back: true),
        SessionCommand.GoTo => Ask(model, PromptKind.GoTo, argument, text => new GoTo(text)),
        SessionCommand.Until => Ask(model, PromptKind.Until, argument, text => new RunUntil(text)),
        SessionCommand.Set => Ask(model, PromptKind.Set, argument, text => new ChangeSetting(text)),
        SessionCommand.Edit when argument.Length > 0 && LookUpdate.WeightUnder(lesson) is { } weight => Explore(model, lesson).And(new ChangeWeight(weight.Name, weight.Index, argument)),
        SessionCommand.Edit => LookUpdate.Edit(model, lesson),
        SessionCommand.Undo => lesson.Forks > 0 ? Explore(model, lesson).And(new UndoChange()) : model with { Notice = new Notice(SessionWords.NothingToUndo) },
        SessionCommand.Auto => AutoUpdate.Toggle(model, lesson),
        SessionCommand.Faster => AutoUpdate.Speed(model, lesson, 1),
        SessionCommand.Slower => AutoUpdate.Speed(model, lesson, -1),
        _ => LookUpdate.Do(model, lesson, command),
    };

    public static Next Explore(SessionModel model, LessonModel lesson) => model with { Lesson = lesson with { IsExploring = lesson.Scenes.Length > 0, Trail = [] } };

    private static Next Move(SessionModel model, LessonModel lesson, Ladder ladder, long count) => Explore(model, lesson).And(new MoveBy(ladder, count));

    private static long Count(string argument) => long.TryParse(argument, out long count) ? Math.Clamp(count, 0, int.MaxValue) : 1;

    private static Next Ask(SessionModel model, PromptKind kind, string argument, Func<string, SessionEffect> effect) =>
        argument.Length > 0
            ? Explore(model, model.Lesson!).And(effect(argument))
            : model with { Prompt = Prompt.For(kind) };

    private static Next ToBreak(SessionModel model, LessonModel lesson, bool back)
    {
        string[] on = [.. lesson.Breakpoints.Where(point => point.IsOn).Select(point => point.Text)];
        return on.Length == 0
            ? model with { Notice = new Notice(SessionWords.NoBreakpoints) }
            : Explore(model, lesson).And(new RunToBreak([.. on], back));
    }

    // By its number, where there is no list to choose from.
    private static Next RemoveBreak(SessionModel model, LessonModel lesson, string argument)
    {
        if (!int.TryParse(argument, out int number) || number < 1 || number > lesson.Breakpoints.Length) return model with { Notice = new Notice(SessionWords.NoSuchBreakpoint.With(argument), true) };
        return model with
        {
            Lesson = lesson with { Breakpoints = lesson.Breakpoints.RemoveAt(number - 1) },
            Notice = new Notice(SessionWords.BreakpointRemoved.With(lesson.Breakpoints[number - 1].Text)),
        };
    }

    private static Next Cancel(SessionModel model)
    {
        if (model.Overlay != Overlay.None) return model with { Overlay = Overlay.None };
        if (model.Lesson is { Auto: not null } playing) return model with { Lesson = playing with { Auto = null } };
        if (model.Lesson is { IsZoomed: true } zoomed && model.Screen == SessionScreen.Lesson) return model with { Lesson = zoomed with { IsZoomed = false } };
        if (model.Screen == SessionScreen.Tour) return TourUpdate.End(model);
        if (model is { Screen: SessionScreen.Summary, Lesson: not null }) return model with { Screen = SessionScreen.Lesson };
        if (model.Screen == SessionScreen.Menu && model.Menu.Search.Length > 0) return model with { Menu = model.Menu with { Search = "", Chosen = 0 } };
        return model;
    }

    private static Next Quit(SessionModel model)
    {
        if (model.Overlay != Overlay.None) return model with { Overlay = Overlay.None };
        if (model.Screen == SessionScreen.Tour) return TourUpdate.End(model);
        if (model.Screen == SessionScreen.Menu) return SceneUpdate.Saved(model with { ExitCode = 0 });
        var left = SceneUpdate.Saved(model);
        // A file that was opened by itself has no menu behind it.
        if (model.Menu.Entries.IsEmpty) return left with { Model = left.Model with { ExitCode = 0 } };
        return (left with { Model = left.Model with { Screen = SessionScreen.Menu, Lesson = null, Overlay = Overlay.None } }).And(new CloseLesson(), new ReadMenu(model.Menu.Folder));
    }

    private static Next Summary(SessionModel model, SessionCommand command) => command switch
    {
        SessionCommand.Continue or SessionCommand.Confirm => Quit(model),
        SessionCommand.Down => model with { OverlayRow = model.OverlayRow + 1 },
        SessionCommand.Up => model with { OverlayRow = Math.Max(0, model.OverlayRow - 1) },
        _ => model,
    };
}
