using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Does what the session asks for: owns the engine and the files. Results come back as messages.</summary>
internal sealed class SessionRunner(SessionWorld world) : IDisposable
{
    private readonly WorkDesk _desk = new(world.Patience);
    private readonly SessionFiles _files = new(world);
    private ImmutableArray<string> _pictures = [];
    private EngineLesson? _lesson;
    private bool _isFirst = true;

    /// <summary>The open lesson; nobody's business while the engine works.</summary>
    public EngineLesson? Lesson => _desk.IsBusy ? null : _lesson;

    public void Perform(SessionEffect effect, Action<SessionMessage> post)
    {
        switch (effect)
        {
            case ReadMenu read: _files.ReadMenu(read.Folder, post); break;
            case RefreshMenu: if (!_desk.IsBusy) _files.RefreshMenu(post); break;
            case OpenLesson open: _desk.Do(SessionWords.Working, cancellation => Open(open, cancellation), post); break;
            case ReloadLesson: if (!_desk.IsBusy) _files.Reload(_lesson, fresh => _desk.Do(SessionWords.Working, cancellation => Reload(fresh, cancellation), post), post); break;
            case CloseLesson: if (!_desk.IsBusy) _lesson = null; break;
            case SaveProgress save: Save(save.State, post); break;
            case SaveChoices save: _files.Save(save); break;
            case SaveRecording save: _files.Save(save, post); break;
            case ExportScreen export: _files.Export(export, post); break;
            case UseTheme use: world.UseTheme(use.Theme); break;
            case CancelWork: _desk.Cancel(); break;
            case PollWork: post(_desk.IsBusy ? _desk.Now : new WorkEnded()); break;
            case TypeAgain again: foreach (var key in again.Keys) post(new KeyPressed(key)); break;
            case ReturnTo to: Return(to.Mark, post); break;
            case WatchPictures watch: Watch(watch.Names, post); break;
            default: if (_lesson is { } lesson) Engine(effect, lesson, post); break;
        }
    }

    public void Dispose() => _desk.Dispose();

    private void Engine(SessionEffect effect, EngineLesson lesson, Action<SessionMessage> post)
    {
        var moves = new EngineMoves(lesson);
        var changes = new EngineChanges(lesson);
        SessionMessage Moved(Notice? said) => new RunMoved(StateOf(lesson), Said: said);
        Func<CancellationToken, SessionMessage?> work = effect switch
        {
            MoveBy by => cancellation => Moved(moves.By(by.Ladder, by.Count, cancellation)),
            GoTo to => cancellation => moves.To(to.Text, cancellation, Moved),
            MoveToMoment to => cancellation => Stood(lesson, to, cancellation),
            RunUntil until => cancellation => moves.Until(until.Text, cancellation, Moved),
            RunToBreak run => cancellation => moves.ToBreak(run.Conditions, run.Back, cancellation, (said, isBreak) => new RunMoved(StateOf(lesson), Said: said, IsBreak: isBreak)),
            CheckBreakpoint check => _ => moves.Refused(check.Text) is { } why ? new PromptRefused(Phrase.Same(why)) : new BreakpointAdded(check.Text),
            PlayOn play => cancellation => Played(lesson, moves, play, cancellation),
            EnterScene enter => cancellation => Entered(lesson, enter.Index, cancellation),
            JudgeAnswer judge => _ => Judged(lesson, judge),
            ChangeSetting set => cancellation => changes.Set(set.Text, cancellation) is { } problem ? new PromptRefused(problem) : Moved(new Notice(SessionWords.Forked.With(lesson.Now.Title))),
            ChangeWeight change => cancellation => changes.Weight(change.Name, change.Index, change.Value, cancellation) is var (problem, said) && problem is not null ? new PromptRefused(problem) : Moved(said),
            ChooseInputs choose => _ =>
            {
                lesson.ChooseInputs(choose.By);
                return null;
            }
            ,
            UndoChange => cancellation => Undone(lesson, cancellation, Moved),
            ShowVariant show => cancellation => Shown(lesson, show.Id, cancellation, Moved),
            CompareWith compare => cancellation => Compared(lesson, compare.Id, cancellation, Moved),
            FollowOperand follow => cancellation => Followed(lesson, moves, follow, cancellation),
            CheckNumber check => _ => NumberChecks.Of(lesson.Run, check.Element) is { } made ? new NumberChecked(made) : null,
            _ => _ => null,
        };
        long from = lesson.Run.Now.Update;
        _desk.Do(SessionWords.Working, work, post);
        if (!_desk.IsBusy) return;
        var program = lesson.Run.Timeline.Program;
        _desk.Progress = () => Share(program.Run.Update, effect is EnterScene ? 0 : from, program.LastUpdate);
        moves.Progress = looked => _desk.Progress = () => Share(looked, 0, program.LastUpdate);
    }

    private static double Share(long now, long from, long to) => to <= from ? 0 : Math.Clamp((now - from) / (double)(to - from), 0, 1);

    // While the engine works its place is nobody's business: the scene alone is kept.
    private void Save(LessonProgressState state, Action<SessionMessage> post)
    {
        _files.Save(state, _desk.IsBusy ? null : _lesson?.Address, post);
        if (!_desk.IsBusy && _lesson is { Scene: >= 0 } lesson) world.Notes?.Write(lesson, lesson.Scene, state.Language);
    }

    /// <summary>Where the engine stands; null while it works or without a lesson.</summary>
    public EngineMark? Mark() => Lesson?.Mark(_pictures);

    private void Return(EngineMark mark, Action<SessionMessage> post) => _desk.Do(SessionWords.Working, cancellation =>
    {
        (_lesson, _pictures) = (mark.Lesson, mark.Pictures);
        mark.Lesson.Return(mark, cancellation);
        return null;
    }, post);

    // Pictures may take long, too: they tell how far they are, and stop when asked to.
    private EngineState StateOf(EngineLesson lesson, bool grows = false) => lesson.State(_pictures, _desk.Token, share =>
    {
        _desk.What = SessionWords.Drawing;
        _desk.Progress = () => share;
    }, grows ? (name, look) => _desk.Growing = (name, look) : null);

    private void Watch(ImmutableArray<string> names, Action<SessionMessage> post)
    {
        _pictures = names;
        if (_lesson is { } lesson) _desk.Do(SessionWords.Drawing, _ => new PicturesReady(StateOf(lesson, grows: true).Pictures), post);
    }

    private SessionMessage? Open(OpenLesson open, CancellationToken cancellation)
    {
        var prepared = _isFirst && world.First is { } first ? first : PreparedLesson.Of(world.Library.Open(open.Target, _files.Folder));
        _isFirst = false;
        var message = new LessonOpening(_files).Open(prepared, open.Resume, _pictures, cancellation, out var lesson);
        _lesson = lesson;
        _files.Watch(prepared.Opened.Path);
        return message;
    }

    private SessionMessage? Reload(OpenedLesson fresh, CancellationToken cancellation)
    {
        var message = new LessonOpening(_files).Again(_lesson!, fresh, _pictures, cancellation, out var lesson);
        _lesson = lesson;
        return message;
    }

    private RunMoved Stood(EngineLesson lesson, MoveToMoment to, CancellationToken cancellation)
    {
        if (to.Moment == Moment.Start) lesson.Run.Timeline.SeekUpdate(0, cancellation);
        else lesson.Run.Timeline.Seek(to.Moment, cancellation);
        lesson.Follow(cancellation);
        return new RunMoved(StateOf(lesson), to.Element);
    }

    private RunMoved Played(EngineLesson lesson, EngineMoves moves, PlayOn play, CancellationToken cancellation)
    {
        string? met = moves.PlayOn(play.Conditions, cancellation);
        var now = lesson.Run.Timeline.IsAtUpdateEnd ? SceneGuess.End(lesson.Run.Now.Update) : lesson.Run.Now;
        bool atScene = play.Until is { } until && now.CompareTo(until) >= 0;
        return new RunMoved(StateOf(lesson), Said: met is null ? null : new Notice(SessionWords.BreakReached.With(met)), StopsAuto: met is not null || atScene || lesson.Run.Timeline.IsAtEnd, IsBreak: met is not null);
    }

    private SessionMessage Entered(EngineLesson lesson, int index, CancellationToken cancellation)
    {
        var arrival = lesson.EnterScene(index, cancellation);
        return arrival.Ok
            ? new SceneEntered(index, SceneTexts.Of(lesson, index), StateOf(lesson))
            : new RunMoved(StateOf(lesson), Said: new Notice(Phrase.Same(arrival.Message), arrival.Kind != ArrivalKind.Cancelled));
    }

    private static SessionMessage Judged(EngineLesson lesson, JudgeAnswer judge)
    {
        var verdict = new Examiner(lesson.Now.Runs).Judge(judge.Scene, judge.Given);
        var values = lesson.Now.Runs.ValuesAt(judge.Scene) ?? lesson.Run.Values;
        var feedback = SceneTexts.Say(verdict.Feedback, values);
        return verdict.Kind is VerdictKind.Right or VerdictKind.Wrong
            ? new AnswerJudged(lesson.Lesson.Scenes[judge.Scene].Id, judge.Given, verdict.IsRight, feedback)
            : new PromptRefused(feedback);
    }

    private static SessionMessage Undone(EngineLesson lesson, CancellationToken cancellation, Func<Notice?, SessionMessage> moved)
    {
        if (!lesson.CanUndo) return moved(new Notice(SessionWords.NothingToUndo));
        lesson.Undo(cancellation);
        return moved(new Notice(SessionWords.Undone));
    }

    private static SessionMessage Shown(EngineLesson lesson, string id, CancellationToken cancellation, Func<Notice?, SessionMessage> moved)
    {
        if (id.Length > 0 && lesson.Lesson.Variant(id) is null) return moved(NoVariant(lesson, id));
        lesson.ShowVariant(id.Length == 0 ? null : id, cancellation);
        return moved(null);
    }

    private static Notice NoVariant(EngineLesson lesson, string id) =>
        new(SessionWords.NoVariant.With(id, string.Join(", ", lesson.Lesson.Variants.Select(variant => variant.Id))), true);

    private static SessionMessage Compared(EngineLesson lesson, string id, CancellationToken cancellation, Func<Notice?, SessionMessage> moved)
    {
        if (id == OverlayList.BeforeChange && lesson.Before is { } before) lesson.Compare(before.Run, before.Title.IsEmpty ? SessionWords.BeforeChange : before.Title, cancellation);
        else if (id.Length == 0) lesson.Compare(null, Phrase.Empty, cancellation);
        else if (id == OverlayList.Own) lesson.Compare(lesson.Now.Runs.Of(null), SessionWords.OwnRun, cancellation);
        else if (lesson.Lesson.Variant(id) is not null) lesson.Compare(lesson.Now.Runs.Of(id), lesson.TitleOf(id), cancellation);
        else return moved(NoVariant(lesson, id));
        return moved(null);
    }

    private RunMoved Followed(EngineLesson lesson, EngineMoves moves, FollowOperand follow, CancellationToken cancellation)
    {
        var before = RunView.Of(lesson.Run.Timeline, LossRecord.Empty);
        var (element, said) = moves.Follow(follow.From, before, follow.View, cancellation);
        return new RunMoved(StateOf(lesson), element, said);
    }
}
