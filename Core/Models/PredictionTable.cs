using System.Collections.Immutable;

namespace Core;

/// <summary>How a table is read to predict from.</summary>
/// <param name="Names">Names of the model's inputs, or empty.</param>
/// <param name="Width">How many they are.</param>
public sealed record PredictionOptions(ImmutableArray<string> Names, int Width)
{
    /// <summary>What is done about values that are missing, and about texts the model has not seen.</summary>
    public CsvMissing Missing { get; init; }

    /// <summary>What stood for missing inputs in the training [<see cref="Width"/>]; empty: unknown.</summary>
    public ImmutableArray<double> Gaps { get; init; } = [];

    /// <summary>Between fields.</summary>
    public char Separator { get; init; } = ',';
}

/// <summary>What came of a table.</summary>
/// <param name="Rows">Numbers from 1 of the rows that were taken.</param>
/// <param name="Told">Fields without a value the model knows, and what became of them, at most twenty.</param>
/// <param name="Untold">How many more there are.</param>
public sealed record PredictionRows(ImmutableArray<int> Rows, ImmutableArray<DataProblem> Told, long Untold);

/// <summary>
/// A table to predict from, row by row: by the names of its header where the model's inputs have names, in any order, else all columns in order.
/// An input <c>colour=red</c> is 1 where column <c>colour</c> says <c>red</c>, unless there is a column of just that name.
/// </summary>
public sealed class PredictionTable
{
    private readonly PredictionOptions options;
    private readonly DataProblems problems = new();
    private readonly double[] inputs;
    private readonly ImmutableArray<int>.Builder taken = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<DataProblem>.Builder told = ImmutableArray.CreateBuilder<DataProblem>();
    private PredictionColumn[]? columns;
    private long untold;
    private int rows, fields;

    private PredictionTable(PredictionOptions options) => (this.options, inputs) = (options, new double[options.Width]);

    /// <summary>Gives the inputs [width] of every row to <paramref name="take"/>, always in the same array.</summary>
    /// <exception cref="BadDataException">With every field that cannot be used, at most twenty.</exception>
    public static PredictionRows Read(TextReader text, PredictionOptions options, Action<double[]> take) => new PredictionTable(options).Read(text, take);

    private PredictionRows Read(TextReader text, Action<double[]> take)
    {
        if (options is { Missing: CsvMissing.Mean, Gaps.IsEmpty: true })
            problems.Add("missing values", "mean, for a model that has saved no means", "a model that was trained on a table", "leave such rows out (missing: drop), or train it again");
        problems.ThrowIfAny();
        foreach (var record in new CsvParser(text, new CsvOptions { Separator = options.Separator, MaxColumns = Math.Max(10_000, options.Width + 1) }, problems).Records())
        {
            if (columns is null && IsHeader(record)) continue;
            rows++;
            if (!Row(record)) continue;
            taken.Add(rows);
            if (!problems.Any) take(inputs);
        }
        if (rows == 0 && !problems.Any) problems.Add("", columns is null ? "no text" : "a header and no rows", "at least one row", "check that it is the right file");
        else if (taken.Count == 0 && !problems.Any) problems.Add("", $"{rows} rows with a missing value each", "at least one complete row", "take the mean for inputs (missing: mean)");
        problems.ThrowIfAny();
        return new(taken.ToImmutable(), told.ToImmutable(), untold);
    }

    // Finds the columns. Names may be numbers, such as years.
    private bool IsHeader(List<CsvField> first)
    {
        var names = options.Names;
        var isHeader = !first.TrueForAll(field => PredictionInputs.IsNumber(field.Text, out _)) || (!names.IsEmpty && names.All(name => first.Exists(field => field.Text == name)));
        columns = isHeader && !names.IsEmpty ? PredictionColumn.Of(first, names, problems) : InOrder(first);
        fields = first.Count;
        problems.ThrowIfAny();
        return isHeader;
    }

    private PredictionColumn[] InOrder(List<CsvField> first)
    {
        problems.Require(first.Count == options.Width, $"line {first[0].Line}", $"{first.Count} columns", $"{options.Width}, the inputs of this model", "give just its inputs, in the order of the training");
        return [.. Enumerable.Range(0, first.Count).Select(column => new PredictionColumn(column, null, [], column))];
    }

    // Writes the inputs of a row; false where it is left out.
    private bool Row(List<CsvField> record)
    {
        if (record.Count != fields)
        {
            problems.Add($"line {record[0].Line}", $"{record.Count} fields", $"{fields}, as in the first line", "complete the row");
            return false;
        }
        var isWhole = true;
        foreach (var column in columns!)
            if (!column.Write(record[column.Column], inputs, problems))
            {
                isWhole &= options.Missing == CsvMissing.Mean;
                if (options.Missing == CsvMissing.Mean) column.Fill(inputs, options.Gaps);
                Tell(column.Gap(record[column.Column], Fate, rows));
            }
        return isWhole;
    }

    private void Tell(DataProblem gap)
    {
        if (options.Missing == CsvMissing.Refuse) problems.Add(gap.Place, gap.Given, gap.Expected, gap.Remedy, gap.Row, gap.Column);
        else if (told.Count < DataProblems.DefaultLimit) told.Add(gap);
        else untold++;
    }

    private string Fate => options.Missing switch
    {
        CsvMissing.Drop => "the row is left out",
        CsvMissing.Mean => "the mean of the training rows stands in",
        _ => "correct it, leave such rows out (missing: drop), or take the mean of the training rows (missing: mean)",
    };
}
