using System.Collections.Immutable;
using System.Globalization;

namespace Core;

/// <summary>
/// Reads a data set from comma-separated values (RFC 4180; a header, CR LF or LF, a byte order mark, quoted fields). Inputs must be finite numbers
/// with a decimal point. Every problem is told with its line and column, all at once up to <see cref="CsvOptions.MaxProblems"/>.
/// </summary>
public sealed class CsvReader
{
    private static readonly string[] MissingMarks = ["", "?", "-", "na", "n/a", "nan", "null", "none"];

    private readonly CsvOptions options;
    private readonly DataProblems problems;
    private readonly List<double> inputs = [];
    private readonly List<CsvField> targets = [];
    private readonly Dictionary<string, string> known = [];

    private CsvReader(CsvOptions options) => (this.options, problems) = (options, new(options.MaxProblems));

    /// <summary>Reads the whole text. Inputs [n, features], shape [features]; names of features and classes are kept.</summary>
    /// <exception cref="BadDataException">With everything wrong with the text or with the columns asked for.</exception>
    public static DataSet Read(TextReader text, CsvOptions options) => new CsvReader(options).Read(text);

    private DataSet Read(TextReader text)
    {
        CsvColumns? columns = null;
        var rows = 0;
        foreach (var record in new CsvParser(text, options, problems).Records())
        {
            var isHeader = columns is null && options.HasHeader;
            columns ??= CsvColumns.Find(record, options, problems) ?? throw new BadDataException(problems.ToImmutable());
            if (!isHeader) ReadRow(record, columns, rows++);
            if ((long)rows * columns.Names.Length > DataSetCheck.MostValues)
                throw new BadDataException([new($"line {record[0].Line}", "still more rows", $"at most {DataSetCheck.MostValues} values",
                    "give fewer rows")]);
        }
        if (rows == 0)
            problems.Add("", columns is null ? "no text" : "a header and no rows", "a header and at least one row",
                "check that it is the right file");
        problems.ThrowIfAny();
        var (values, names) = CsvTargets.Bind(targets, columns!, options, problems);
        problems.ThrowIfAny();
        return DataSet.Create([.. inputs], [columns!.Features.Length], values!, [.. columns.Features.Select(i => columns.Names[i])], names);
    }

    private void ReadRow(List<CsvField> record, CsvColumns columns, int row)
    {
        if (record.Count != columns.Names.Length)
        {
            problems.Add($"line {record[0].Line}", $"{record.Count} fields",
                $"{columns.Names.Length}, as in {(options.HasHeader ? $"the header in line {columns.HeaderLine}" : "the first row")}",
                record.Count < columns.Names.Length
                    ? "add the missing fields"
                    : "put texts with a separator in quotes and write numbers with a decimal point", row);
            return;
        }
        foreach (var column in columns.Features)
            inputs.Add(Number(record[column], columns.Names[column], row, column, problems, isFeature: true));
        // Classes repeat: one string each is kept, not one per row.
        foreach (var column in columns.Targets) targets.Add(record[column] with { Text = Known(record[column].Text) });
    }

    private string Known(string text)
    {
        if (known.TryGetValue(text, out var first)) return first;
        if (known.Count < 10_000) known.Add(text, text);
        return text;
    }

    internal static bool IsMissing(string text) => text.Length <= 4 && MissingMarks.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    internal static string Missing(string text) => text.Length == 0 ? "nothing" : $"{Shown.Text(text)}, a missing value";

    internal static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The field as a finite number; otherwise a problem and 0.</summary>
    internal static double Number(CsvField field, string name, int row, int column, DataProblems problems, bool isFeature)
    {
        if (IsMissing(field.Text))
            problems.Add(field.Place(name), Missing(field.Text), "a number", "fill it in or leave the row out", row, column);
        else if (!IsNumber(field.Text, out var value))
            problems.Add(field.Place(name), Shown.Text(field.Text), "a number", Remedy(field.Text, isFeature), row, column);
        else if (!double.IsFinite(value))
            problems.Add(field.Place(name), Shown.Text(field.Text), "a finite number (below 1.8e308)", "correct it or leave the row out",
                row, column);
        else return value;
        return 0;
    }

    private static string Remedy(string text, bool isFeature) =>
        IsNumber(text.Replace(',', '.'), out _) ? "write a decimal point instead of the comma"
        : isFeature ? "leave this column out of the features, or write numbers for its texts"
        : "correct it, or ask for classes as the kind of target";
}
