using System.Collections.Immutable;
using System.Globalization;

namespace Core;

/// <summary>Inputs for a prediction, out of what people have: a few numbers, a table, a picture.</summary>
public static class PredictionInputs
{
    private static readonly char[] Between = [',', ';', ' ', '\t', '\n'];

    /// <summary>Numbers separated by commas or spaces: one sample [width].</summary>
    /// <exception cref="BadDataException">They are not numbers, or not as many.</exception>
    public static double[] Values(string text, int width)
    {
        var words = text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var problems = new DataProblems();
        problems.Require(words.Length == width, "", $"{words.Length} values", $"{width}, the inputs of this model", "give one number for each input, with commas between them");
        for (var k = 0; k < words.Length; k++)
            if (!IsNumber(words[k], out _)) problems.Add($"value {k + 1}", Shown.Text(words[k]), "a finite number", "write it with a decimal point");
        problems.ThrowIfAny();
        return [.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    /// <summary>
    /// A table [rows, width]: by the names of its header where the model's inputs have names, else all columns in order. An input <c>colour=red</c>
    /// is 1 where column <c>colour</c> says <c>red</c>, unless there is a column of just that name.
    /// </summary>
    /// <exception cref="BadDataException">With every cell that is no number, at most twenty.</exception>
    public static double[] Csv(TextReader text, ImmutableArray<string> names, int width)
    {
        var problems = new DataProblems();
        var values = new List<double>();
        PredictionColumn[]? columns = null;
        var fields = 0;
        foreach (var record in new CsvParser(text, new CsvOptions { MaxColumns = Math.Max(10_000, width + 1) }, problems).Records())
        {
            var isHeader = false;
            if (columns is null)
            {
                isHeader = !record.TrueForAll(field => IsNumber(field.Text, out _));
                columns = isHeader && !names.IsEmpty ? PredictionColumn.Of(record, names, problems) : InOrder(record, width, problems);
                fields = record.Count;
                problems.ThrowIfAny();
            }
            if (!isHeader) Row(record, columns, fields, values, problems);
            if (values.Count > DataSetCheck.MostValues) problems.Add("", "still more rows", $"at most {DataSetCheck.MostValues} values", "give fewer rows");
            if (values.Count > DataSetCheck.MostValues) break;
        }

        if (values.Count == 0 && !problems.Any) problems.Add("", columns is null ? "no text" : "a header and no rows", "at least one row", "check that it is the right file");
        problems.ThrowIfAny();
        return [.. values];
    }

    private static PredictionColumn[] InOrder(List<CsvField> first, int width, DataProblems problems)
    {
        problems.Require(first.Count == width, $"line {first[0].Line}", $"{first.Count} columns", $"{width}, the inputs of this model", "give just its inputs, in the order of the training");
        return [.. Enumerable.Range(0, first.Count).Select(column => new PredictionColumn(column, null, []))];
    }

    private static void Row(List<CsvField> record, PredictionColumn[] columns, int fields, List<double> values, DataProblems problems)
    {
        if (record.Count != fields) problems.Add($"line {record[0].Line}", $"{record.Count} fields", $"{fields}, as in the first line", "complete the row");
        else foreach (var column in columns) column.Add(record[column.Column], values, problems);
    }

    internal static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
