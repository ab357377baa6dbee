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
        var (mean, std) = (new double[data.Width], new double[data.Width]);
        for (var column = 0; column < data.Width; column++) (mean[column], std[column]) = Moments(data, rows, column);
        return new([.. mean], [.. std]);
    }

    /// <summary>The data with every row standardised, also rows it was not fitted on.</summary>
    public DataSet Apply(DataSet data)
    {
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

    private static (double Mean, double Std) Moments(DataSet data, ReadOnlySpan<int> rows, int column)
    {
        var first = data.Inputs[rows[0] * data.Width + column];
        // Compared value by value: the rounded mean of equal values need not be that value, and a std of 1e−17 would blow the column up.
        var constant = true;
        double sum = 0, squares = 0;
        foreach (var row in rows)
        {
            var x = data.Inputs[row * data.Width + column];
            constant &= x == first;
            sum += x;
        }
        if (constant) return (first, 0);
        var mean = sum / rows.Length;
        foreach (var row in rows)
        {
            var deviation = data.Inputs[row * data.Width + column] - mean;
            squares += deviation * deviation;
        }
        return (mean, Math.Sqrt(squares / rows.Length));
    }
}
