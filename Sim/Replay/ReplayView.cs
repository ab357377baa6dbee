using System.Globalization;

namespace Sim;

/// <summary>The screen of a replay: the session, what is said, and a line of the script in place of the keys.</summary>
internal static class ReplayView
{
    private const int ShortestTrack = 12;

    public static Grid Draw(ReplayModel model, Size size)
    {
        bool hasWheel = model.State is ReplayState.Playing or ReplayState.Paused;
        var grid = SessionView.Draw(hasWheel ? Led(model.Session) : model.Session, size);
        if (size.Width < 40 || size.Height < 10 || model.Session.IsBlank) return grid;
        CaptionView.Draw(grid.All, model.Caption, model.Chapter);
        if (model.Session.HidesControls && model.State == ReplayState.Playing && model.Problem is null) return grid;
        var line = grid.All.Bottom(1);
        line.Clear();
        if (hasWheel) Script(line, model);
        else Free(line, model);
        return grid;
    }

    // The script leads: the space key does not return to the lesson now.
    private static SessionModel Led(SessionModel session) => session.Lesson is { IsExploring: true } lesson ? session with { Lesson = lesson with { IsExploring = false } } : session;

    // The explorer's line: where the script waits, then the session's own keys.
    private static void Free(Region line, ReplayModel model)
    {
        bool isOver = model.State == ReplayState.Ended;
        int x = line.Write(1, 0, isOver ? "■ " : "◇ ", Role.Active);
        x = line.Write(x, 0, model.Say(isOver ? ReplayWords.Ended : ReplayWords.GiveBack), Role.Active);
        FooterView.Draw(line.SkipLeft(x + 2), model.Session, without: isOver ? null : SessionCommand.Continue);
    }

    private static void Script(Region line, ReplayModel model)
    {
        int x = line.Write(1, 0, model.State == ReplayState.Playing ? "▶ " : "‖ ", Role.Active);
        if (model.Speed != 1) x = line.Write(x, 0, string.Create(CultureInfo.InvariantCulture, $"{model.Speed:0.##}× "), Role.Active);
        var rest = line.SkipLeft(x);
        if (model.Problem is { } problem) Text.Line(rest, 0, "! " + problem, Role.Bad);
        else if (model.Session.Work is not null || model.Session.Notice is not null) FooterView.Draw(rest, model.Session);
        else Progress(rest, model);
    }

    private static void Progress(Region line, ReplayModel model)
    {
        int total = model.Script.Commands.Length;
        string count = string.Create(CultureInfo.InvariantCulture, $" {Math.Min(model.At, total)}/{total} ");
        var keys = Keys(model, line.Width < 106);
        int keyWidth = keys.Sum(span => TextWidth.Of(span.Text)), shown = Math.Min(28, line.Width / 4);
        if (line.Width - keyWidth - TextWidth.Of(count) - shown < ShortestTrack) (keys, keyWidth) = ([], 0);
        Text.Line(line.Left(shown), 0, Text.Truncate(model.Key, shown - 1), Role.Key);
        var track = line.Sub(shown, 0, line.Width - shown - keyWidth - TextWidth.Of(count), 1);
        Track(track, model);
        line.Write(shown + track.Width, 0, count, Role.Text);
        Text.Line(line.Right(keyWidth), 0, keys);
    }

    // Chapters ┬, played ━, here ●.
    private static void Track(Region track, ReplayModel model)
    {
        if (track.Width < 3) return;
        int total = Math.Max(1, model.Script.Commands.Length);
        int here = Column(model.At + (model.Command is { } command ? (double)model.Move / command.Moves : 0));
        for (int x = 0; x < track.Width; x++) track.Put(x, 0, x <= here ? "━" : "─", x <= here ? Role.Dim : Role.Frame);
        track.Put(0, 0, "├", Role.Frame);
        track.Put(track.Width - 1, 0, "┤", Role.Frame);
        foreach (var (at, _) in model.Script.Chapters) track.Put(Column(at), 0, at < model.At ? "◆" : "◇", Role.Accent);
        track.Put(here, 0, "●", Role.Active);

        int Column(double at) => (int)Math.Round(at / total * (track.Width - 1));
    }

    private static List<Span> Keys(ReplayModel model, bool isShort)
    {
        var keys = new List<Span>();
        Add(model.Say(ReplayWords.Space), model.State == ReplayState.Playing ? ReplayWords.Pause : ReplayWords.GoOn);
        Add("←→", ReplayWords.TakeOver);
        if (isShort) return keys;
        Add(",.", ReplayWords.Command);
        Add("<>", ReplayWords.Chapter);
        return keys;

        void Add(string key, Phrase word)
        {
            keys.Add(new Span(" " + key, Role.Key));
            keys.Add(new Span(" " + model.Say(word) + " ", Role.Dim));
        }
    }
}
