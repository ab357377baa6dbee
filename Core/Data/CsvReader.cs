using System.Globalization;

namespace Core;

/// <summary>
/// Reads a data set from comma-separated values (RFC 4180; a header, CR LF or LF, a byte order mark, quoted fields). Inputs are finite numbers with a
/// decimal point, or texts: a column without numbers becomes one input of 0 and 1 for each of its texts, named <c>colour=red</c>. Every problem is told with its line and column, all at once up to <see cref="CsvOptions.MaxProblems"/>.
/// </summary>
public sealed class CsvReader
{
    private static readonly string[] MissingMarks = ["", "?", "-", "na", "n/a", "nan", "null", "none"];

    private readonly CsvOptions options;
    private readonly DataProblems problems;
    private CsvReader(CsvOptions options) => (this.options, problems) = (options, new(options.MaxProblems));

    /// <summary>Reads the whole text. Inputs [n, features], shape [features]; names of features and classes are kept.</summary>
    /// <exception cref="BadDataException">With everything wrong with the text or with the columns asked for.</exception>
    public static DataSet Read(TextReader text, CsvOptions options) => new CsvReader(options).Read(text);

    private DataSet Read(TextReader text)
    {
        CsvColumns? columns = null;
        CsvInputs? inputs = null;
        CsvTargets? targets = null;
        var (rows, kept) = (0, 0);
        foreach (var record in new CsvParser(text, options, problems).Records())
        {
            var isHeader = columns is null && options.HasHeader;
            columns ??= CsvColumns.Find(record, options, problems) ?? throw new BadDataException(problems.ToImmutable());
            inputs ??= new CsvInputs(columns, options, problems);
            targets ??= new CsvTargets(columns, options, problems);
            if (!isHeader && IsRow(record, columns, rows++))
            {
                inputs.Add(record, rows - 1);
                targets.Add(record, rows - 1);
                kept++;
            }
            if ((long)kept * columns.Features.Length > int.MaxValue)
                throw new BadDataException([new($"line {record[0].Line}", "still more rows", $"at most {int.MaxValue} values",
                    "give fewer rows or columns")]);
        }
        if (rows == 0)
            problems.Add("", columns is null ? "no text" : "a header and no rows", "a header and at least one row",
                "check that it is the right file");
        else if (kept == 0 && !problems.Any)
            problems.Add("", $"{rows} rows with a missing value each", "at least one complete row", "leave the emptiest columns out of the inputs, or replace missing values by means");
        inputs?.TellMixed();
        problems.ThrowIfAny();
        var (values, names) = targets!.Bind();
        problems.ThrowIfAny();
        var coded = inputs!.Encode(kept);
        problems.ThrowIfAny();
        return DataSet.OfTable(coded.Values!, [coded.Names.Length], values!, coded.Names, names);
    }

    private bool IsRow(List<CsvField> record, CsvColumns columns, int row)
    {
        if (record.Count == columns.Names.Length)
            return options.Missing != CsvMissing.Drop || !columns.Features.Concat(columns.Targets).Any(column => IsMissing(record[column].Text));
        CsvColumns.TellRagged(record, columns.Names.Length, options.HasHeader ? $"the header in line {columns.HeaderLine}" : "the first row", row, problems);
        return false;
    }

    internal static bool IsMissing(string text) => text.Length == 0 || (text.Length <= 4 && !char.IsAsciiDigit(text[^1]) && MissingMarks.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase));

    internal static string Missing(string text) => text.Length == 0 ? "nothing" : $"{Shown.Text(text)}, a missing value";

    internal static bool IsNumber(string text, out double value) => ShortDecimal.TryParse(text, out value) ||
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The field as a finite number; otherwise a problem and 0.</summary>
    internal static double Number(CsvField field, string name, int row, int column, DataProblems problems, bool isFeature)
    {
        if (IsMissing(field.Text))
            problems.Add(field.Place(name), Missing(field.Text), "a number", MissingRemedy, row, column);
        else if (!IsNumber(field.Text, out var value))
            problems.Add(field.Place(name), Shown.Text(field.Text), "a number", Remedy(field.Text, isFeature), row, column);
        else if (!double.IsFinite(value))
            problems.Add(field.Place(name), Shown.Text(field.Text), "a finite number (below 1.8e308)", "correct it or leave the row out",
                row, column);
        else return value;
        return 0;
    }

    internal const string MissingRemedy = "fill it in, leave such rows out (missing: drop), or take the mean for inputs (missing: mean)";

    internal static bool HasDecimalComma(string text) => text.Contains(',') && IsNumber(text.Replace(',', '.'), out _);

    internal static string Remedy(string text, bool isFeature) =>
        HasDecimalComma(text) ? "write a decimal point instead of the comma"
        : isFeature ? "correct it, leave the column out of the inputs, or name it among the categories"
        : "correct it, or ask for classes as the kind of target";
}
