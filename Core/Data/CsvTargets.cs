using System.Collections.Immutable;

namespace Core;

/// <summary>The target columns of a table while it is read: numbers as numbers, class names as the numbers of their first appearance.</summary>
internal sealed class CsvTargets(CsvColumns columns, CsvOptions options, DataProblems problems)
{
    private readonly Pieces<double> numbers = new();
    private readonly Pieces<int> codes = new();
    private readonly Dictionary<string, int> codeOf = [];
    private readonly List<string> names = [];

    // Only where the kind is to be found out, by all of them.
    private readonly List<(CsvField Field, int Row)> unknown = [];

    /// <summary>Takes the fields of one row.</summary>
    internal void Add(List<CsvField> record, int row)
    {
        foreach (var column in columns.Targets)
            if (options.TargetKind is { } kind) Take(record[column], kind, row, column);
            else unknown.Add((record[column], row));
    }

    /// <summary>The targets of all rows, and the class names; null (and problems) when impossible.</summary>
    internal (Targets? Targets, ImmutableArray<string> ClassNames) Bind()
    {
        var width = columns.Targets.Length;
        var kind = options.TargetKind ?? (width == 1 && unknown.Any(cell => IsText(cell.Field)) ? TargetKind.Classes : TargetKind.Numbers);
        if (kind == TargetKind.Classes && width > 1)
        {
            problems.Add("targets", $"{width} columns", "one column of class names",
                "name one column, or state one-hot, soft or multi-label targets");
            return default;
        }
        for (var k = 0; k < unknown.Count; k++) Take(unknown[k].Field, kind, unknown[k].Row, columns.Targets[k % width]);
        if (kind == TargetKind.Classes) return Classes();
        ImmutableArray<string> labels = kind == TargetKind.Numbers
            ? options.ClassNames
            : [.. columns.Targets.Select(column => columns.Names[column])];
        return (Targets.Of(kind, numbers.ToArray(), width), labels);
    }

    private void Take(CsvField field, TargetKind kind, int row, int column)
    {
        if (kind == TargetKind.Classes) codes.Add(Code(field, row, column));
        else numbers.Add(CsvReader.Number(field, columns.Names[column], row, column, problems, isFeature: false));
    }

    private int Code(CsvField field, int row, int column)
    {
        if (codeOf.Count == 0)
            foreach (var name in options.ClassNames.IsDefaultOrEmpty ? [] : options.ClassNames)
                problems.Require(Code(name), $"class names[{names.Count}]", $"{Shown.Text(name)} again", "different names", "take it out");
        if (codeOf.TryGetValue(field.Text, out var code)) return code;
        if (CsvReader.IsMissing(field.Text))
            problems.Add(field.Place(columns.Names[column]), CsvReader.Missing(field.Text), "a class name", "fill it in, or leave such rows out (missing: drop)", row, column);
        else if (!options.ClassNames.IsDefaultOrEmpty)
            problems.Add(field.Place(columns.Names[column]), Shown.Text(field.Text), $"one of the class names {Shown.Names([.. names])}", "correct it or add it to the class names", row, column);
        else Code(field.Text);
        return names.Count - 1;
    }

    private bool Code(string name)
    {
        if (!codeOf.TryAdd(name, names.Count)) return false;
        names.Add(name);
        return true;
    }

    private (Targets?, ImmutableArray<string>) Classes()
    {
        var isFound = options.ClassNames.IsDefaultOrEmpty;
        ImmutableArray<string> order = isFound && options.ClassOrder == CsvClassOrder.Sorted ? [.. CsvCategories.Sorted(names)] : [.. names];
        if (problems.Any) return (null, order);
        var placeOf = new int[names.Count];
        for (var place = 0; place < order.Length; place++) placeOf[codeOf[order[place]]] = place;
        var numbers = codes.ToArray();
        for (var row = 0; row < numbers.Length; row++) numbers[row] = placeOf[numbers[row]];
        return (Targets.Classes(numbers, order.Length), order);
    }

    private static bool IsText(CsvField field) => !CsvReader.IsNumber(field.Text, out _) && !CsvReader.IsMissing(field.Text);
}

/// <summary>A long list in pieces, so that growing never copies what is there.</summary>
internal sealed class Pieces<E>
{
    private const int Size = 1 << 14;

    private readonly List<E[]> pieces = [];
    private int used = Size;

    internal void Add(E element)
    {
        if (used == Size)
        {
            pieces.Add(new E[Size]);
            used = 0;
        }
        pieces[^1][used++] = element;
    }

    /// <summary>All of them; the pieces are given up.</summary>
    internal E[] ToArray()
    {
        var all = new E[pieces.Count == 0 ? 0 : (pieces.Count - 1) * Size + used];
        for (var k = 0; k < pieces.Count; k++)
        {
            pieces[k].AsSpan(0, Math.Min(Size, all.Length - k * Size)).CopyTo(all.AsSpan(k * Size));
            pieces[k] = [];
        }
        return all;
    }
}
