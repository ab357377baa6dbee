using System.Collections.Immutable;

namespace Core;

/// <summary>
/// z = (x − mean) / std per input value, with mean and population standard deviation √(Σ(x − mean)²/n) of the rows it was fitted on – the
/// training rows only, or the test set has leaked into the model. A column that is the same in all of them has std 0 and is divided by 1,
/// so it becomes 0 there (as scikit-learn's StandardScaler does).
/// </summary>
/// <param name="Mean">[width]</param>
/// <param name="Std">[width], 0 for a constant column.</param>
public sealed record Standardisation(ImmutableArray<double> Mean, ImmutableArray<double> Std)
{
    /// <summary>Mean and standard deviation of each column over the given rows, sums in the given order of rows.</summary>
    /// <exception cref="BadDataException">When no row is given, or one outside the data.</exception>
    public static Standardisation Fit(DataSet data, ReadOnlySpan<int> rows)
    {
        DataSetCheck.RowsExist(rows, data.Rows);
        var (mean, squares, first) = (new double[data.Width], new double[data.Width], data.Row(rows[0]).ToArray());
        // Compared value by value: the rounded mean of equal values need not be that value, and a std of 1e−17 would blow the column up.
        var varies = new bool[data.Width];
        foreach (var row in rows)
        {
            var values = data.Row(row);
            for (var j = 0; j < mean.Length; j++)
            {
                varies[j] |= values[j] != first[j];
                mean[j] += values[j];
            }
        }
        for (var j = 0; j < mean.Length; j++) mean[j] = varies[j] ? mean[j] / rows.Length : first[j];
        foreach (var row in rows)
        {
            var values = data.Row(row);
            for (var j = 0; j < mean.Length; j++) squares[j] += (values[j] - mean[j]) * (values[j] - mean[j]);
        }
        var count = rows.Length;
        return new([.. mean], [.. squares.Select((sum, j) => varies[j] ? Math.Sqrt(sum / count) : 0)]);
    }

    /// <summary>The data with every row standardised, also rows it was not fitted on.</summary>
    public DataSet Apply(DataSet data)
    {
        if (data.Inputs is PackedInputs { Scale: null, Largest: < Moderate } packed && IsModerate) return data.WithInputs(packed.Scaled(this));
        var inputs = data.Inputs.ToArray();
        for (var row = 0; row < data.Rows; row++) Apply(inputs.AsSpan(row * data.Width, data.Width));
        return data.WithInputs(inputs);
    }

    /// <summary>Standardises one row [width] in place.</summary>
    /// <exception cref="BadDataException">When the row has another width.</exception>
    public void Apply(Span<double> row)
    {
        var problems = new DataProblems();
        problems.Require(row.Length == Mean.Length, "row", $"{row.Length} values", $"{Mean.Length}, as in the rows it was fitted on",
            "give the same features in the same order");
        problems.ThrowIfAny();
        for (var j = 0; j < row.Length; j++) row[j] = (row[j] - Mean[j]) / Divisor(j);
    }

    /// <summary>What a column is divided by: its standard deviation, or 1 when that is 0.</summary>
    public double Divisor(int column) => Std[column] == 0 ? 1 : Std[column];

    // Then (x − mean) / std is finite for every |x| < Moderate: it is below 2·1e150 / 1e-150.
    private const double Moderate = 1e150;

    private bool IsModerate => Mean.All(mean => Math.Abs(mean) < Moderate) && Std.All(std => std is 0 or (> 1 / Moderate and < Moderate));
}
