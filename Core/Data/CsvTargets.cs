using System.Collections.Immutable;

namespace Core;

/// <summary>Makes targets of the texts in the target columns.</summary>
internal static class CsvTargets
{
    /// <summary>Targets of n rows from n·k fields, row by row, and the class names; null (and problems) when impossible.</summary>
    internal static (Targets? Targets, ImmutableArray<string> ClassNames) Bind(List<CsvField> fields, CsvColumns columns,
        CsvOptions options, DataProblems problems)
    {
        var width = columns.Targets.Length;
        var kind = options.TargetKind ?? (width == 1 && fields.Any(IsText) ? TargetKind.Classes : TargetKind.Numbers);
        if (kind == TargetKind.Classes)
        {
            if (width == 1) return Classes(fields, columns, options, problems);
            problems.Add("targets", $"{width} columns", "one column of class names",
                "name one column, or state one-hot, soft or multi-label targets");
            return default;
        }
        var values = new double[fields.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = CsvReader.Number(fields[i], columns.Names[columns.Targets[i % width]], i / width, columns.Targets[i % width],
                problems, isFeature: false);
        ImmutableArray<string> names = kind == TargetKind.Numbers
            ? options.ClassNames
            : [.. columns.Targets.Select(column => columns.Names[column])];
        return (Targets.Of(kind, values, width), names);
    }

    private static bool IsText(CsvField field) => !CsvReader.IsNumber(field.Text, out _) && !CsvReader.IsMissing(field.Text);

    private static (Targets?, ImmutableArray<string>) Classes(List<CsvField> fields, CsvColumns columns, CsvOptions options,
        DataProblems problems)
    {
        var column = columns.Targets[0];
        var names = options.ClassNames.IsDefaultOrEmpty ? Found(fields, options.ClassOrder) : options.ClassNames;
        var numberOf = new Dictionary<string, int>();
        for (var c = 0; c < names.Length; c++)
            problems.Require(numberOf.TryAdd(names[c], c), $"class names[{c}]", $"{Shown.Text(names[c])} again", "different names",
                "take it out");
        var numbers = new int[fields.Count];
        for (var row = 0; row < fields.Count; row++)
        {
            if (numberOf.TryGetValue(fields[row].Text, out numbers[row])) continue;
            if (CsvReader.IsMissing(fields[row].Text))
                problems.Add(fields[row].Place(columns.Names[column]), CsvReader.Missing(fields[row].Text),
                    "a class name", "fill it in, or leave such rows out (missing: drop)", row, column);
            else
                problems.Add(fields[row].Place(columns.Names[column]), Shown.Text(fields[row].Text),
                    $"one of the class names {Shown.Names(names)}",
                    "correct it or add it to the class names", row, column);
        }
        return (problems.Any ? null : Targets.Classes(numbers, names.Length), names);
    }

    private static double Value(string number) => CsvReader.IsNumber(number, out var value) ? value : 0;

    private static ImmutableArray<string> Found(List<CsvField> fields, CsvClassOrder order)
    {
        var appearing = fields.Select(field => field.Text).Where(text => !CsvReader.IsMissing(text)).Distinct().ToArray();
        if (order == CsvClassOrder.Appearance) return [.. appearing];
        return appearing.All(text => CsvReader.IsNumber(text, out _))
            ? [.. appearing.OrderBy(Value).ThenBy(text => text, StringComparer.Ordinal)]
            : [.. appearing.Order(StringComparer.Ordinal)];
    }
}
