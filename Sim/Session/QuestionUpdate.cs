namespace Sim;

/// <summary>Answering.</summary>
internal static class QuestionUpdate
{
    /// <summary>Keys that mean something only while a question is open: 1–9 and ↑ ↓ for choices, digits and signs for numbers.</summary>
    public static Next? Key(SessionModel model, Key key)
    {
        if (model is not { Screen: SessionScreen.Lesson, Overlay: Overlay.None, Lesson: { IsExploring: false, Content.Ask: { } ask } lesson } || !IsOpen(lesson)) return null;
        if (key.Code != KeyCode.Rune || key.Modifiers != Modifiers.None) return ChoiceKey(model, lesson, ask, key);
        int digit = key.Rune.Value - '0';
        if (!ask.Choices.IsEmpty) return digit >= 1 && digit <= ask.Choices.Length ? Give(model, lesson, digit) : ChoiceKey(model, lesson, ask, key);
        if (!(digit is >= 0 and <= 9 || key.Is('-') && lesson.Auto is null)) return null;
        return model with { Prompt = Prompt.For(PromptKind.Answer, key.Rune.ToString()), Lesson = OnPageOfQuestion(model, lesson) };
    }

    public static Next Confirm(SessionModel model, LessonModel lesson, string argument)
    {
        if (lesson.Content?.Ask is not { } ask) return CommandUpdate.Do(model, SessionCommand.Continue);
        if (lesson.IsExploring) return ((Next)model).And(new EnterScene(lesson.Scene));
        if (argument.Length > 0)
            return !ask.Choices.IsEmpty && int.TryParse(argument, out int wanted) && wanted >= 1 && wanted <= ask.Choices.Length ? Give(model, lesson, wanted)
                : ((Next)model).And(new JudgeAnswer(lesson.Scene, argument));
        if (!IsOpen(lesson)) return CommandUpdate.Do(model, SessionCommand.Continue);
        if (lesson.Page + 1 < LessonPages.Count(model)) return model with { Lesson = OnPageOfQuestion(model, lesson) };
        return ask.Choices.IsEmpty
            ? model with { Prompt = Prompt.For(PromptKind.Answer) }
            : Give(model, lesson, (lesson.Answer?.Chosen ?? 0) + 1);
    }

    public static Next Hint(SessionModel model, LessonModel lesson)
    {
        if (lesson.Content?.Ask is not { } ask) return model with { Notice = new Notice(SessionWords.NoQuestion) };
        if (ask.Hints.IsEmpty) return model with { Notice = new Notice(SessionWords.NoHints) };
        var answer = lesson.Answer ?? AskState.None;
        if (answer.Hints >= ask.Hints.Length) return model with { Notice = new Notice(SessionWords.NoMoreHints) };
        return WithAnswer(model, lesson, answer with { Hints = answer.Hints + 1 });
    }

    public static Next Judged(SessionModel model, LessonModel lesson, AnswerJudged judged)
    {
        var answer = lesson.Answers.GetValueOrDefault(judged.Scene) ?? AskState.None;
        answer = answer with { Given = answer.Given.Add(judged.Given), IsRight = judged.IsRight, Feedback = judged.Feedback };
        lesson = lesson with { Answers = lesson.Answers.SetItem(judged.Scene, answer) };
        model = model with { Lesson = lesson, Prompt = null };
        return SceneUpdate.Saved(model with { Lesson = OnPageOfQuestion(model, lesson) });
    }

    /// <summary>Whether an answer is still wanted.</summary>
    public static bool IsOpen(LessonModel lesson) => lesson.Content?.Ask is not null && lesson.Answer is not { IsRight: true };

    private static Next? ChoiceKey(SessionModel model, LessonModel lesson, AskContent ask, Key key)
    {
        if (ask.Choices.IsEmpty || lesson.Focus != Pane.Text) return null;
        int by = KeyMap.Find(key, KeyScope.Lesson) switch { SessionCommand.Down => 1, SessionCommand.Up => -1, _ => 0 };
        if (by == 0) return null;
        var answer = lesson.Answer ?? AskState.None;
        return WithAnswer(model, lesson, answer with { Chosen = Math.Clamp(answer.Chosen + by, 0, ask.Choices.Length - 1) });
    }

    private static Next Give(SessionModel model, LessonModel lesson, int choice) =>
        WithAnswer(model, lesson, (lesson.Answer ?? AskState.None) with { Chosen = choice - 1 })
            .And(new JudgeAnswer(lesson.Scene, choice.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static Next WithAnswer(SessionModel model, LessonModel lesson, AskState answer)
    {
        lesson = lesson with { Answers = lesson.Answers.SetItem(lesson.Content!.Id, answer) };
        model = model with { Lesson = lesson };
        return model with { Lesson = OnPageOfQuestion(model, lesson) };
    }

    private static LessonModel OnPageOfQuestion(SessionModel model, LessonModel lesson) => lesson with { Page = Math.Max(0, LessonPages.Count(model) - 1) };
}
