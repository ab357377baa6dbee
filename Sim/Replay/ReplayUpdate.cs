using System.Collections.Immutable;

namespace Sim;

/// <summary>A model of a replay and what is to be done in the world.</summary>
internal readonly record struct ReplayNext(ReplayModel Model, ImmutableArray<ReplayEffect> Effects)
{
    public static implicit operator ReplayNext(ReplayModel model) => new(model, []);

    public ReplayNext And(params ReadOnlySpan<ReplayEffect> effects) => this with { Effects = Effects.AddRange(effects) };
}

/// <summary>What happens to a replay with each message. Pure.</summary>
internal static class ReplayUpdate
{
    public static (ReplayModel Model, IReadOnlyList<ReplayEffect> Effects) Apply(ReplayModel model, ReplayMessage message)
    {
        var next = message switch
        {
            InSession inside => Tell(model, inside.Message),
            ReplayKeyPressed pressed => Pressed(model, pressed.Key),
            ReplayTick => ReplaySteps.Tick(model),
            Settled settled => SettledNow(model with { Awaited = model.Awaited - 1 }, settled.Mark),
            ExpectationTold told => told.Holds ? model : model with { Problem = model.Say(ReplayWords.DoesNotHold.With(told.Command.Line, told.Command.Argument, told.Found)) },
            _ => model,
        };
        return (next.Model, next.Effects);
    }

    /// <summary>Something for the session; its answer is awaited.</summary>
    public static ReplayNext Tell(ReplayModel model, SessionMessage message)
    {
        var (session, effects) = SessionUpdate.Apply(model.Session, message);
        return new(model with { Session = session, Awaited = model.Awaited + 1 }, [.. effects.Where(effect => !(model.IsMoving && effect is ExportScreen)).Select(effect => (ReplayEffect)new ForSession(effect)), new AwaitSettled()]);
    }

    private static ReplayNext SettledNow(ReplayModel model, EngineMark? mark)
    {
        if (!model.IsQuiet) return model;
        if (model.Wanted is { } wanted) return ReplayJumps.Do(model, wanted);
        return model.IsMoving ? ReplaySteps.Moved(model, mark) : model;
    }

    private static ReplayNext Pressed(ReplayModel model, Key key) => ReplayKeyMap.Find(key, model) switch
    {
        ReplayCommandKey.PauseOrPlay => PauseOrPlay(model),
        ReplayCommandKey.NextCommand => ReplayJumps.Ask(model, new(ReplayJumps.NextCommand(model), Plays: model.State == ReplayState.Playing)),
        ReplayCommandKey.PreviousCommand => ReplayJumps.Ask(model, new(ReplayJumps.PreviousCommand(model))),
        ReplayCommandKey.NextChapter => ReplayJumps.Ask(model, new(ReplayJumps.NextChapter(model), Plays: model.State == ReplayState.Playing)),
        ReplayCommandKey.PreviousChapter => ReplayJumps.Ask(model, new(ReplayJumps.PreviousChapter(model))),
        ReplayCommandKey.Faster => model with { Speed = ReplaySpeed.After(model.Speed) },
        ReplayCommandKey.Slower => model with { Speed = ReplaySpeed.Before(model.Speed) },
        ReplayCommandKey.Quit => model with { Session = model.Session with { ExitCode = 0 } },
        _ when model.State is ReplayState.Playing or ReplayState.Paused => TakenOver(model, key),
        _ => Tell(model, new KeyPressed(key)),
    };

    // A move of the script that the engine has not finished is left alone: it is done again when the wheel comes back.
    private static ReplayNext TakenOver(ReplayModel model, Key key)
    {
        if (key.Code == KeyCode.Escape) return model with { State = ReplayState.Paused, Hurry = 0 };
        return Tell(model with { State = ReplayState.TakenOver, IsMoving = false, Hurry = 0, Problem = null, Caption = "" }, new KeyPressed(key));
    }

    private static ReplayNext PauseOrPlay(ReplayModel model) => model.State switch
    {
        ReplayState.Playing => model with { State = ReplayState.Paused, Hurry = 0 },
        ReplayState.Paused => model with { State = ReplayState.Playing, Stay = TimeSpan.Zero, Problem = null },
        _ => ReplayJumps.Ask(model, new(model.At, IsHere: true, Plays: model.State == ReplayState.TakenOver)),
    };
}

/// <summary>The speeds of a replay.</summary>
internal static class ReplaySpeed
{
    private static readonly double[] All = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8, 16];

    public static double After(double speed) => All.FirstOrDefault(each => each > speed, Math.Max(speed, All[^1]));

    public static double Before(double speed) => All.LastOrDefault(each => each < speed, Math.Min(speed, All[0]));
}
