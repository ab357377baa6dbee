namespace Sim;

/// <summary>The last line: a message, work in progress, or the few keys that matter now.</summary>
internal static class FooterView
{
    public static void Draw(Region line, SessionModel model, SessionCommand? without = null)
    {
        if (model.Work is { } work) Working(line, model, work);
        else if (model.Notice is { } notice)
            Said(line.Inset(1, 0), model, notice);
        else Keys(line, model, FooterKeys.For(model).Where(command => command != without));
    }

    // What stays says how it goes.
    private static void Said(Region line, SessionModel model, Notice notice)
    {
        string close = notice.Stays ? $"  Esc {model.Say(KeyMap.Of(SessionCommand.Cancel).Short)}" : "";
        Text.Line(line.SkipRight(TextWidth.Of(close)), 0, (notice.IsProblem ? "! " : "") + model.Say(notice.Text), notice.IsProblem ? Role.Bad : Role.Good);
        Text.Line(line, 0, close, Role.Key, Align.Right);
    }

    private static void Keys(Region line, SessionModel model, IEnumerable<SessionCommand> commands)
    {
        int x = 1, reserved = 8;
        foreach (var command in commands.Append(SessionCommand.Help))
        {
            var binding = KeyMap.Of(command);
            string key = FooterKeys.Key(model, binding), word = model.Say(FooterKeys.Word(model, binding));
            int width = TextWidth.Of(key) + 1 + TextWidth.Of(word);
            if (x + width > line.Width - (command == SessionCommand.Help ? 0 : reserved)) continue;
            x = line.Write(x, 0, key, Role.Key);
            x = line.Write(x + 1, 0, word, Role.Dim) + 2;
        }
    }

    private static void Working(Region line, SessionModel model, WorkState work)
    {
        string cancel = "Esc " + model.Say(KeyMap.Of(SessionCommand.Cancel).Short);
        int right = TextWidth.Of(cancel) + 2;
        Bar.Gauge(line.Inset(1, 0).SkipRight(right), 0, model.Say(work.What), work.Done, FormattableString.Invariant($"{100 * work.Done:0} %"), Role.Active);
        Text.Line(line.Right(right), 0, cancel + " ", Role.Key, Align.Right);
    }
}

/// <summary>Which keys matter now.</summary>
internal static class FooterKeys
{
    public static IReadOnlyList<SessionCommand> For(SessionModel model) => model.Screen switch
    {
        SessionScreen.Menu => [SessionCommand.Confirm, SessionCommand.Down, SessionCommand.Search, SessionCommand.Glossary, SessionCommand.Language, SessionCommand.Theme, SessionCommand.Quit],
        SessionScreen.Lesson when model.Lesson is { } lesson => Lesson(lesson),
        _ => [SessionCommand.Continue, SessionCommand.Language, SessionCommand.Quit],
    };

    public static string Key(SessionModel model, KeyBinding binding) => binding.Command switch
    {
        SessionCommand.Continue => model.Language == Lessons.Language.English ? "space" : "空格",
        SessionCommand.Confirm => model.Language == Lessons.Language.English ? "Enter" : "回车",
        SessionCommand.Down when model.Screen == SessionScreen.Menu => "↑↓",
        _ => binding.Shown,
    };

    /// <summary>What the key does on this screen.</summary>
    public static Phrase Word(SessionModel model, KeyBinding binding) => (model.Screen, binding.Command) switch
    {
        (SessionScreen.Menu, SessionCommand.Confirm) => SessionWords.OpenWord,
        (SessionScreen.Menu, SessionCommand.Down) => SessionWords.ChooseWord,
        (SessionScreen.Menu, SessionCommand.Quit) => SessionWords.EndWord,
        (_, SessionCommand.Quit) when model.Menu.Entries.IsEmpty => SessionWords.EndWord,
        _ => binding.Short,
    };

    private static List<SessionCommand> Lesson(LessonModel lesson)
    {
        var keys = new List<SessionCommand>();
        if (lesson.Content is not null) keys.Add(SessionCommand.Continue);
        if (!lesson.Trail.IsEmpty) keys.Add(SessionCommand.Return);
        if (QuestionUpdate.IsOpen(lesson) && !lesson.IsExploring) keys.AddRange([SessionCommand.Confirm, SessionCommand.Hint]);
        if (lesson.Auto is not null) keys.AddRange([SessionCommand.Auto, SessionCommand.Faster, SessionCommand.Slower]);
        keys.AddRange([SessionCommand.StepBack, SessionCommand.StepForward, SessionCommand.PhaseForward, SessionCommand.UpdateForward, SessionCommand.EpochForward]);
        if (lesson.Forks > 0) keys.Add(SessionCommand.Undo);
        keys.AddRange([SessionCommand.GoTo, SessionCommand.Set, SessionCommand.WhereFrom, SessionCommand.Zoom, SessionCommand.Auto, SessionCommand.Quit, SessionCommand.Check]);
        return [.. keys.Distinct()];
    }
}
