using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>Options that several commands share.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string[]> set = new("--set") { Description = "Change one field of the experiment, e.g. optimizer.learningRate=1.2; may be repeated.", HelpName = "KEY=VALUE" };
    private readonly Option<string?> data = CommandOptions.Data();
    private readonly Option<string?> precision = CommandOptions.Precision("the experiment's");
    private readonly Option<string?> language = CommandOptions.Language();

    private readonly CsvOptionSet table = new();

    /// <summary>What is opened; may be left out where a table is named.</summary>
    public Argument<string?> Target { get; } = CommandOptions.TargetOrTable();

    public Option<string?> Variant { get; } = new("--variant") { Description = "A variant of the lesson.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Target);
        foreach (var option in new Option[] { Variant, data, set, precision, language }) command.Options.Add(option);
        table.AddTo(command);
    }

    /// <summary>What was asked for.</summary>
    public Asked Of(ParseResult parsed, CommandHost host) => new(parsed.CommandResult.Command.Name, parsed.GetValue(Target), parsed.GetValue(Variant), Sets(parsed), LanguageOf(parsed, host)) { Csv = table.Of(parsed) };

    private IReadOnlyList<string> Sets(ParseResult parsed) => CommandOptions.Sets(parsed.GetValue(data), parsed.GetValue(set));

    public Precision? PrecisionOf(ParseResult parsed) => CommandOptions.PrecisionOf(parsed.GetValue(precision));

    public Language LanguageOf(ParseResult parsed, CommandHost host) => CommandOptions.LanguageOf(parsed.GetValue(language), host);
}

/// <summary>Options with checks whose messages say what was expected.</summary>
internal static class CommandOptions
{
    public static Argument<string> Target() => new("LESSON")
    {
        Description = "A lesson's id, an address such as xor@3:layer1.z, or a file with an experiment or a lesson.",
    };

    public static Argument<string?> TargetOrTable() => new("LESSON")
    {
        Description = "A lesson's id, an address such as xor@3:layer1.z, or a file with an experiment or a lesson; may be left out with --csv.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Precision(string otherwise) => Choice("--precision", $"Arithmetic: single (float32) or double; otherwise {otherwise}.", "single", "double");

    public static Precision? PrecisionOf(string? given) => given switch { "single" => Core.Precision.Single, "double" => Core.Precision.Double, _ => null };

    /// <summary>A folder with real images.</summary>
    public static Option<string?> Data() => new("--data") { Description = "Train on real images: a folder with the four IDX files of MNIST, plain or gzipped.", HelpName = "DIR" };

    /// <summary>The assignments that were typed, that of <c>--data</c> first.</summary>
    public static IReadOnlyList<string> Sets(string? data, string[]? sets) => [.. data is null ? [] : new[] { DataFiles.Assignment(data) }, .. sets ?? []];

    public static Option<string?> Language() => Choice("--lang", "Language: en or zh.", "en", "zh");

    public static Language LanguageOf(string? given, CommandHost host) => given switch
    {
        "zh" => Lessons.Language.Chinese,
        "en" => Lessons.Language.English,
        _ => host.Language,
    };

    /// <summary>A whole number.</summary>
    public static Option<long?> Whole(string name, string description, long least, long most = 1L << 53) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (result.Tokens.Count == 1
                && long.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            result.AddError($"{name}: given {string.Join(' ', result.Tokens.Select(token => token.Value))}; expected a whole number of at least {least}{(most < 1L << 53 ? $" and at most {most}" : "")}.");
            return null;
        },
    };

    /// <summary>One of a few words.</summary>
    public static Option<string?> Choice(string name, string description, params string[] words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words),
        CompletionSources = { _ => words.Select(word => new CompletionItem(word)) },
        CustomParser = result =>
        {
            var given = string.Join(' ', result.Tokens.Select(token => token.Value));
            if (words.Contains(given)) return given;
            result.AddError($"{name}: given {given}; expected {string.Join(" or ", words)}{(Nearest.Of(given, words) is { } near ? $"; did you mean {near}?" : ".")}");
            return null;
        },
    };
}
