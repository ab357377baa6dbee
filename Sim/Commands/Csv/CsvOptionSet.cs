using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Core;

namespace Sim;

/// <summary>The options that say what a table is for.</summary>
internal sealed class CsvOptionSet
{
    private readonly Option<string?> csv = new("--csv") { Description = "Train on your own table: CSV with a header.", HelpName = "FILE" };
    private readonly Option<string?> target = new("--target") { Description = "The column to learn; otherwise the last.", HelpName = "NAME" };
    private readonly Option<string?> task = CommandOptions.Choice("--task", "Whether the target is a class or a number; otherwise chosen by its values and stated.", "classes", "numbers");
    private readonly Option<string?> missing = Missing("Missing values: drop their rows, or replace inputs by the mean of the training rows; otherwise they are told.");
    private readonly Option<string[]> inputs = new("--inputs") { Description = "The columns to learn from; otherwise all that can teach something.", HelpName = "NAME,…" };
    private readonly Option<string[]> categories = new("--categories") { Description = "Columns of numbers that are names in truth, such as postal codes.", HelpName = "NAME,…" };
    private readonly Option<string?> testShare = new("--test-share") { Description = "Share of the rows kept for the test (0.2 unless stated).", HelpName = "SHARE" };
    private readonly Option<long?> every = CommandOptions.Whole("--every", "Of a large table only the first row of every N.", 1, int.MaxValue);
    private readonly Option<string?> delimiter = DelimiterOption();

    private Option[] All => [csv, target, task, missing, inputs, categories, testShare, every, delimiter];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
    }

    /// <summary>What was said about a table; nothing without one.</summary>
    /// <exception cref="RequestException">A table's option without a table, or a wrong word.</exception>
    public CsvRequest? Of(ParseResult parsed)
    {
        if (parsed.GetValue(csv) is not { } path)
        {
            var other = All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
            return other is null ? null : throw new RequestException($"{other.Name} is about a table; expected --csv FILE with it.");
        }

        return new(path)
        {
            Target = parsed.GetValue(target),
            IsClasses = parsed.GetValue(task) is { } word ? word == "classes" : null,
            Missing = MissingOf(parsed.GetValue(missing)) ?? CsvMissing.Refuse,
            Inputs = Names(parsed.GetValue(inputs)),
            Categories = Names(parsed.GetValue(categories)),
            TestShare = Share(parsed.GetValue(testShare)),
            Every = (int)(parsed.GetValue(every) ?? 1),
            Delimiter = Sign(parsed.GetValue(delimiter)) ?? ',',
        };
    }

    private static ImmutableArray<string> Names(string[]? words) =>
        [.. (words ?? []).SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static double Share(string? text) => text is null ? 0.2
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and < 1 ? share
        : throw new RequestException($"--test-share: given {text}; expected a share from 0 (no test) to below 1, such as 0.2.");

    /// <summary><c>--missing</c>.</summary>
    public static Option<string?> Missing(string description) => CommandOptions.Choice("--missing", description, "drop", "mean");

    /// <summary>What was said by it, or nothing.</summary>
    public static CsvMissing? MissingOf(string? word) => word switch { "drop" => CsvMissing.Drop, "mean" => CsvMissing.Mean, _ => null };

    /// <summary><c>--delimiter</c>.</summary>
    public static Option<string?> DelimiterOption() => new("--delimiter") { Description = "What stands between fields: one character, or tab.", HelpName = "SIGN" };

    /// <summary>What was said by it, or nothing.</summary>
    /// <exception cref="RequestException">It is no sign.</exception>
    public static char? Sign(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var one] when one is not ('"' or '\r' or '\n') => one,
        _ => throw new RequestException($"--delimiter: given {text}; expected one character, or tab."),
    };
}
