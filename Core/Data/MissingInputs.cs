using System.Collections.Immutable;

namespace Core;

/// <summary>Replaces inputs that were not given by the mean of those given in the training rows, so that nothing is learnt from the others.</summary>
internal static class MissingInputs
{
    /// <summary>Mean of every input over the given rows, without what is missing; 0 where nothing is left; null when the data lacks nothing.</summary>
    internal static double[]? Means(DataSet data, ImmutableArray<int> rows)
    {
        if (data.Missing.IsEmpty) return null;
        var missing = data.Missing.ToHashSet();
        var (sums, counts) = (new double[data.Width], new int[data.Width]);
        foreach (var row in rows)
            for (var k = 0; k < data.Width; k++)
            {
                if (missing.Contains(row * data.Width + k)) continue;
                sums[k] += data.Inputs[row * data.Width + k];
                counts[k]++;
            }
        return [.. sums.Select((sum, k) => counts[k] == 0 ? 0 : sum / counts[k])];
    }

    /// <summary>The data with its gaps filled: a value for each input, or 0.</summary>
    internal static DataSet Fill(DataSet data, double[]? values)
    {
        if (data.Missing.IsEmpty) return data;
        var inputs = data.Inputs.ToArray();
        foreach (var place in data.Missing) inputs[place] = values?[place % data.Width] ?? 0;
        return data.WithInputs(inputs);
    }
}
