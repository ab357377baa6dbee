using System.Collections.Immutable;
using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>Changes of the run: each makes a run of its own. Answers with what is wrong, or null.</summary>
internal sealed class EngineChanges(EngineLesson lesson)
{
    private const string EditsKey = "edits=";

    /// <summary>KEY VALUE or KEY=VALUE.</summary>
    public Phrase? Set(string text, CancellationToken cancellation)
    {
        int cut = text.IndexOf('=') is var equals && equals > 0 ? equals : text.IndexOf(' ');
        if (cut <= 0 || cut == text.Length - 1) return SessionWords.SetExpected;
        return Settings([$"{text[..cut].Trim()}={text[(cut + 1)..].Trim()}"], cancellation);
    }

    public Phrase? Settings(ImmutableArray<string> settings, CancellationToken cancellation) => Start(settings, TitleOf(settings), cancellation);

    /// <summary>
    /// One weight or bias, set by hand at this moment: where this update has written it already, just after the update, else before it. What the optimizer
    /// remembers stays.
    /// </summary>
    public (Phrase? Problem, Notice? Said) Weight(string name, ImmutableArray<int> index, string value, CancellationToken cancellation)
    {
        var typed = TypedNumber.Read(value);
        if (!typed.Ok) return (SessionWords.NotANumber.With(value), null);
        var (run, now) = (lesson.Run, lesson.Run.Now);
        bool isWritten = now != Moment.Start && (run.Timeline.IsAtUpdateEnd || run.Steps.Take(now.Step).Any(step => step.Name == name));
        var edit = new EditSettings(isWritten ? now.Update : Math.Max(0, now.Update - 1), name, index, (float)typed.Value);
        var edits = run.Experiment.Edits.Where(known => !known.IsOf(edit)).Append(edit).OrderBy(known => known.After);
        var problem = Start([EditsKey + string.Join(';', edits)], TitleOf(edit), cancellation);
        if (problem is not null) return (problem, null);
        // Written but not at the update's end yet: to where the change is seen.
        if (isWritten && !lesson.Run.Timeline.IsAtUpdateEnd) lesson.Run.Timeline.SeekUpdate(now.Update, cancellation);
        lesson.Follow(cancellation);
        return (null, new Notice(SessionWords.Forked.With(TitleOf(edit))));
    }

    /// <summary>What a run with these changes is called.</summary>
    public static Phrase TitleOf(IEnumerable<string> settings)
    {
        Phrase[] parts = [.. settings.SelectMany(setting => setting.StartsWith(EditsKey, StringComparison.Ordinal) && EditSettings.Parse(setting[EditsKey.Length..]) is { } edits
            ? edits.Select(TitleOf) : [Phrase.Same(DataFiles.NameOf(setting) ?? setting.Replace("=", " = ", StringComparison.Ordinal))])];
        return new Phrase(string.Join(", ", parts.Select(part => part.En)), string.Join("，", parts.Select(part => part.Zh)));
    }

    private static Phrase TitleOf(EditSettings edit)
    {
        string changed = string.Create(CultureInfo.InvariantCulture, $"{edit.Name}[{string.Join(',', edit.Index)}] = {edit.To:R}");
        return edit.After == 0 ? Phrase.Same(changed) : SessionWords.EditedAfter.With(changed, edit.After);
    }

    private Phrase? Start(ImmutableArray<string> changes, Phrase title, CancellationToken cancellation)
    {
        var now = lesson.Now;
        // Edits name all that stand, so that the last list holds.
        bool replacesEdits = changes.Any(change => change.StartsWith(EditsKey, StringComparison.Ordinal));
        ImmutableArray<string> settings = [.. now.Settings.Where(setting => !replacesEdits || !setting.StartsWith(EditsKey, StringComparison.Ordinal)), .. changes];
        var start = LessonRuns.Start(lesson.Lesson, settings, lesson.Loader);
        if (start.Runs is not { } runs) return Phrase.Same(string.Join("\n", start.Problems.Select(problem => problem.ToString())));
        var titles = now.Title.IsEmpty ? title : new Phrase($"{now.Title.En}, {title.En}", $"{now.Title.Zh}，{title.Zh}");
        lesson.Branch(new Fork(runs, now.Variant, settings, titles), cancellation);
        lesson.Compare(lesson.Before!.Run, lesson.Before.Title.IsEmpty ? SessionWords.BeforeChange : lesson.Before.Title, cancellation);
        return null;
    }
}
