namespace Sim;

/// <summary>A replay as a program of the loop.</summary>
internal static class ReplayProgram
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    /// <param name="script">What to play.</param>
    /// <param name="start">The session before the first command.</param>
    /// <param name="runner">Does the effects.</param>
    /// <param name="speed">Times as fast as the script says.</param>
    /// <param name="keepsLanguage">Whether the script's own choice of language is passed over.</param>
    public static Loop<ReplayModel, ReplayMessage, ReplayEffect> Of(Script script, SessionModel start, SessionRunner runner, double speed = 1, bool keepsLanguage = false)
    {
        var here = new ReplayMark(start, null, "");
        return new()
        {
            Init = new ReplayModel { Script = script, Session = start, Here = here, Marks = ReplayMarks.None.With(0, here, script), Speed = speed, KeepsLanguage = keepsLanguage, Awaited = 1 },
            InitEffects = script.BeginsInMenu ? [new ForSession(new ReadMenu(null)), new AwaitSettled()] : [new AwaitSettled()],
            Update = ReplayUpdate.Apply,
            View = ReplayView.Draw,
            Translate = Translate,
            Perform = (effect, post) => Perform(effect, runner, post),
            Timers = Timers,
            Exit = model => model.Session.ExitCode,
        };
    }

    /// <summary>The timers of a model.</summary>
    public static IReadOnlyList<Ticking<ReplayMessage>> Timers(ReplayModel model)
    {
        bool isFree = model.State is ReplayState.TakenOver or ReplayState.Ended;
        var timers = SessionProgram.Timers(model.Session, watchesFile: false).Where(timer => isFree || timer.Id == "work")
            .Select(timer => new Ticking<ReplayMessage>(timer.Id, timer.Every, new InSession(timer.Message))).ToList();
        bool isHurried = model.At < model.Hurry, goesOn = model.State == ReplayState.Playing || model.State == ReplayState.Paused && isHurried;
        if (!goesOn || model.IsMoving || !model.IsQuiet || model.Wanted is not null) return timers;
        var wait = isHurried ? AtOnce : model.Stay / model.Speed;
        timers.Add(new(FormattableString.Invariant($"script {model.At}.{model.Move}"), wait < AtOnce ? AtOnce : wait, new ReplayTick()));
        return timers;
    }

    private static bool Translate(TerminalEvent happened, out ReplayMessage message)
    {
        message = null!;
        if (!SessionProgram.Translate(happened, out var own)) return false;
        message = own is KeyPressed pressed ? new ReplayKeyPressed(pressed.Key) : new InSession(own);
        return true;
    }

    private static void Perform(ReplayEffect effect, SessionRunner runner, Action<ReplayMessage> post)
    {
        switch (effect)
        {
            case ForSession asked: runner.Perform(asked.Effect, message => post(new InSession(message))); break;
            case AwaitSettled: post(new Settled(runner.Mark())); break;
            case TellExpectation tell:
                var (holds, found) = Expectation.Check(tell.Command.Argument, runner.Lesson?.Run.Values);
                post(new ExpectationTold(tell.Command, holds, found));
                break;
        }
    }
}
