using Core;

namespace Sim;

/// <summary>The same session without a screen: commands come as words on lines, every change goes out as sentences.</summary>
internal sealed class PlainSession(SessionRunner runner, SessionModel start, TextReader input, TextWriter output)
{
    private readonly Queue<SessionMessage> _messages = new();
    private SessionModel _model = start with { Size = new Size(120, 2000), View = start.View };

    /// <summary>Words that have a meaning on a screen only.</summary>
    public static bool Understands(SessionCommand command) => command is not (
        SessionCommand.FocusNext or SessionCommand.FocusPrevious or SessionCommand.Zoom or SessionCommand.NextPicture or SessionCommand.Projector or SessionCommand.Theme
        or SessionCommand.Blank or SessionCommand.Captions or SessionCommand.SaveSvg or SessionCommand.SaveText or SessionCommand.Auto or SessionCommand.Faster
        or SessionCommand.Slower or SessionCommand.Cancel or SessionCommand.Search or SessionCommand.Folder or SessionCommand.Controls
        or SessionCommand.ScrollDown or SessionCommand.ScrollUp);

    public int Run(IReadOnlyList<SessionEffect> first)
    {
        foreach (var effect in first) runner.Perform(effect, _messages.Enqueue);
        Settle(new SessionModel { Size = default });
        while (_model.ExitCode is null && input.ReadLine() is { } line) Handle(line.Trim());
        if (_model.ExitCode is null) Tell(new Ended(0));
        Say([_model.Say(PlainWords.Bye)]);
        return _model.ExitCode ?? 0;
    }

    private void Handle(string line)
    {
        if (line.Length == 0) return;
        string[] parts = line.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string word = parts[0].ToLowerInvariant(), argument = parts.Length > 1 ? parts[1] : "";
        if (_model.Screen == SessionScreen.Menu && Lesson(line) is { } id) Tell(new Commanded(SessionCommand.Confirm, id));
        else if (word is "quit" or "exit" or "q") Tell(new Ended(0));
        else if (word == "menu" && _model.Screen != SessionScreen.Menu && !_model.Menu.Entries.IsEmpty) Tell(new Commanded(SessionCommand.Quit));
        else if (word == "help") Say(PlainText.Help(_model));
        else if (KeyMap.All.FirstOrDefault(binding => binding.Word == word && Understands(binding.Command)) is { } known) Do(known.Command, argument);
        else Unknown(word);
        output.Flush();
    }

    private void Do(SessionCommand command, string argument)
    {
        switch (command)
        {
            case SessionCommand.Notes: Show(Overlay.Notes); break;
            case SessionCommand.Glossary: Say(PlainText.Words(_model, argument)); break;
            case SessionCommand.Address when _model.Lesson is { } lesson: Say([lesson.Address]); break;
            case SessionCommand.Variant when argument.Length == 0 && _model.Lesson is { } lesson: Say(PlainText.Choices(_model, lesson, compared: false)); break;
            case SessionCommand.Variant when _model.Lesson is not null: Perform(new ShowVariant(argument == "own" ? "" : argument)); break;
            case SessionCommand.Compare when argument.Length == 0 && _model.Lesson is { } lesson: Say(PlainText.Choices(_model, lesson, compared: true)); break;
            case SessionCommand.Compare when _model.Lesson is not null: Perform(new CompareWith(argument switch { "none" => "", "before" => OverlayList.BeforeChange, "own" => OverlayList.Own, _ => argument })); break;
            case SessionCommand.Edit when _model.Lesson is { } lesson && LookUpdate.WeightUnder(lesson) is { } weight && argument.Length > 0: Perform(new ChangeWeight(weight.Name, weight.Index, argument)); break;
            case SessionCommand.Breakpoints when argument.Length == 0 && _model.Lesson is { } lesson: Say(PlainText.Breakpoints(_model, lesson)); break;
            default: Tell(new Commanded(command, argument)); break;
        }
    }

    private string? Lesson(string line)
    {
        var entries = _model.Menu.Entries;
        if (int.TryParse(line, out int number) && number >= 1 && number <= entries.Length) return entries[number - 1].Id;
        string id = line.Split(' ')[^1];
        return entries.Any(entry => entry.Id == id.Split('@', '?', '/')[0]) ? id : null;
    }

    private void Show(Overlay overlay) => Say(OverlayView.Lines(_model with { Overlay = overlay }).Select(line => string.Concat(line.Select(span => span.Text)).Trim()).Where(line => line.Length > 0));

    private void Tell(SessionMessage message)
    {
        var before = _model;
        _messages.Enqueue(message);
        Settle(before);
    }

    private void Perform(SessionEffect effect)
    {
        var before = _model;
        runner.Perform(effect, _messages.Enqueue);
        Settle(before);
    }

    // Every message in order, and what it leads to; then one account of what has changed.
    private void Settle(SessionModel before)
    {
        while (_messages.TryDequeue(out var message))
        {
            var (next, effects) = SessionUpdate.Apply(_model, message);
            _model = next with { Notice = next.Notice ?? _model.Notice };
            foreach (var effect in effects.Where(effect => effect is not WatchPictures)) runner.Perform(effect, _messages.Enqueue);
        }
        Say(Changes(before));
        _model = _model with { Notice = null, Prompt = null, Overlay = Overlay.None };
        output.Flush();
    }

    private IEnumerable<string> Changes(SessionModel before)
    {
        var (old, now) = (before.Lesson, _model.Lesson);
        bool newLesson = now is not null && now.Id != old?.Id;
        if (_model.Notice is { } notice && notice != before.Notice) yield return (notice.IsProblem ? "! " : "") + _model.Say(PlainWords.Spoken(notice.Text));
        if (_model.Prompt?.Problem is { } problem) yield return "! " + _model.Say(problem);
        if (_model.Screen == SessionScreen.Menu && (before.Screen != SessionScreen.Menu || before.Menu.Entries != _model.Menu.Entries || before.Language != _model.Language)) foreach (string line in PlainText.Menu(_model)) yield return line;
        if (now is null) yield break;
        if (newLesson) foreach (string line in PlainText.Opened(_model, now)) yield return line;
        if (_model.Screen == SessionScreen.Summary && before.Screen != SessionScreen.Summary) foreach (string line in PlainText.Summary(_model, now)) yield return line;
        bool newScene = newLesson || now.Content != old?.Content || _model.Language != before.Language || old!.IsExploring && !now.IsExploring;
        if (newScene) foreach (string line in PlainText.Scene(_model, now)) yield return line;
        bool moved = newLesson || now.Run.Now != old!.Run.Now || now.Selection != old.Selection || now.RunTitle != old.RunTitle;
        if (!moved) foreach (string line in Answers(old!, now)) yield return line;
        if (moved && _model.Screen == SessionScreen.Lesson) foreach (string line in PlainText.Step(_model, now)) yield return line;
    }

    private IEnumerable<string> Answers(LessonModel old, LessonModel now)
    {
        if (now.Answer is not { } answer || answer == old.Answer) yield break;
        if (answer.Given.Length != (old.Answer?.Given.Length ?? 0)) yield return PlainText.Answer(_model, answer);
        if (answer.IsRight && now.Content?.Ask is { Explain.IsEmpty: false } ask) yield return _model.Say(ask.Explain);
        if (answer.Hints > (old.Answer?.Hints ?? 0)) yield return _model.Say(SessionWords.HintTitle.With(answer.Hints)) + ": " + _model.Say(now.Content!.Ask!.Hints[answer.Hints - 1]);
    }

    private void Unknown(string word)
    {
        string near = Nearest.Of(word, KeyMap.All.Select(binding => binding.Word)) is { } hint ? _model.Say(PlainWords.DidYouMean.With(hint)) : "";
        Say([string.Format(System.Globalization.CultureInfo.InvariantCulture, _model.Say(PlainWords.Unknown), word, near)]);
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (string line in lines) output.WriteLine(line);
    }
}
