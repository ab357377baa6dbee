using System.Collections.Immutable;

namespace Core;

/// <summary>How large the three parts of a split are: shares of all rows, or numbers of rows.</summary>
public sealed record SplitSizes
{
    private SplitSizes(ImmutableArray<double> parts, bool areCounts) => (Parts, AreCounts) = (parts, areCounts);

    internal ImmutableArray<double> Parts { get; }

    internal bool AreCounts { get; }

    /// <summary>Shares that sum to 1, for example 0.6, 0.2, 0.2.</summary>
    public static SplitSizes Fractions(double train, double validation, double test = 0) => new([train, validation, test], false);

    /// <summary>Numbers of rows that sum to the rows of the data.</summary>
    public static SplitSizes Counts(int train, int validation, int test = 0) => new([train, validation, test], true);

    /// <summary>
    /// Rows of each part. For fractions by the method of largest remainders: each part gets ⌊n·fraction⌋ rows, the rows left over go one each to
    /// the parts with the largest remainders, the earlier part (train, validation, test) among equal ones. 10 rows at 0.75/0.25: 8 and 2.
    /// </summary>
    /// <exception cref="BadDataException">When sizes are negative or do not add up.</exception>
    public ImmutableArray<int> Rows(int n)
    {
        Check(n);
        if (AreCounts) return [.. Parts.Select(count => (int)count)];
        var rows = Parts.Select(part => ControlledRounding.Floor(n * part)).ToArray();
        foreach (var part in ByRemainder(n).Take(n - rows.Sum())) rows[part]++;
        return [.. rows];
    }

    /// <summary>Part numbers, those with the largest remainder of n·fraction first.</summary>
    internal IEnumerable<int> ByRemainder(int n) => Enumerable.Range(0, 3)
        .OrderByDescending(part => Math.Round(n * Share(part, n) - ControlledRounding.Floor(n * Share(part, n)), 9));

    /// <summary>The part's share of n rows.</summary>
    internal double Share(int part, int n) => AreCounts ? Parts[part] / n : Parts[part];

    private void Check(int n)
    {
        var problems = new DataProblems();
        problems.Require(n >= 1, "rows", n, "at least 1", "give data to split");
        string[] names = ["train", "validation", "test"];
        for (var i = 0; i < 3; i++)
            problems.Require(Parts[i] >= 0 && double.IsFinite(Parts[i]), names[i], Parts[i], "0 or more", "correct it");
        if (AreCounts) problems.Require(Parts.Sum() == n, "counts", Parts.Sum(), $"a sum of {n}, the number of rows",
            "make the three counts add up");
        else problems.Require(Math.Abs(Parts.Sum() - 1) <= ControlledRounding.Snap, "fractions", Math.Round(Parts.Sum(), 9), "a sum of 1",
            "make the three fractions add up");
        problems.ThrowIfAny();
    }
}
