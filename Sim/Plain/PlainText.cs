namespace Sim;

/// <summary>The session in sentences: what a screen reader speaks and a pipe carries.</summary>
internal static class PlainText
{
    public static IEnumerable<string> Menu(SessionModel model)
    {
        yield return model.Say(SessionWords.MenuTitle) + (model.Language == Lessons.Language.Chinese ? "。" : ".");
        if (model.Menu.Entries.IsEmpty) yield return model.Say(PlainWords.Spoken(SessionWords.MenuEmpty));
        var part = Phrase.Empty;
        foreach (var (k, entry) in model.Menu.Entries.Index())
        {
            if (entry.Part != part) yield return Sentence(model.Say(part = entry.Part));
            yield return Entry(model, k + 1, entry);
        }
        yield return model.Say(PlainWords.MenuHelp);
    }

    // One lesson, one line: number, title, id, time, progress, what it builds on.
    private static string Entry(SessionModel model, int number, MenuEntry entry)
    {
        var progress = entry.IsDone ? PlainWords.Done : entry.Seen >= 0 ? PlainWords.SeenTo.With(entry.Seen + 1, entry.Scenes) : PlainWords.NotBegun;
        string line = $"{number}. {model.Say(entry.Title)} ({entry.Id}), {model.Say(SessionWords.Minutes.With(entry.Minutes))}, {model.Say(progress)}.";
        return entry.Needs.IsEmpty ? line : line + model.Say(PlainWords.Needs.With(MenuView.Join(entry.Needs)));
    }

    /// <summary>The words of the lesson; in the menu all; what is searched for wherever it stands.</summary>
    public static IEnumerable<string> Words(SessionModel model, string search)
    {
        model = model with { WordSearch = search };
        var own = GlossaryList.OfLesson(model);
        var words = own.IsEmpty || search.Length > 0 ? own.AddRange(GlossaryList.Others(model)) : own;
        return words.IsEmpty ? [model.Say(search.Length > 0 ? SessionWords.NoWordFound : SessionWords.NoGlossary)] : words.Select(word => $"{model.Say(word.Word)}: {model.Say(word.Meaning)}");
    }

    /// <summary>What can be named behind <c>variant</c> or <c>compare</c>.</summary>
    public static IEnumerable<string> Choices(SessionModel model, LessonModel lesson, bool compared)
    {
        foreach (var choice in compared ? OverlayList.Compared(lesson) : OverlayList.Variants(lesson))
            yield return $"{Word(choice.Id, compared)}: {model.Say(choice.Title)}.";
        yield return model.Say(compared ? PlainWords.ChooseCompared : PlainWords.ChooseVariant);
    }

    private static string Word(string id, bool compared) => id switch { "" => compared ? "none" : "own", OverlayList.Own => "own", OverlayList.BeforeChange => "before", _ => id };

    /// <summary>The breakpoints by number.</summary>
    public static IEnumerable<string> Breakpoints(SessionModel model, LessonModel lesson) => lesson.Breakpoints.IsEmpty
        ? [model.Say(PlainWords.Spoken(SessionWords.NoBreakpoints))]
        : lesson.Breakpoints.Select((point, k) => $"{k + 1}. {point.Text}");

    public static IEnumerable<string> Opened(SessionModel model, LessonModel lesson)
    {
        yield return Sentence(model.Say(lesson.Title));
        if (lesson.Scenes.IsEmpty) yield return model.Say(PlainWords.FreeHelp);
        else yield return model.Say(PlainWords.LessonHelp);
    }

    /// <summary>What the scene says and asks.</summary>
    public static IEnumerable<string> Scene(SessionModel model, LessonModel lesson)
    {
        if (lesson.Content is not { } content) yield break;
        string title = model.Say(content.Title);
        yield return model.Say(PlainWords.Scene.With(lesson.Scene + 1, lesson.Scenes.Length)) + (title.Length > 0 ? ": " + Sentence(title) : ".");
        foreach (string paragraph in model.Say(content.Text).Split('\n', StringSplitOptions.RemoveEmptyEntries)) yield return paragraph;
        if (content.Ask is not { } ask) yield break;
        yield return model.Say(SessionWords.Question) + ": " + model.Say(ask.Prompt);
        for (int k = 0; k < ask.Choices.Length; k++) yield return $"{k + 1}: {model.Say(ask.Choices[k])}";
        yield return model.Say(ask.Choices.IsEmpty ? PlainWords.AnswerNumber : PlainWords.AnswerChoice.With(ask.Choices.Length));
    }

    /// <summary>Where the run is and what it has just computed: one sentence for the place, one for the number.</summary>
    public static IEnumerable<string> Step(SessionModel model, LessonModel lesson)
    {
        var run = lesson.Run;
        if (run.Step is not { } step)
        {
            yield return Sentence(model.Say(PlainWords.AtStart));
            yield break;
        }
        string words = Lessons.StepWords.Of(step.Name) is { } said ? " " + said[model.Language] : "";
        yield return model.Say(PlainWords.Place.With(step.Update, step.Number, run.Steps.Length, HeaderView.Name(step.Phase))) + $" {step.Name}.{words}";
        if (Operands.Data(lesson, model.View).Explanation is not { } explanation) yield break;
        string index = lesson.Selection.Index.IsEmpty ? "" : $"[{string.Join(',', lesson.Selection.Index)}]";
        string made = explanation.Symbols is null ? "" : $" {explanation.Sign} {explanation.Symbols} = {explanation.Numbers}";
        string verdict = explanation.Check is null ? "" : ", " + model.Say(explanation.IsConfirmed ? PlainWords.Checked : PlainWords.Differs);
        // A value without a letter is called by its name, once.
        string name = step.Name + index, letter = explanation.Symbol == name ? name : $"{name}: {explanation.Symbol}";
        yield return $"{letter}{made} = {explanation.ResultText}{verdict}.";
    }

    private static string Sentence(string text) => text.Length > 0 && ".?!。？！".Contains(text[^1]) ? text : text + (text.Length > 0 && text[^1] > 0x2E80 ? "。" : ".");

    public static string Answer(SessionModel model, AskState answer) =>
        AnswerWords.Verdict(answer, model.Language) + model.Say(answer.Feedback);

    public static IEnumerable<string> Summary(SessionModel model, LessonModel lesson)
    {
        yield return model.Say(SessionWords.SummaryTitle) + ": " + model.Say(lesson.Takeaway);
        var asked = lesson.Scenes.Where(scene => scene.Asks).ToList();
        if (asked.Count > 0) yield return model.Say(SessionWords.SummaryScore.With(asked.Count(scene => lesson.Answers.GetValueOrDefault(scene.Id)?.IsFirstTry == true), asked.Count)) + ".";
        if (!lesson.Sandbox.IsEmpty) yield return model.Say(SessionWords.SummaryTry) + ": " + model.Say(lesson.Sandbox);
    }

    /// <summary>The words that work here.</summary>
    public static IEnumerable<string> Help(SessionModel model)
    {
        bool isMenu = model.Screen == SessionScreen.Menu;
        if (isMenu) yield return model.Say(PlainWords.MenuHelp);
        var scope = isMenu ? KeyScope.Menu : KeyScope.Lesson | KeyScope.List;
        foreach (var binding in KeyMap.All.Where(binding => (binding.Where & scope) != 0 && PlainSession.Understands(binding.Command)))
        {
            if (isMenu && binding.Command is (SessionCommand.Confirm or SessionCommand.Up or SessionCommand.Down)) continue;
            if (binding.Command != SessionCommand.Quit) yield return $"{binding.Word}: {model.Say(PlainWords.Spoken(binding.Long))}.";
        }
        if (!isMenu && !model.Menu.Entries.IsEmpty) yield return model.Say(PlainWords.BackInMenu);
        yield return model.Say(PlainWords.EndsHere);
    }
}

/// <summary>Texts of the plain mode alone.</summary>
internal static class PlainWords
{
    public static readonly Phrase
        AtStart = new("Before update 1", "第 1 次更新之前"),
        Done = new("done", "已完成"),
        SeenTo = new("begun, scene {0} of {1}", "已开始，第 {0} 个场景，共 {1} 个"),
        MenuHelp = new("Type the number or the id of a lesson, help, or quit.", "请输入课程的编号或名称，或输入 help、quit。"),
        LessonHelp = new("Type next to continue, step and back to move, answer N, hint, help, quit.", "输入 next 继续，step 和 back 移动，answer N 回答，hint 提示，help 帮助，quit 退出。"),
        FreeHelp = new("Type step and back to move, update, go 3:layer1.z, set KEY VALUE, help, quit.", "输入 step 和 back 移动，update，go 3:layer1.z，set 键 值，help 帮助，quit 退出。"),
        Scene = new("Scene {0} of {1}", "场景 {0}，共 {1} 个"),
        AnswerNumber = new("Type answer and a number.", "输入 answer 和一个数。"),
        AnswerChoice = new("Type answer and 1 to {0}.", "输入 answer 和 1 到 {0}。"),
        Place = new("Update {0}, step {1} of {2}, {3}:", "第 {0} 次更新，第 {1} 步（共 {2} 步），{3}："),
        Checked = new("checked", "已核对"),
        Differs = new("differs from the check", "与核对不符"),
        Unknown = new("\"{0}\" is no command{1}. Type help for all of them.", "没有“{0}”这个命令{1}。输入 help 查看全部。"),
        DidYouMean = new("; did you mean {0}?", "；你是想输入 {0} 吗？"),
        Bye = new("Your place is kept. Goodbye.", "进度已保存。再见。"),
        Needs = new(" Builds on {0}.", "先修：{0}。"),
        NotBegun = new("not begun", "未开始"),
        BackInMenu = new("menu: back to the lessons. Nothing is lost.", "menu：回到课程列表。不会丢失任何内容。"),
        EndsHere = new("quit: end. Nothing is lost.", "quit：退出。不会丢失任何内容。"),
        ChooseVariant = new("Type variant and a name, or variant own for the lesson's own run.", "输入 variant 和名称；variant own 回到本课自己的训练。"),
        ChooseCompared = new("Type compare and a name, or compare none.", "输入 compare 和名称；compare none 取消对比。");

    /// <summary>A message with the words that are typed here in place of the screen's keys.</summary>
    public static Phrase Spoken(Phrase message) => message.Spoken ?? message;
}
