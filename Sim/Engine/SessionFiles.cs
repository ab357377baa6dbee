using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>The files of a session: lessons, progress, choices, saved screens.</summary>
internal sealed class SessionFiles(SessionWorld world)
{
    private string? _watched;
    private DateTime? _seen;
    private (int Number, string Path) _recording;
    private string? _stamp;

    /// <summary>The learner's own lessons.</summary>
    public string? Folder { get; private set; }

    public void ReadMenu(string? folder, Action<SessionMessage> post)
    {
        Folder = folder;
        _stamp = Stamp(folder);
        try
        {
            var (own, problem) = world.Library.Own(folder);
            var shipped = world.Library.Shipped.All;
            ImmutableArray<LessonHead> heads = [.. shipped, .. own.Lessons.Select(LessonHead.Of).Where(head => shipped.All(other => other.Id != head.Id))];
            var (progress, warning) = world.Progress?.Read() ?? (Progress.None, null);
            ImmutableArray<GlossaryTerm> glossary = [.. world.Library.Shipped.Glossary, .. own.Glossary];
            var words = glossary.DistinctBy(term => term.Id).ToDictionary(term => term.Id, term => Phrase.Of(term.Term));
            post(new MenuRead(new MenuModel([.. heads.Select((head, k) => Entry(head, heads, words, progress, isOwn: k >= shipped.Length))], Folder: folder) { IsRead = true, Glossary = SceneTexts.Words(glossary) }));
            if ((warning ?? problem) is { } say) post(new Said(new Notice(say, true, Stays: warning is not null)));
        }
        catch (RequestException wrong)
        {
            post(new Said(new Notice(Phrase.Same(wrong.Message), true)));
        }
    }

    /// <summary>Reads the menu again if a file of the learner's folder has come, gone or changed.</summary>
    public void RefreshMenu(Action<SessionMessage> post)
    {
        if (Folder is null || Stamp(Folder) is not { } stamp || stamp == _stamp) return;
        ReadMenu(Folder, post);
    }

    private string? Stamp(string? folder)
    {
        if (folder is null) return null;
        try { return string.Join('\n', world.Library.FilesIn(folder).Order(StringComparer.Ordinal).Select(path => $"{path} {world.Changed(path)?.Ticks}")); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException) { return ""; }
    }

    /// <summary>What is known of the learner in a lesson, and what has to be said about the file it was read from.</summary>
    public (LessonProgress Progress, Phrase? Warning) Known(OpenedLesson opened)
    {
        if (opened.Lesson.Scenes.IsEmpty || world.Progress is null || world.StartsAfresh) return (new LessonProgress(), null);
        var (progress, warning) = world.Progress.Read();
        return (progress.Of(opened.Lesson.Id), warning);
    }

    public void Save(LessonProgressState state, Address? at, Action<SessionMessage> post)
    {
        var warning = world.Progress?.Save(state.Lesson, known =>
        {
            foreach (var (scene, answer) in state.Answers)
                known = known.With(scene, new AnswerState(answer.Given.Length, Math.Min(answer.Hints, LessonSpec.MostHints), answer.IsRight, answer.Given.IsEmpty ? null : answer.Given[^1]));
            return known with { Scene = state.Scene, At = at?.Lesson == state.Lesson ? at : known.At, IsDone = known.IsDone || state.IsDone };
        });
        if (warning is not null) post(new Said(new Notice(warning, true, Stays: true)));
    }

    public void Save(SaveChoices choices) => world.Choices?.Write(new Choices(
        choices.View.Language, choices.View.Digits, choices.View.Projector, choices.Theme, choices.Folder, choices.TourSeen));

    /// <summary>Writes the screen as it is to a file whose name says what it shows.</summary>
    public void Export(ExportScreen export, Action<SessionMessage> post)
    {
        var model = export.Model with { Notice = null, Prompt = null };
        string name = model.Lesson is { } lesson ? $"{lesson.Id}-{lesson.Run.Now.Update}-{lesson.Run.Step?.Name ?? "start"}" : "sim";
        string path = Path.Combine(world.ExportFolder, string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '_')) + (export.AsText ? ".txt" : ".svg"));
        try
        {
            using (var file = new StreamWriter(path))
            {
                if (export.AsText) GridText.Write(SessionView.Draw(model, model.Size), file);
                else GridSvg.Write(SessionView.Draw(model, model.Size), model.Theme, file, name);
            }
            post(new Said(new Notice(SessionWords.Saved.With(path))));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            post(new Said(new Notice(SessionWords.NotSaved.With(path, wrong.Message), true)));
        }
    }

    /// <summary>Writes what was recorded, whole, so that nothing is lost however the program ends.</summary>
    public void Save(SaveRecording save, Action<SessionMessage> post)
    {
        bool isNew = _recording.Number != save.Number;
        if (isNew) _recording = (save.Number, save.Path ?? Unused(save.Name));
        try
        {
            AtomicFile.Write(Path.GetFullPath(_recording.Path), System.Text.Encoding.UTF8.GetBytes(save.Text), flush: save.IsEnd);
            if (save.IsEnd) post(new Said(new Notice(SessionWords.Recorded.With(save.Lines, _recording.Path))));
            else if (isNew && save.Path is null) post(new Said(new Notice(SessionWords.RecordingTo.With(_recording.Path))));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            post(new Said(new Notice(SessionWords.NotRecorded.With(_recording.Path, wrong.Message), true)));
        }
    }

    private string Unused(string name)
    {
        name = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        string path = Path.Combine(world.ExportFolder, name + ScriptFile.Ending);
        for (int k = 2; File.Exists(path); k++) path = Path.Combine(world.ExportFolder, FormattableString.Invariant($"{name}-{k}{ScriptFile.Ending}"));
        return path;
    }

    /// <summary>Looks at this file from now on.</summary>
    public void Watch(string? path) => (_watched, _seen) = (path, path is null ? null : world.Changed(path));

    /// <summary>Reads the watched file if it has changed; one that cannot be used leaves everything as it is.</summary>
    public void Reload(EngineLesson? lesson, Action<OpenedLesson> use, Action<SessionMessage> post)
    {
        if (_watched is null || lesson is null || world.Changed(_watched) is not { } changed || changed == _seen) return;
        _seen = changed;
        try { use(world.Library.Open(lesson.Lesson.Scenes.IsEmpty ? _watched : $"{_watched}/{lesson.Lesson.Id}", Folder)); }
        catch (RequestException wrong) { post(new Said(new Notice(SessionWords.ReloadFailed.With(wrong.Message), true))); }
    }

    private static MenuEntry Entry(LessonHead head, ImmutableArray<LessonHead> all, Dictionary<string, Phrase> words, Progress progress, bool isOwn)
    {
        var known = progress.Of(head.Id);
        int seen = known.Scene is null ? -1 : head.Scenes.IndexOf(known.Scene);
        ImmutableArray<Phrase> needs = [.. all.Where(other => head.Needs.Contains(other.Id)).Select(other => Phrase.Of(other.Title))];
        return new MenuEntry(head.Id, Phrase.Of(head.Title), Phrase.Of(head.Summary), head.Minutes, needs, head.Topics, head.Scenes.Length, seen, known.IsDone, isOwn)
        {
            Part = isOwn ? SessionWords.OwnLessons : Phrase.Of(head.Part),
            NeedIds = head.Needs,
            Words = [.. head.Terms.Where(words.ContainsKey).Select(term => words[term])],
        };
    }
}
