using System.Globalization;

namespace Sim;

/// <summary>What the session asked of the engine, as a line of a script.</summary>
internal static class RecordingLines
{
    /// <summary>The line that asks the same; null for what is no business of a script.</summary>
    /// <param name="effect">What was asked.</param>
    /// <param name="before">The session before it.</param>
    public static RecordedLine? Of(SessionEffect effect, SessionModel before) => effect switch
    {
        MoveBy move => new(Word(move), Count: (int)Math.Min(Math.Abs(move.Count), int.MaxValue)),
        GoTo to => to.Text switch { "0" => new("start"), "end" => new("end"), var text => new("go", text) },
        RunUntil until => new("until", until.Text),
        RunToBreak run => new(run.Back ? "previous-break" : "next-break"),
        CheckBreakpoint check => new("break", check.Text),
        ChangeSetting set => new("set", set.Text),
        ChangeWeight change => new("edit", change.Value),
        UndoChange => new("undo"),
        ShowVariant show => new("variant", show.Id.Length == 0 ? "own" : show.Id),
        CompareWith compare => new("compare", compare.Id switch { "" => "none", OverlayList.Own => "own", OverlayList.BeforeChange => "before", var id => id }),
        FollowOperand => new("where"),
        CheckNumber => new("check"),
        MoveToMoment => new("return"),
        JudgeAnswer judge => new("answer", judge.Given),
        EnterScene enter when before.Lesson is { } lesson => Scene(enter.Index, lesson),
        OpenLesson open => new("lesson", open.Target),
        _ => null,
    };

    private static RecordedLine Scene(int index, LessonModel lesson)
    {
        if (index > lesson.Scene) return new("scene");
        return index == lesson.Scene && lesson.IsExploring ? new("next") : new("scene-back");
    }

    private static string Word(MoveBy move)
    {
        string word = move.Ladder.ToString().ToLower(CultureInfo.InvariantCulture);
        if (move.Ladder == Lessons.Ladder.Operation) return move.Count > 0 ? "step" : "back";
        return move.Count > 0 ? word : word + "-back";
    }
}
