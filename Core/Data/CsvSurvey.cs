using System.Collections.Immutable;

namespace Core;

/// <summary>What is known of a column after a look at all rows.</summary>
/// <param name="Name">From the header.</param>
/// <param name="Missing">Fields without a value.</param>
/// <param name="Numbers">Fields that are numbers.</param>
/// <param name="Texts">Fields that are neither.</param>
/// <param name="Distinct">The different texts of its fields in order of appearance, as many as are kept.</param>
/// <param name="HasMore">Whether there are more different ones than were kept.</param>
/// <param name="IsWhole">Whether all numbers are whole.</param>
/// <param name="FirstMissing">Places of the first fields without a value.</param>
/// <param name="FirstTexts">Places of the first texts, told as what is no number.</param>
/// <param name="Endless">Numbers too large to be finite.</param>
/// <param name="FirstEndless">Places of the first of them.</param>
/// <param name="Digits">Most digits before and behind the points of its numbers together; many where one is written with an exponent.</param>
/// <param name="Commas">Texts that would be numbers with a point instead of a comma.</param>
public sealed record CsvColumnFacts(
    string Name, long Missing, long Numbers, long Texts, ImmutableArray<string> Distinct, bool HasMore, bool IsWhole,
    ImmutableArray<DataProblem> FirstMissing, ImmutableArray<DataProblem> FirstTexts, long Endless, ImmutableArray<DataProblem> FirstEndless,
    int Digits = 0, long Commas = 0)
{
    /// <summary>Fields with a value.</summary>
    public long Given => Numbers + Texts;

    /// <summary>Bytes of one of its values as it is kept, at most: a text is the number of its first appearance.</summary>
    public int CellBytes => Numbers == 0 ? (Distinct.Length < sbyte.MaxValue ? 1 : 2) : Digits switch { <= 2 => 1, <= 4 => 2, <= PackedField.MostDigits => 4, _ => 8 };

    /// <summary>Whether all its values are numbers with a decimal comma, which are no numbers here.</summary>
    public bool HasDecimalCommas => Commas > 0 && Commas == Texts;

    /// <summary>Whether every field with a value has the same one.</summary>
    public bool IsConstant => Distinct.Length == 1 && !HasMore;
}

/// <summary>
/// A look at a whole table before anything is decided: which columns are numbers, which texts, what is missing. Reads once from the top and keeps a
/// bounded amount, however long the table is.
/// </summary>
/// <param name="Columns">In the file's order.</param>
/// <param name="Rows">Rows below the header.</param>
public sealed record CsvSurvey(ImmutableArray<CsvColumnFacts> Columns, long Rows)
{
    // Texts kept in all columns together: some 60 MB.
    private const int MostKept = 1_000_000, MostOfColumn = 1001, LeastOfColumn = 32;

    /// <summary>Looks at a table with a header.</summary>
    /// <param name="text">The table.</param>
    /// <param name="separator">Between fields.</param>
    /// <param name="every">Takes the first row of every so many.</param>
    /// <param name="most">Looks at no more rows than so many.</param>
    /// <exception cref="BadDataException">It is no table, with every reason found.</exception>
    public static CsvSurvey Read(TextReader text, char separator = ',', int every = 1, long most = long.MaxValue)
    {
        var (options, problems) = (new CsvOptions { Separator = separator, Every = every }, new DataProblems());
        CsvColumnSurvey[]? columns = null;
        var (rows, headerLine) = (0L, 0);
        foreach (var record in new CsvParser(text, options, problems).Records())
            if (columns is null)
            {
                CsvColumns.CheckNames(record, [.. record.Select(field => field.Text)], problems);
                CheckSeparator(record, separator, problems);
                problems.ThrowIfAny();
                var kept = Math.Clamp(MostKept / record.Count, LeastOfColumn, MostOfColumn);
                (columns, headerLine) = ([.. record.Select((field, k) => new CsvColumnSurvey(field.Text, k, kept))], record[0].Line);
            }
            else
            {
                if (record.Count == columns.Length)
                    for (var k = 0; k < columns.Length; k++) columns[k].Add(record[k], rows);
                else CsvColumns.TellRagged(record, columns.Length, $"the header in line {headerLine}", (int)Math.Min(rows, int.MaxValue), problems);
                if (++rows == most) break;
            }
        if (rows == 0) problems.Add("", columns is null ? "no text" : "a header and no rows", "a header and at least one row", "check that it is the right file");
        problems.ThrowIfAny();
        return new([.. columns!.Select(column => column.Facts())], rows);
    }

    private static void CheckSeparator(List<CsvField> header, char separator, DataProblems problems)
    {
        if (header.Count > 1) return;
        foreach (var other in new[] { ',', ';', '\t', '|' })
            if (other != separator && header[0].Text.Contains(other))
                problems.Add(header[0].Place(null), $"a single column {Shown.Text(header[0].Text)}", "several", $"state what stands between fields (delimiter: {(other == '\t' ? "tab" : other.ToString())})");
    }
}

/// <summary>A column while it is looked at.</summary>
internal sealed class CsvColumnSurvey(string name, int column, int mostKept)
{
    private readonly HashSet<string> seen = [];
    private readonly List<string> distinct = [];
    private readonly List<DataProblem> firstMissing = [], firstTexts = [], firstEndless = [];
    private long missing, numbers, texts, endless, commas;
    private bool hasMore, isWhole = true;
    private int before, behind;

    internal void Add(CsvField field, long row)
    {
        if (CsvReader.IsMissing(field.Text))
        {
            missing++;
            Tell(firstMissing, field, row, CsvReader.Missing(field.Text), "a value", CsvReader.MissingRemedy);
            return;
        }
        if (!CsvReader.IsNumber(field.Text, out var value))
        {
            texts++;
            if (CsvReader.HasDecimalComma(field.Text)) commas++;
            Tell(firstTexts, field, row, Shown.Text(field.Text), "a number", CsvReader.Remedy(field.Text, isFeature: true));
        }
        else
        {
            numbers++;
            Measure(field.Text);
            isWhole &= value == Math.Floor(value);
            if (!double.IsFinite(value)) endless++;
            if (!double.IsFinite(value)) Tell(firstEndless, field, row, Shown.Text(field.Text), "a finite number (below 1.8e308)", "correct it or leave the row out");
        }
        Keep(field.Text);
    }

    private void Tell(List<DataProblem> first, CsvField field, long row, string given, string expected, string remedy)
    {
        if (first.Count < DataProblems.DefaultLimit) first.Add(new(field.Place(name), given, expected, remedy, (int)Math.Min(row, int.MaxValue), column));
    }

    private void Measure(string number)
    {
        var sign = number[0] == '-' ? 1 : 0;
        var point = number.IndexOf('.');
        before = Math.Max(before, (point < 0 ? number.Length : point) - sign);
        behind = Math.Max(behind, point < 0 ? 0 : number.Length - point - 1);
        if (number.AsSpan().ContainsAny('e', 'E')) before = int.MaxValue / 2;
    }

    private void Keep(string text)
    {
        if (hasMore || seen.Contains(text)) return;
        hasMore = seen.Count == mostKept;
        if (hasMore) return;
        seen.Add(text);
        distinct.Add(text);
    }

    internal CsvColumnFacts Facts() =>
        new(name, missing, numbers, texts, [.. distinct], hasMore, isWhole && numbers > 0, [.. firstMissing], [.. firstTexts], endless, [.. firstEndless], before + behind, commas);
}
