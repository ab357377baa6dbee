using System.Collections.Immutable;
using System.Globalization;

namespace Core;

/// <summary>Which columns of a table are inputs and which are targets.</summary>
internal sealed record CsvColumns(ImmutableArray<string> Names, ImmutableArray<int> Features, ImmutableArray<int> Targets, int HeaderLine)
{
    /// <summary>Finds the columns of the options among the names of the first record; null (and problems) when that is impossible.</summary>
    internal static CsvColumns? Find(List<CsvField> first, CsvOptions options, DataProblems problems)
    {
        var names = options.HasHeader
            ? first.Select(field => field.Text).ToImmutableArray()
            : Enumerable.Range(1, first.Count).Select(number => $"column{number}").ToImmutableArray();
        CheckNames(first, names, problems);
        var targets = Positions(names, options.Targets, "target", problems);
        var features = options.Features.IsDefaultOrEmpty
            ? [.. Enumerable.Range(0, names.Length).Except(targets)]
            : Positions(names, options.Features, "feature", problems);
        problems.Require(!options.Targets.IsDefaultOrEmpty, "targets", "no target column", "the name of at least one",
            $"choose from {Shown.Names(names)}");
        foreach (var both in features.Intersect(targets))
            problems.Add("features", $"{Shown.Text(names[both])}, which is a target", "columns the model may see",
                "take it out of the features or the targets");
        var found = !options.Targets.IsDefaultOrEmpty && targets.Length == options.Targets.Length
            && (options.Features.IsDefaultOrEmpty || features.Length == options.Features.Length);
        if (found && features.IsEmpty) problems.Add("features", "only target columns", "at least one other column",
            "add inputs, or state fewer targets");
        return found && !features.IsEmpty ? new(names, features, targets, options.HasHeader ? first[0].Line : 0) : null;
    }

    internal static void CheckNames(List<CsvField> first, ImmutableArray<string> names, DataProblems problems)
    {
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < names.Length; i++)
            if (names[i].Length == 0)
                problems.Add(first[i].Place(null), "a column without a name", "a name for every column in the header", "name it",
                    column: i);
            else if (!seen.TryAdd(names[i], i))
                problems.Add(first[i].Place(null),
                    $"the column name {Shown.Text(names[i])} again (first in line {first[seen[names[i]]].Line}, column {first[seen[names[i]]].Column})",
                    "different names", "rename one of the two", column: i);
    }

    /// <summary>Tells a row of another length.</summary>
    internal static void TellRagged(List<CsvField> record, int expected, string asIn, int row, DataProblems problems) =>
        problems.Add($"line {record[0].Line}", $"{record.Count} fields", $"{expected}, as in {asIn}",
            record.Count < expected ? "add the missing fields" : "put texts with a separator in quotes and write numbers with a decimal point", row);

    private static ImmutableArray<int> Positions(ImmutableArray<string> names, ImmutableArray<string> wanted, string what,
        DataProblems problems)
    {
        var positions = ImmutableArray.CreateBuilder<int>();
        foreach (var name in wanted.IsDefault ? [] : wanted)
        {
            var position = Position(names, name);
            if (position >= 0 && !positions.Contains(position)) positions.Add(position);
            else if (position >= 0) problems.Add(what + "s", $"{Shown.Text(name)} twice", "each column once", "take one out");
            else problems.Add(what + "s", $"{what} column {Shown.Text(name)}, which the table does not have",
                $"one of {Shown.Names(names)}",
                Nearest.Of(name, names) is { } near ? $"did you mean {Shown.Text(near)}? (upper and lower case differ)" : "correct the name (upper and lower case differ)");
        }
        return positions.ToImmutable();
    }

    // By name, else by number from 0, negative from the end.
    private static int Position(ImmutableArray<string> names, string name)
    {
        if (names.IndexOf(name) is var position and >= 0) return position;
        if (!int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return -1;
        if (number < 0) number += names.Length;
        return number >= 0 && number < names.Length ? number : -1;
    }
}
