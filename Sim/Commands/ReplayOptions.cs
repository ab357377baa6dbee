using System.CommandLine;
using System.Globalization;

namespace Sim;

/// <summary><c>sim replay</c> on the command line.</summary>
internal static class ReplayOptions
{
    public static Command Command(CommandHost host)
    {
        var file = new Argument<string>("SCRIPT") { Description = "A script file, e.g. demos/watermelon.demo; docs/scripts.md describes the language." };
        var check = new Option<bool>("--check") { Description = "Play it without a screen: compare every expectation and every accepted snapshot." };
        var update = new Option<bool>("--update") { Description = "Play it without a screen and accept its snapshots as they are now." };
        var speed = new Option<double>("--speed")
        {
            Description = "Times as fast as the script says (1 unless stated).",
            HelpName = "X",
            CustomParser = result =>
            {
                if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double x) && x is >= 0.1 and <= 100) return x;
                result.AddError($"--speed: given {string.Join(' ', result.Tokens.Select(token => token.Value))}; expected a number from 0.1 to 100.");
                return 1;
            },
            DefaultValueFactory = _ => 1,
        };
        var language = CommandOptions.Language();
        var exports = new ExportOptions();
        var command = new Command("replay", "Play a script: live, or without a screen to check it or to make files of it.") { file, check, update, speed, language };
        exports.AddTo(command);
        command.SetAction(parsed =>
        {
            var (replay, path, asked) = (new ReplayCommand(host), parsed.GetRequiredValue(file), exports.Of(parsed));
            var said = parsed.GetValue(language) is { } given ? CommandOptions.LanguageOf(given, host) : (Lessons.Language?)null;
            bool checks = parsed.GetValue(check) || parsed.GetValue(update);
            int code = checks ? replay.Check(path, parsed.GetValue(update)) : ExitCode.Fine;
            if (!asked.IsEmpty) return Math.Max(code, replay.Export(path, asked, said));
            return checks ? code : replay.Play(path, parsed.GetValue(speed), said);
        });
        return command;
    }
}
