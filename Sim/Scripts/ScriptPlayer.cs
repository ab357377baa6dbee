namespace Sim;

/// <summary>Plays a script without a terminal, by a clock of its own.</summary>
/// <param name="library">Where lessons and files are, seen from the script.</param>
/// <param name="view">How numbers and words look at the beginning.</param>
internal sealed class ScriptPlayer(LessonLibrary library, ViewSettings? view = null)
{
    private static readonly ScriptCommand Nothing = new(ScriptWords.Find(ScriptWords.Pause)!, "0", 0, 0, 0);

    /// <summary>Everything that happens, one after another: nothing is played before it is asked for. Ends early at a command that cannot be done.</summary>
    /// <exception cref="OperationCanceledException">Somebody does not want to wait.</exception>
    public IEnumerable<ScriptEvent> Play(Script script, CancellationToken cancellation = default)
    {
        using var session = new HeadlessSession(library, new SessionModel { Size = Script.UsualSize, View = view ?? ViewSettings.Default }, script.BeginsInMenu, cancellation);
        var now = TimeSpan.Zero;
        string caption = "", chapter = "";
        foreach (var command in script.Commands)
        {
            yield return new CommandBegun(now, command);
            if (Own(command, session, now, ref caption) is { } own)
            {
                yield return own;
                if (own is ChapterBegun begun)
                {
                    if (caption.Length > 0) yield return own = new CaptionShown(now, command, caption = "");
                    chapter = begun.Title;
                }
                if (own is CaptionShown) yield return new FrameShown(now, command, new ScriptFrame(session.Model, caption, chapter));
                now += ScriptPace.Of(command);
                continue;
            }
            for (int move = 0; move < command.Moves; move++)
            {
                if (ScriptActions.Before(command, session.Model) is { } cannot)
                {
                    yield return new CommandFailed(now, command, cannot);
                    yield break;
                }
                if (ScriptActions.Key(command) is { } key) yield return new KeyShown(now, command, key);
                var before = session.Model;
                Tell(session, command);
                if (!ReferenceEquals(session.Model, before)) yield return new FrameShown(now, command, new ScriptFrame(session.Model, caption, chapter));
                if (ScriptActions.After(command, session.Model) is { } wrong)
                {
                    yield return new CommandFailed(now, command, wrong);
                    yield break;
                }
                now += ScriptPace.Of(command) / command.Moves;
            }
        }
        yield return new ScriptEnded(now, script.Commands.LastOrDefault() ?? Nothing, new ScriptFrame(session.Model, caption, chapter), session.Lesson?.Run.Timeline.StateHash() ?? 0);
    }

    // What the script does by itself, without the session.
    private static ScriptEvent? Own(ScriptCommand command, HeadlessSession session, TimeSpan now, ref string caption)
    {
        switch (command.Name)
        {
            case ScriptWords.Say:
                caption = command.Argument;
                return new CaptionShown(now, command, caption);
            case ScriptWords.Chapter: return new ChapterBegun(now, command, command.Argument);
            case ScriptWords.Snapshot: return new SnapshotTaken(now, command, command.Argument, new ScriptFrame(session.Model, ""));
            case ScriptWords.Expect:
                var (holds, found) = Expectation.Check(command.Argument, session.Lesson?.Run.Values);
                return new ExpectationChecked(now, command, holds, found);
            default: return null;
        }
    }

    private static void Tell(HeadlessSession session, ScriptCommand command)
    {
        if (ScriptActions.Message(command, session.Model) is { } message) session.Tell(message);
    }
}
