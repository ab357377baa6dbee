namespace Sim;

/// <summary>Going to another place of the script.</summary>
internal static class ReplayJumps
{
    /// <summary>Goes there as soon as the session is quiet; long work is ended first.</summary>
    public static ReplayNext Ask(ReplayModel model, ReplayJump jump)
    {
        model = model with { Wanted = jump, IsMoving = false };
        if (model.IsQuiet) return Do(model, jump);
        return model.Session.Work is null ? model : ((ReplayNext)model).And(new ForSession(new CancelWork()));
    }

    /// <summary>From the nearest place that is known, and on from there if need be.</summary>
    public static ReplayNext Do(ReplayModel model, ReplayJump jump)
    {
        var state = jump.Plays ? ReplayState.Playing : ReplayState.Paused;
        model = model with { Wanted = null, IsMoving = false, Problem = null, State = state, Hurry = jump.At, Stay = TimeSpan.Zero, Key = "" };
        if (jump.IsHere) return Restored(model with { Hurry = 0 }, model.Here);
        var (at, mark) = model.Marks.Before(jump.At);
        bool fromHere = jump.At > model.At && at <= model.At || jump.At == model.At && model.Move == 0;
        if (!fromHere) return Restored(model with { At = at, Move = 0 }, mark);
        return ReferenceEquals(model.Session, model.Here.Session) ? model : Restored(model, model.Here);
    }

    public static int NextCommand(ReplayModel model)
    {
        int at = model.At;
        while (at < model.Script.Commands.Length && !IsSeen(model, at)) at++;
        return Math.Min(at + 1, model.Script.Commands.Length);
    }

    public static int PreviousCommand(ReplayModel model)
    {
        if (model.Move > 0) return model.At;
        int at = model.At - 1;
        while (at > 0 && !IsSeen(model, at)) at--;
        return Math.Max(0, at);
    }

    public static int NextChapter(ReplayModel model) =>
        model.Script.Chapters.Where(chapter => chapter.At >= model.At).Select(chapter => chapter.At + 1).FirstOrDefault(model.Script.Commands.Length);

    /// <summary>The beginning of this chapter; at its beginning that of the one before.</summary>
    public static int PreviousChapter(ReplayModel model)
    {
        int[] before = [.. model.Script.Chapters.Select(chapter => chapter.At).Where(at => at < model.At)];
        if (before.Length == 0) return 0;
        bool isAtBeginning = Enumerable.Range(before[^1] + 1, Math.Max(0, model.At - before[^1] - 1)).All(at => !IsSeen(model, at)) && model.Move == 0;
        return !isAtBeginning ? before[^1] + 1 : before.Length < 2 ? 0 : before[^2] + 1;
    }

    private static bool IsSeen(ReplayModel model, int at) => model.Script.Commands[at].Name is not
        (ScriptWords.Chapter or ScriptWords.Expect or ScriptWords.Snapshot or ScriptWords.Pause or ScriptWords.Size);

    private static ReplayNext Restored(ReplayModel model, ReplayMark mark)
    {
        var session = mark.Session with { Size = model.Session.Size, Notice = null };
        var next = (ReplayNext)(model with { Session = session, Caption = mark.Caption, Here = mark with { Session = session }, Awaited = model.Awaited + 1 });
        next = next.And(new ForSession(mark.Engine is { } engine ? new ReturnTo(engine) : new CloseLesson()));
        if (PictureChoice.Shown(session) is var shown && mark.Engine is { } known && !shown.SequenceEqual(known.Pictures)) next = next.And(new ForSession(new WatchPictures(shown)));
        if (model.Session.Theme != session.Theme) next = next.And(new ForSession(new UseTheme(session.Theme)));
        return next.And(new AwaitSettled());
    }
}
