using System.Collections.Immutable;

namespace Core;

/// <summary>The input columns of a table while it is read: numbers as they are, texts as the number of their first appearance.</summary>
internal sealed class CsvInputs(CsvColumns columns, CsvOptions options, DataProblems problems)
{
    private const int Chunk = 1 << 16;

    private readonly CsvInputColumn[] kinds =
        [.. columns.Features.Select(column => new CsvInputColumn(column, columns.Names[column], options.Categories.Contains(columns.Names[column]), options))];

    // Pieces, so that growing never copies what is there.
    private readonly List<double[]> chunks = [];
    private int used = Chunk;

    /// <summary>Takes the fields of one row.</summary>
    internal void Add(List<CsvField> record, int row)
    {
        foreach (var kind in kinds)
        {
            if (used == Chunk)
            {
                chunks.Add(new double[Chunk]);
                used = 0;
            }
            chunks[^1][used++] = kind.Code(record[kind.Column], row, problems);
        }
    }

    /// <summary>Tells the texts in columns of numbers.</summary>
    internal void TellMixed()
    {
        var mixed = kinds.Where(kind => kind.IsMixed).ToArray();
        foreach (var kind in mixed) kind.TellTexts(problems);
        if (mixed.Length > 0) problems.Sort();
    }

    /// <summary>The inputs [rows, inputs], their names, and the places in them where nothing was given (0 there). What was read is given up.</summary>
    internal (double[] Values, ImmutableArray<string> Names, ImmutableArray<int> Missing) Encode(int rows)
    {
        int[][] orders = [.. kinds.Select(kind => kind.Order())];
        var width = kinds.Select((kind, k) => (long)(kind.IsCategory ? orders[k].Length : 1)).Sum();
        if (rows * width > DataSetCheck.MostValues)
            problems.Add("", $"{rows} rows of {width} inputs", $"at most {DataSetCheck.MostValues} values ({DataSetCheck.MostValues * sizeof(double) >> 30} GB)", "give fewer rows or columns, or columns with fewer different texts");
        foreach (var kind in kinds.Where(kind => kind.IsCategory && kind.Texts.Count == 0))
            problems.Add($"column {Shown.Text(kind.Name)}", "no value in any row", "at least one", "leave it out of the inputs");
        if (problems.Any) return ([], [], []);

        var values = new double[rows * width];
        var missing = ImmutableArray.CreateBuilder<int>();
        var (next, place) = (0, 0);
        for (var row = 0; row < rows; row++)
            for (var k = 0; k < kinds.Length; k++, next++)
            {
                var cell = chunks[next / Chunk][next % Chunk];
                if (next % Chunk == Chunk - 1) chunks[next / Chunk] = [];
                var own = kinds[k].IsCategory ? orders[k].Length : 1;
                if (double.IsNaN(cell)) missing.AddRange(Enumerable.Range(place, own));
                else if (kinds[k].IsCategory) values[place + orders[k][(int)cell]] = 1;
                else values[place] = cell;
                place += own;
            }
        return (values, [.. kinds.SelectMany(kind => kind.InputNames())], missing.ToImmutable());
    }
}
