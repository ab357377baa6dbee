namespace Sim;

/// <summary>The line that is being typed.</summary>
internal static class PromptUpdate
{
    public static Next Key(SessionModel model, Prompt prompt, Key key)
    {
        if (key.Is(KeyCode.Escape)) return Closed(model, prompt);
        if (key.Is(KeyCode.Enter)) return Submit(model, prompt);
        if (prompt.Typed(key) is not { } typed) return model;
        model = model with { Prompt = typed };
        return typed.Kind switch
        {
            PromptKind.Search => model with { Menu = model.Menu with { Search = typed.Text, Chosen = 0 } },
            PromptKind.Words => model with { WordSearch = typed.Text, OverlayRow = 0 },
            _ => model,
        };
    }

    private static Next Closed(SessionModel model, Prompt prompt) => model with
    {
        Prompt = null,
        WordSearch = prompt.Kind == PromptKind.Words ? "" : model.WordSearch,
        Menu = prompt.Kind == PromptKind.Search ? model.Menu with { Search = "", Chosen = 0 } : model.Menu,
    };

    private static Next Submit(SessionModel model, Prompt prompt)
    {
        string text = prompt.Text.Trim();
        if (prompt.Kind is PromptKind.Search or PromptKind.Words) return model with { Prompt = null };
        if (prompt.Kind == PromptKind.Folder)
            return DisplayUpdate.Kept(model with { Prompt = null, Menu = model.Menu with { Folder = text.Length == 0 ? null : text } }).And(new ReadMenu(text.Length == 0 ? null : text));
        if (text.Length == 0) return model with { Prompt = null };
        if (model.Lesson is not { } lesson) return model with { Prompt = null };
        return prompt.Kind switch
        {
            PromptKind.GoTo => CommandUpdate.Explore(model, lesson).And(new GoTo(text)),
            PromptKind.Until => CommandUpdate.Explore(model, lesson).And(new RunUntil(text)),
            PromptKind.Break => ((Next)model).And(new CheckBreakpoint(text)),
            PromptKind.Set => CommandUpdate.Explore(model, lesson).And(new ChangeSetting(text)),
            PromptKind.Edit when LookUpdate.WeightUnder(lesson) is { } weight => CommandUpdate.Explore(model, lesson).And(new ChangeWeight(weight.Name, weight.Index, text)),
            PromptKind.Answer => ((Next)model).And(new JudgeAnswer(lesson.Scene, text)),
            _ => model with { Prompt = null },
        };
    }
}
