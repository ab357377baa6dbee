namespace Core;

/// <summary>
/// Rounds a table of quotas to whole numbers so that every cell becomes its floor or its ceiling while the row sums and column sums are as asked.
/// Such a rounding exists whenever the sums asked for are those of the table (Bacharach 1966; the flow has an integral solution).
/// Found by augmenting paths: each row has some extras above its floors to place into different columns of limited capacity.
/// </summary>
internal sealed class ControlledRounding
{
    /// <summary>Room for quotas like 10·0.7 that miss their whole number by a few units in the last place.</summary>
    internal const double Snap = 1e-9;

    private readonly int rows, columns;
    private readonly int[] counts, capacity;
    private readonly bool[] open, extra, visited;
    private readonly double[] owed;

    /// <summary>Cells [rows, columns] of the result; null when the sums asked for cannot be met.</summary>
    internal static int[]? Round(double[] quotas, int[] rowSums, int[] columnSums)
    {
        var rounding = new ControlledRounding(quotas, rowSums.Length, columnSums);
        for (var row = 0; row < rowSums.Length; row++)
            if (!rounding.PlaceRow(row, rowSums[row], quotas)) return null;
        return rounding.counts;
    }

    private ControlledRounding(double[] quotas, int rows, int[] columnSums)
    {
        (this.rows, columns, capacity) = (rows, columnSums.Length, [.. columnSums]);
        (counts, open, extra) = (new int[quotas.Length], new bool[quotas.Length], new bool[quotas.Length]);
        (visited, owed) = (new bool[columns], new double[columns]);
        for (var i = 0; i < quotas.Length; i++)
        {
            counts[i] = Floor(quotas[i]);
            open[i] = quotas[i] - counts[i] > Snap;
            capacity[i % columns] -= counts[i];
        }
    }

    internal static int Floor(double quota) => (int)Math.Floor(quota + Snap);

    private bool PlaceRow(int row, int sum, double[] quotas)
    {
        var missing = sum;
        for (var column = 0; column < columns; column++)
        {
            missing -= counts[row * columns + column];
            owed[column] += quotas[row * columns + column] - counts[row * columns + column];
        }
        for (; missing > 0; missing--)
        {
            Array.Clear(visited);
            if (!Place(row)) return false;
        }
        return missing == 0;
    }

    /// <summary>Gives the row one extra, if need be by moving another row's extra to another column.</summary>
    private bool Place(int row)
    {
        while (MostOwed(row) is var column and >= 0)
        {
            visited[column] = true;
            if (capacity[column] > 0)
            {
                capacity[column]--;
                Take(row, column, true);
                return true;
            }
            for (var other = 0; other < rows; other++)
            {
                if (other == row || !extra[other * columns + column] || !Place(other)) continue;
                Take(other, column, false);
                Take(row, column, true);
                return true;
            }
        }
        return false;
    }

    /// <summary>The open column that the rows so far have given least for its quotas, so that extras spread evenly over the rows; −1: none.</summary>
    private int MostOwed(int row)
    {
        var best = -1;
        for (var column = 0; column < columns; column++)
        {
            var cell = row * columns + column;
            if (open[cell] && !extra[cell] && !visited[column] && (best < 0 || owed[column] > owed[best] + Snap)) best = column;
        }
        return best;
    }

    private void Take(int row, int column, bool take)
    {
        extra[row * columns + column] = take;
        counts[row * columns + column] += take ? 1 : -1;
        owed[column] -= take ? 1 : -1;
    }
}
