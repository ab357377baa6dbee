using System.CommandLine;
using System.CommandLine.Parsing;
using Core;

namespace Sim;

/// <summary>What is wrong with a command line: what was given, what was expected, what to do.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // What looks like an option is one that is not known, whatever place it was taken for.
        if (Misread(parsed).ToArray() is { Length: > 0 } misread) return [.. misread.Select(token => Unmatched(token, command))];
        if (parsed.UnmatchedTokens.Count > 0) return [.. (command is RootCommand ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens).Select(token => Unmatched(token, command))];
        return [.. parsed.Errors.Select(error => Of(error, command)).Distinct()];
    }

    /// <summary>Options that are not known and were taken for arguments.</summary>
    public static IEnumerable<string> Misread(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(value => value.StartsWith("--", StringComparison.Ordinal));

    private static string Unmatched(string token, Command command)
    {
        if (token.StartsWith('-') && token.Length > 1)
        {
            string[] options = [.. command.Options.Select(option => option.Name)];
            var name = token.Split('=')[0];
            return $"unknown option {name}{(command is RootCommand ? "" : $" of {command.Name}")}; {Advice(name, options, "options")}";
        }

        if (command.Subcommands.Count > 0)
            return $"unknown command {token}; {Advice(token, [.. command.Subcommands.Select(sub => sub.Name)], "commands")}";
        return $"unexpected argument {token}; expected one {string.Join(", ", command.Arguments.Select(argument => argument.Name))}. Put quotes around text with spaces.";
    }

    private static string Of(ParseError error, Command command) => error.SymbolResult switch
    {
        CommandResult when command is RootCommand => $"a command is missing; expected one of {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.",
        CommandResult when command.Options.FirstOrDefault(option => option.Required && error.Message.Contains(option.Name)) is { } missing =>
            $"{command.Name} needs {missing.Name} {missing.HelpName}: {missing.Description}",
        CommandResult or ArgumentResult { Tokens.Count: 0, Parent: CommandResult } => $"{command.Name} needs a {command.Arguments[0].Name}: {command.Arguments[0].Description}",
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value{(option.Option.HelpName is { } value ? $" {value}" : "")}: {option.Option.Description}",
        OptionResult option when error.Message.Contains("expects a single") => $"{option.Option.Name} is given {option.IdentifierTokenCount} times; expected once.",
        _ => error.Message,
    };

    private static string Advice(string given, string[] names, string what) =>
        Nearest.Of(given, names) is { } near ? $"did you mean {near}?" : $"{what}: {string.Join(", ", names)}.";
}
