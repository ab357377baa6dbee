using System.Collections.Immutable;

namespace Core;

/// <summary>The rules of a <see cref="DataSet"/>.</summary>
internal static class DataSetCheck
{
    /// <summary>2 GiB in double precision: beyond it, something else was meant.</summary>
    internal const long MostValues = 1L << 28;

    /// <summary>Room for shares that were rounded to a few digits or to single precision.</summary>
    internal const double ShareTolerance = 1e-4;

    internal static ImmutableArray<DataProblem> Problems(ReadOnlySpan<double> inputs, ImmutableArray<int> shape, Targets targets,
        ImmutableArray<string> featureNames, ImmutableArray<string> classNames) =>
        Problems(inputs.Length, inputs, shape, targets, featureNames, classNames);

    /// <summary>The same for inputs of that number that are finite by nature: <paramref name="inputs"/> may be empty.</summary>
    internal static ImmutableArray<DataProblem> Problems(int count, ReadOnlySpan<double> inputs, ImmutableArray<int> shape, Targets targets,
        ImmutableArray<string> featureNames, ImmutableArray<string> classNames)
    {
        var problems = new DataProblems();
        var width = ShapeWidth(shape, problems);
        if (count == 0 || targets.Values.Length + targets.ClassNumbers.Length == 0)
            problems.Add("", count == 0 ? "no inputs" : "no targets", "at least one row of both", "give at least one sample");
        if (targets.Width < 1)
            problems.Add("targets", $"{targets.Width} {Outputs(targets.Kind)}", "at least 1",
                $"state how many {Outputs(targets.Kind)} there are");
        if (problems.Any) return problems.ToImmutable();

        Sizes(count, inputs.IsEmpty ? int.MaxValue : MostValues, width, targets, problems);
        Names(featureNames, width, "feature names", "input values in a sample", problems);
        if (targets.Kind != TargetKind.Numbers || targets.IsBinary) Names(classNames, targets.ClassCount, "class names", "classes", problems);
        Finite(inputs, width, featureNames, problems);
        TargetValues(targets, problems);
        return problems.ToImmutable();
    }

    /// <summary>Throws unless at least one row is given and all of them are rows of the data.</summary>
    internal static void RowsExist(ReadOnlySpan<int> rows, int count)
    {
        var problems = new DataProblems();
        problems.Require(rows.Length > 0, "rows", "none", "at least one", "give the rows to use");
        for (var i = 0; i < rows.Length; i++)
            if (rows[i] < 0 || rows[i] >= count)
                problems.Add($"rows[{i}]", $"{rows[i]}", $"0 to {count - 1}", "correct the row number (rows count from 0)", rows[i]);
        problems.ThrowIfAny();
    }

    private static string Outputs(TargetKind kind) => kind switch
    {
        TargetKind.Numbers => "outputs",
        TargetKind.MultiLabel => "labels",
        _ => "classes",
    };

    private static int ShapeWidth(ImmutableArray<int> shape, DataProblems problems)
    {
        long width = 1;
        if (shape.IsDefaultOrEmpty || shape.Any(size => size < 1))
            problems.Add("shape of a sample", shape.IsDefaultOrEmpty ? "nothing" : $"[{string.Join(", ", shape)}]", "sizes of at least 1",
                "state for example [3] or [28, 28]");
        else
            foreach (var size in shape) width = Math.Min(width * size, MostValues + 1);
        if (width > MostValues)
            problems.Add("shape of a sample", $"[{string.Join(", ", shape)}]", $"at most {MostValues} values", "make the sample smaller");
        return (int)width;
    }

    private static void Sizes(int count, long most, int width, Targets targets, DataProblems problems)
    {
        if (count > most)
            problems.Add("inputs", $"{count} values", $"at most {most}", "give fewer rows");
        if (count % width != 0)
            problems.Add("inputs", $"{count} values", $"a multiple of {width}, the values of one sample",
                "complete the last row or correct the sample shape");
        else if (count / width != targets.Rows)
            problems.Add("", $"{count / width} rows of inputs and {targets.Rows} of targets", "as many of one as of the other",
                "give every sample one target");
        if (targets.Kind != TargetKind.Classes && targets.Values.Length % targets.Width != 0)
            problems.Add("targets", $"{targets.Values.Length} values", $"a multiple of {targets.Width}",
                "complete the last row of targets");
    }

    private static void Names(ImmutableArray<string> names, int count, string what, string of, DataProblems problems)
    {
        if (names.IsDefaultOrEmpty) return;
        if (names.Length != count)
            problems.Add(what, $"{names.Length} names", $"{count}, one for each of the {of}", "give one name each or none at all");
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
            problems.Add(what, $"{Shown.Text(twice.Key)} {twice.Count()} times", "different names", "rename all but one");
    }

    private static void Finite(ReadOnlySpan<double> inputs, int width, ImmutableArray<string> names, DataProblems problems)
    {
        for (var i = 0; i < inputs.Length; i++)
            if (!double.IsFinite(inputs[i]))
            {
                var (row, column) = (i / width, i % width);
                var name = !names.IsDefaultOrEmpty && column < names.Length ? names[column] : null;
                problems.Add(Shown.Place(row, column, name), Shown.Value(inputs[i]), "a finite number",
                    "correct the value or leave the row out", row, column);
            }
    }

    private static void TargetValues(Targets targets, DataProblems problems)
    {
        for (var row = 0; row < targets.ClassNumbers.Length; row++)
            if (targets.ClassNumbers[row] < 0 || targets.ClassNumbers[row] >= targets.Width)
                problems.Add($"target of row {row}", $"class {targets.ClassNumbers[row]}", $"0 to {targets.Width - 1}",
                    "correct the label or the number of classes (classes count from 0)", row);
        for (var row = 0; row < targets.Values.Length / targets.Width; row++)
            if (Wrong(targets.Kind, targets.Values.AsSpan(row * targets.Width, targets.Width), out var column) is { } expected)
                problems.Add(column < 0 ? $"target of row {row}" : $"target of row {row}, column {column}",
                    column < 0 ? Shown.Row(targets.Values.AsSpan(row * targets.Width, targets.Width)) : Shown.Value(targets[row, column]),
                    expected, "correct the target or state another kind of target", row, column);
    }

    /// <summary>What was expected instead, or null; column −1 means the row as a whole.</summary>
    private static string? Wrong(TargetKind kind, ReadOnlySpan<double> row, out int column)
    {
        double sum = 0;
        for (column = 0; column < row.Length; sum += row[column++])
        {
            if (!double.IsFinite(row[column])) return "a finite number";
            if (kind is TargetKind.OneHot or TargetKind.MultiLabel && row[column] is not (0 or 1)) return "0 or 1";
            if (kind is TargetKind.Soft && row[column] is (< 0 or > 1)) return "a share from 0 to 1";
        }
        column = -1;
        if (kind is TargetKind.OneHot && sum != 1) return "exactly one 1 (one-hot)";
        if (kind is TargetKind.Soft && Math.Abs(sum - 1) > ShareTolerance) return "shares that sum to 1";
        return null;
    }
}
