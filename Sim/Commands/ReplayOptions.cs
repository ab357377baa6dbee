using System.CommandLine;

namespace Sim;

/// <summary><c>sim replay</c> on the command line.</summary>
internal static class ReplayOptions
{
    public static Command Command(CommandHost host)
    {
        var file = new Argument<string>("SCRIPT") { Description = "A script file, e.g. demos/watermelon.demo; docs/scripts.md describes the language." };
        var check = new Option<bool>("--check") { Description = "Play it without a screen: compare every expectation and every accepted snapshot." };
        var update = new Option<bool>("--update") { Description = "Play it without a screen and accept its snapshots as they are now." };
        var command = new Command("replay", "Play a script.") { file, check, update };
        command.SetAction(parsed => new ReplayCommand(host).Check(parsed.GetRequiredValue(file), parsed.GetValue(update)));
        return command;
    }
}
