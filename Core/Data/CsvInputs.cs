using System.Collections.Immutable;

namespace Core;

/// <summary>The input columns of a table while it is read: numbers as they are, texts as the number of their first appearance.</summary>
internal sealed class CsvInputs(CsvColumns columns, CsvOptions options, DataProblems problems)
{
    private readonly CsvInputColumn[] kinds =
        [.. columns.Features.Select(column => new CsvInputColumn(column, columns.Names[column], options.Categories.Contains(columns.Names[column]), options))];

    private readonly RowPacker packer = new(columns.Features.Length);

    /// <summary>Takes the fields of one row.</summary>
    internal void Add(List<CsvField> record, int row)
    {
        foreach (var kind in kinds) packer.Add(kind.Code(record[kind.Column], row, problems));
    }

    /// <summary>Tells the texts in columns of numbers.</summary>
    internal void TellMixed()
    {
        var mixed = kinds.Where(kind => kind.IsMixed).ToArray();
        foreach (var kind in mixed) kind.TellTexts(problems);
        if (mixed.Length > 0) problems.Sort();
    }

    /// <summary>The inputs of so many rows and their names. What was read is given up.</summary>
    internal (PackedInputs? Values, ImmutableArray<string> Names) Encode(int rows)
    {
        int[]?[] orders = [.. kinds.Select(kind => kind.IsCategory ? kind.Order() : null)];
        var width = orders.Sum(order => (long)(order?.Length ?? 1));
        if (rows * width > int.MaxValue)
            problems.Add("", $"{rows} rows of {width} inputs", $"at most {int.MaxValue} values", "give fewer rows or columns, or columns with fewer different texts");
        foreach (var kind in kinds.Where(kind => kind.IsCategory && kind.Texts.Count == 0))
            problems.Add($"column {Shown.Text(kind.Name)}", "no value in any row", "at least one", "leave it out of the inputs");
        if (problems.Any) return (null, []);
        return (new(new(packer.Finish(), packer.BlockRows, orders), rows), [.. kinds.SelectMany(kind => kind.InputNames())]);
    }
}
