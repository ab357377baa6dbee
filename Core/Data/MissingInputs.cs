using System.Collections.Immutable;

namespace Core;

/// <summary>Replaces inputs that were not given by the mean of those given in the training rows, so that nothing is learnt from the others.</summary>
internal static class MissingInputs
{
    /// <summary>Mean of every input over the given rows, without what is missing; 0 where nothing is left; null when the data cannot lack anything.</summary>
    internal static double[]? Means(DataSet data, ImmutableArray<int> rows)
    {
        if (data.Inputs is not PackedInputs inputs) return null;
        var (sums, counts, row) = (new double[data.Width], new int[data.Width], new double[data.Width]);
        foreach (var number in rows)
        {
            inputs.ReadGiven(number, row);
            for (var k = 0; k < row.Length; k++)
            {
                if (double.IsNaN(row[k])) continue;
                sums[k] += row[k];
                counts[k]++;
            }
        }
        return [.. sums.Select((sum, k) => counts[k] == 0 ? 0 : sum / counts[k])];
    }

    /// <summary>The data with its gaps filled: a value for each input, or 0.</summary>
    internal static DataSet Fill(DataSet data, double[]? values) => data.Inputs is PackedInputs inputs ? data.WithInputs(inputs.Filled(values)) : data;
}
