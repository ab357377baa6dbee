using System.CommandLine;

namespace Sim;

/// <summary><c>sim play</c> on the command line.</summary>
internal static class PlayOptions
{
    public static Command Command(CommandHost host)
    {
        var target = CommandOptions.Target();
        var variant = new Option<string?>("--variant") { Description = "A variant of the lesson.", HelpName = "NAME" };
        var set = new Option<string[]>("--set") { Description = "Change one field of the experiment, e.g. optimizer.learningRate=1.2; may be repeated.", HelpName = "KEY=VALUE" };
        var at = new Option<string?>("--at") { Description = "Begin at a moment: 0, an update K, K:NAME, epoch E, end or until EXPR.", HelpName = "POSITION" };
        var plain = new Option<bool>("--plain") { Description = "Lines of text instead of a full screen: for screen readers and pipes." };
        var language = CommandOptions.Language();
        var command = new Command("play", "One lesson, step by step.") { target, variant, set, at, plain, language };
        command.SetAction(parsed => new PlayCommand(host).Run(new PlayRequest(
            parsed.GetRequiredValue(target), parsed.GetValue(variant), parsed.GetValue(set) ?? [], parsed.GetValue(at), parsed.GetValue(plain),
            parsed.GetValue(language) is { } given ? CommandOptions.LanguageOf(given, host) : null)));
        return command;
    }

    /// <summary><c>sim</c> alone: the menu on a terminal, help elsewhere.</summary>
    public static int? Menu(CommandHost host)
    {
        var device = TerminalSession.Device();
        return device.InputIsTerminal && device.OutputIsTerminal ? new PlayCommand(host).Run(new PlayRequest(null, null, [], null, false, null)) : null;
    }
}
