using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>
/// Rows to learn from: inputs [n, …sample shape] in double precision and one target per row. Checked when made: a data set that exists
/// has finite inputs, matching sizes and targets of its kind. Immutable; arrays handed in belong to it afterwards.
/// </summary>
public sealed record DataSet
{
    private DataSet(InputTable inputs, ImmutableArray<int> sampleShape, Targets targets,
        ImmutableArray<string> featureNames, ImmutableArray<string> classNames) =>
        (Inputs, SampleShape, Targets, FeatureNames, ClassNames) = (inputs, sampleShape, targets, featureNames, classNames);

    /// <summary>[n, <see cref="Width"/>], row-major.</summary>
    public InputTable Inputs { get; }

    /// <summary>Shape of one sample, any rank: [3] for three features, [28, 28] for an image.</summary>
    public ImmutableArray<int> SampleShape { get; }

    /// <summary>The wanted outputs, one row each.</summary>
    public Targets Targets { get; }

    /// <summary>A name per input value, or empty.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <summary>A name per class or label (for one output with two classes: that of 0, that of 1), or empty.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>Rows n.</summary>
    public int Rows => Targets.Rows;

    /// <summary>Values in one sample: the product of <see cref="SampleShape"/>.</summary>
    public int Width => Inputs.Length / Rows;

    /// <summary>Inputs of one row, [<see cref="Width"/>].</summary>
    public ReadOnlySpan<double> Row(int row) => Inputs.Row(row, Width);

    /// <summary>Makes a checked data set.</summary>
    /// <param name="inputs">[n, …sampleShape], row-major.</param>
    /// <param name="sampleShape">Shape of one sample.</param>
    /// <param name="targets">One target per row.</param>
    /// <param name="featureNames">A name per input value, or nothing.</param>
    /// <param name="classNames">A name per class, or nothing.</param>
    /// <exception cref="BadDataException">With every problem that <see cref="Problems"/> finds.</exception>
    public static DataSet Create(double[] inputs, ImmutableArray<int> sampleShape, Targets targets,
        ImmutableArray<string> featureNames = default, ImmutableArray<string> classNames = default)
    {
        var problems = Problems(inputs, sampleShape, targets, featureNames, classNames);
        if (!problems.IsEmpty) throw new BadDataException(problems);
        return new(new StatedInputs(ImmutableCollectionsMarshal.AsImmutableArray(inputs)), sampleShape, targets,
            featureNames.IsDefault ? [] : featureNames, classNames.IsDefault ? [] : classNames);
    }

    /// <summary>Makes a checked data set from one array per row; rows of different length are a problem with their number.</summary>
    /// <exception cref="BadDataException">With every problem found.</exception>
    public static DataSet FromRows(double[][] rows, Targets targets,
        ImmutableArray<string> featureNames = default, ImmutableArray<string> classNames = default)
    {
        var width = rows.Length == 0 ? 0 : rows[0].Length;
        var problems = new DataProblems();
        for (var row = 1; row < rows.Length; row++)
            if (rows[row].Length != width)
                problems.Add($"row {row}", $"{rows[row].Length} values", $"{width}, as in row 0",
                    "give every row the same number of values", row);
        problems.ThrowIfAny();
        return Create([.. rows.SelectMany(row => row)], [width], targets, featureNames, classNames);
    }

    /// <summary>Everything wrong with the given parts of a data set (at most 20 and a line saying how many more); empty when nothing is.</summary>
    public static ImmutableArray<DataProblem> Problems(ReadOnlySpan<double> inputs, ImmutableArray<int> sampleShape, Targets targets,
        ImmutableArray<string> featureNames = default, ImmutableArray<string> classNames = default) =>
        DataSetCheck.Problems(inputs, sampleShape, targets, featureNames, classNames);

    /// <summary>The given rows in the given order; a row may be taken twice.</summary>
    /// <exception cref="BadDataException">When no row is given, or one outside the data.</exception>
    public DataSet Take(ReadOnlySpan<int> rows)
    {
        DataSetCheck.RowsExist(rows, Rows);
        if (IsAll(rows)) return this;
        return new(Inputs.Take(rows, Width), SampleShape, Targets.Take(rows), FeatureNames, ClassNames);
    }

    /// <summary>The same rows with other inputs of the same number and shape.</summary>
    /// <exception cref="BadDataException">When a value is not finite or the number differs.</exception>
    public DataSet WithInputs(double[] inputs) => Create(inputs, SampleShape, Targets, FeatureNames, ClassNames);

    /// <summary>Inputs that are finite by nature, such as one byte a pixel, so that only sizes, targets and names are checked.</summary>
    /// <exception cref="BadDataException">When they do not fit.</exception>
    internal static DataSet OfTable(InputTable inputs, ImmutableArray<int> sampleShape, Targets targets,
        ImmutableArray<string> featureNames = default, ImmutableArray<string> classNames = default) =>
        new DataSet(inputs, sampleShape, targets, featureNames.IsDefault ? [] : featureNames, classNames.IsDefault ? [] : classNames).With(targets);

    /// <summary>The same rows with their inputs kept or read otherwise.</summary>
    internal DataSet WithInputs(InputTable inputs) => new(inputs, SampleShape, Targets, FeatureNames, ClassNames);

    /// <summary>The same inputs with other targets, and other names if given.</summary>
    /// <exception cref="BadDataException">When targets or names do not fit.</exception>
    internal DataSet With(Targets targets, ImmutableArray<string> featureNames = default, ImmutableArray<string> classNames = default)
    {
        var (features, classes) = (featureNames.IsDefault ? FeatureNames : featureNames, classNames.IsDefault ? ClassNames : classNames);
        var problems = DataSetCheck.Problems(Inputs.Length, [], SampleShape, targets, features, classes);
        if (!problems.IsEmpty) throw new BadDataException(problems);
        return new(Inputs, SampleShape, targets, features, classes);
    }

    private bool IsAll(ReadOnlySpan<int> rows)
    {
        if (rows.Length != Rows) return false;
        for (var k = 0; k < rows.Length; k++)
            if (rows[k] != k) return false;
        return true;
    }
}
