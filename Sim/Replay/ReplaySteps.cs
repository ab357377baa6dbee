using System.Globalization;

namespace Sim;

/// <summary>The script doing its commands, one move after another.</summary>
internal static class ReplaySteps
{
    /// <summary>The next move, if the script has the wheel and the session is quiet.</summary>
    public static ReplayNext Tick(ReplayModel model)
    {
        bool goesOn = model.State == ReplayState.Playing || model.At < model.Hurry && model.State == ReplayState.Paused;
        if (!goesOn || model.IsMoving || !model.IsQuiet || model.Wanted is not null) return model;
        if (model.Command is not { } command) return model with { State = ReplayState.Ended, Caption = "", Key = "" };
        model = model with { Problem = null };
        if (model.Move == 0) model = model with { Marks = model.Marks.With(model.At, model.Here, model.Script), Key = Shown(command) };
        switch (command.Name)
        {
            case ScriptWords.Say: return Done(model with { Caption = command.Argument });
            case ScriptWords.Chapter: return Done(model with { Caption = "" });
            case ScriptWords.Expect: return new ReplayNext(Done(model), [new TellExpectation(command)]);
            case ScriptWords.Size or ScriptWords.Snapshot or ScriptWords.Pause: return Done(model);
            case ScriptWords.Lang when model.KeepsLanguage: return Done(model);
        }
        if (ScriptActions.Before(command, model.Session) is { } cannot) return Failed(model, command, cannot);
        return ScriptActions.Message(command, model.Session) is { } message ? ReplayUpdate.Tell(model with { IsMoving = true }, message) : Done(model);
    }

    /// <summary>The session has done the move.</summary>
    public static ReplayNext Moved(ReplayModel model, EngineMark? mark)
    {
        var command = model.Command!;
        model = model with { IsMoving = false, Here = new(model.Session, mark, model.Caption), Move = model.Move + 1 };
        if (ScriptActions.After(command, model.Session) is { } wrong) return Failed(model, command, wrong);
        return model.Move < command.Moves ? model with { Stay = ScriptPace.AfterMove(command) } : Done(model);
    }

    private static ReplayModel Done(ReplayModel model)
    {
        var command = model.Command!;
        return model with { At = model.At + 1, Move = 0, Stay = ScriptPace.Of(command) / command.Moves, Here = model.Here with { Caption = model.Caption } };
    }

    // On a stage there is nobody to correct it: it is told, and the next command may be asked for.
    private static ReplayNext Failed(ReplayModel model, ScriptCommand command, string why) => Done(model) with
    {
        State = ReplayState.Paused,
        Hurry = 0,
        Session = model.Session with { ExitCode = null },
        Problem = model.Say(ReplayWords.Failed.With(command.Line, command.ToString(), why)),
    };

    // The key and the command: → step 12
    private static string Shown(ScriptCommand command)
    {
        if (command.Is(ScriptWords.Say) || command.Is(ScriptWords.Chapter) || command.Is(ScriptWords.Pause)) return "";
        string times = command.Count > 1 ? $" ×{command.Count.ToString(CultureInfo.InvariantCulture)}" : "";
        return ScriptActions.Key(command) is { } key ? $"{key}{times}  {command}" : command.ToString();
    }
}
