namespace Sim;

/// <summary>The run as a line: scenes ◆, breakpoints met ▲, the part computed so far ━, here ●.</summary>
internal static class TimelineView
{
    public static void Draw(Region line, SessionModel model, LessonModel lesson)
    {
        if (line.Width < 12) return;
        var run = lesson.Run;
        string end = run.LastUpdate.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var track = line.Sub(1, 0, line.Width - 3 - end.Length, 1);
        Text.Line(line.Right(end.Length + 1), 0, end, Role.Dim);
        int reached = Column(track, Math.Max(run.Reached, run.Now.Update), 0, run);
        for (int x = 0; x < track.Width; x++) track.Put(x, 0, x <= reached ? "━" : "─", x <= reached ? Role.Dim : Role.Frame);
        track.Put(0, 0, "├", Role.Frame);
        track.Put(track.Width - 1, 0, "┤", Role.Frame);
        for (int k = 0; k < lesson.Scenes.Length; k++)
            if (lesson.Scenes[k].At is { } at)
                track.Put(Column(track, at.Update, at.Step, run), 0, k <= lesson.Scene ? "◆" : "◇", k == lesson.Scene ? Role.Active : Role.Accent);
        foreach (var stop in lesson.Stops) track.Put(Column(track, stop.Update, stop.Step, run), 0, "▲", Role.Warning);
        track.Put(Column(track, run.Now.Update, run.Now.Step, run), 0, "●", Role.Active);
    }

    // An update's steps lie between the end of the update before and its own.
    private static int Column(Region track, long update, int step, RunView run)
    {
        double steps = Math.Max(1, run.Steps.Length), within = step == 0 ? 1 : Math.Min(1, step / steps);
        double share = update == 0 ? 0 : (update - 1 + within) / Math.Max(1, run.LastUpdate);
        return (int)Math.Round(Math.Clamp(share, 0, 1) * (track.Width - 1));
    }
}
