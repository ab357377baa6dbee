using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Opens a lesson where it begins, where an address says, or where the learner was.</summary>
internal sealed class LessonOpening(SessionFiles files)
{
    public SessionMessage Open(PreparedLesson prepared, bool resume, ImmutableArray<string> pictures, CancellationToken cancellation, out EngineLesson lesson)
    {
        var (opened, address, start) = prepared;
        lesson = new EngineLesson(opened.Lesson, opened.Book, opened.Loader, start);
        var (known, warning) = files.Known(opened);
        bool isAddressed = address.At is not null || address.Variant is not null || !address.Settings.IsEmpty;
        Notice? said = null;
        if (address.At is { } at)
        {
            var moved = new EngineMoves(lesson).To(at.ToString(), cancellation, notice => new Said(notice ?? new Notice(Phrase.Empty)));
            said = moved switch { PromptRefused refused => new Notice(refused.Problem, true), Said { Notice.Text.IsEmpty: false } lost => lost.Notice, _ => null };
        }
        int scene = SceneOf(opened.Lesson, known, resume && !isAddressed);
        SceneContent? content = null;
        if (scene >= 0)
        {
            var here = lesson.Run.Now;
            if (lesson.EnterScene(scene, cancellation) is { Ok: false } lost) throw new RequestException(lost.Message);
            content = SceneTexts.Of(lesson, scene);
            if (isAddressed)
            {
                lesson.ShowVariant(address.Variant, cancellation);
                if (here == Moment.Start) lesson.Run.Timeline.SeekUpdate(0, cancellation);
                else lesson.Run.Timeline.Seek(here, cancellation);
            }
        }
        bool isElsewhere = isAddressed ? scene >= 0 : resume && WasElsewhere(lesson, known, scene, cancellation);
        bool isResumed = scene > 0 && !isAddressed || !isAddressed && isElsewhere;
        if (warning is not null) said = new Notice(warning, true, Stays: true);
        else if (isResumed) said = new Notice(SessionWords.Resumed);
        return new LessonOpened(Model(lesson, content, scene, isElsewhere, known, pictures), said);
    }

    // Back to the moment that the learner had wandered to from this scene; one that is there no more is forgotten.
    private static bool WasElsewhere(EngineLesson lesson, LessonProgress known, int scene, CancellationToken cancellation)
    {
        if (scene < 0 || known.IsDone || known.At is not { At: not null } at || lesson.Lesson.Scenes[scene].Id != known.Scene || at.ToString() == lesson.Address.ToString()) return false;
        if (new EngineMoves(lesson).To(at.ToString(), cancellation, said => new RunMoved(null!, Said: said)) is RunMoved { Said: null }) return true;
        lesson.EnterScene(scene, cancellation);
        return false;
    }

    /// <summary>The same lesson from a changed file, at the same place.</summary>
    public SessionMessage Again(EngineLesson old, OpenedLesson fresh, ImmutableArray<string> pictures, CancellationToken cancellation, out EngineLesson lesson)
    {
        var (now, position) = (old.Run.Now, old.Address.At);
        string? variant = fresh.Lesson.Variant(old.Now.Variant ?? "") is null ? null : old.Now.Variant;
        lesson = new EngineLesson(fresh.Lesson, fresh.Book, fresh.Loader, PreparedLesson.Of(fresh, fresh.Address with { Variant = variant }).Start);
        int scene = old.Scene < 0 ? -1 : Math.Max(0, Index(fresh.Lesson, old.Lesson.Scenes[old.Scene].Id));
        if (fresh.Lesson.Scenes.IsEmpty) scene = -1;
        SceneContent? content = null;
        if (scene >= 0 && lesson.EnterScene(scene, cancellation).Ok) content = SceneTexts.Of(lesson, scene);
        if (content is null && position is not null && !lesson.Run.Go(position, cancellation).Ok) lesson.Run.Timeline.SeekUpdate(now.Update, cancellation);
        return new LessonOpened(Model(lesson, content, content is null ? -1 : scene, false, files.Known(fresh).Progress, pictures), new Notice(SessionWords.Reloaded), IsAgain: true);
    }

    private static int SceneOf(Lesson lesson, LessonProgress known, bool resume)
    {
        if (lesson.Scenes.IsEmpty) return -1;
        return resume && known.Scene is { } scene && !known.IsDone ? Math.Max(0, Index(lesson, scene)) : 0;
    }

    private static int Index(Lesson lesson, string id) => lesson.Scenes.Select(scene => scene.Id).ToList().IndexOf(id);

    private static LessonModel Model(EngineLesson lesson, SceneContent? content, int scene, bool isExploring, LessonProgress known, ImmutableArray<string> pictures)
    {
        var state = lesson.State(pictures);
        var model = new LessonModel
        {
            Id = lesson.Lesson.Id,
            Title = Phrase.Of(lesson.Lesson.Title),
            Scenes = SceneTexts.Scenes(lesson.Lesson),
            Variants = [.. lesson.Lesson.Variants.Select(variant => new VariantInfo(variant.Id, Phrase.Of(variant.Title)))],
            Glossary = SceneTexts.Words(lesson.Lesson.Terms.Select(lesson.Book.Term).OfType<GlossaryTerm>()),
            OtherWords = SceneTexts.Words(lesson.Book.Glossary.Where(term => !lesson.Lesson.Terms.Contains(term.Id))),
            Takeaway = SceneTexts.Say(lesson.Lesson.Takeaway, lesson.Run.Values),
            Sandbox = Phrase.Of(lesson.Lesson.Sandbox),
            Run = state.Run,
            Scene = scene,
            Content = content,
            IsExploring = isExploring,
            Focus = content is null ? Pane.Formula : Pane.Text,
            Answers = known.Answers.ToImmutableDictionary(pair => pair.Key, pair => Asked(pair.Value)),
        };
        model = EngineUpdate.Shown(model, state);
        return model with { Selection = EngineUpdate.Fitting(model, content?.Focus == state.Run.Step?.Name && content is not null ? new Selection(content.FocusIndex) : Selection.None) };
    }

    // Of earlier sittings only the last answer is known; the tries are counted on.
    private static AskState Asked(AnswerState answer) => new(
        [.. Enumerable.Repeat("", Math.Max(0, answer.Tries - 1)), .. answer.Given is { } given && answer.Tries > 0 ? new[] { given } : []], answer.IsRight, Phrase.Empty, answer.Hints);
}
