using System.Collections.Immutable;

namespace Core;

/// <summary>One thing wrong with given data: where it is, what was given, what was expected and what to do about it.</summary>
/// <param name="Place">Where, for people: <c>row 3, column 1 (size)</c> or <c>line 4, column 'age'</c>; empty when it is about the whole.</param>
/// <param name="Given">What was found there.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Remedy">What the person can do.</param>
/// <param name="Row">Row counting from 0, or −1 when no single row is to blame.</param>
/// <param name="Column">Column counting from 0, or −1 when no single column is to blame.</param>
public sealed record DataProblem(string Place, string Given, string Expected, string Remedy, int Row = -1, int Column = -1)
{
    /// <summary>The whole problem as one line.</summary>
    public override string ToString() =>
        (Place.Length == 0 ? "" : Place + ": ") + $"given {Given}; expected {Expected}; {Remedy}";
}

/// <summary>Data that cannot be used; carries every problem found (up to a limit), not only the first.</summary>
public sealed class BadDataException : Exception
{
    /// <summary>What is wrong, in the order of the data; never empty.</summary>
    public ImmutableArray<DataProblem> Problems { get; }

    internal BadDataException(ImmutableArray<DataProblem> problems) : base(string.Join('\n', problems)) => Problems = problems;
}

/// <summary>Collects problems up to a limit, so that a file full of mistakes gives a readable answer.</summary>
internal sealed class DataProblems(int limit = DataProblems.DefaultLimit)
{
    internal const int DefaultLimit = 20;

    private readonly ImmutableArray<DataProblem>.Builder found = ImmutableArray.CreateBuilder<DataProblem>();

    private long left;

    internal bool Any => found.Count > 0;

    internal void Add(string place, string given, string expected, string remedy, int row = -1, int column = -1)
    {
        if (found.Count < limit) found.Add(new(place, given, expected, remedy, row, column));
        else left++;
    }

    internal void Require(bool holds, string name, object given, string expected, string remedy)
    {
        if (!holds) Add(name, given as string ?? Shown.Value(given), expected, remedy);
    }

    /// <summary>Puts what was found late where it belongs: by rows, and columns in them.</summary>
    internal void Sort()
    {
        DataProblem[] sorted = [.. found.OrderBy(problem => problem.Row).ThenBy(problem => problem.Column)];
        found.Clear();
        found.AddRange(sorted);
    }

    /// <summary>Problems that are only counted.</summary>
    internal void Count(long more) => left += more;

    internal ImmutableArray<DataProblem> ToImmutable()
    {
        var all = found.ToImmutable();
        return left == 0 ? all : all.Add(new("", $"{left} more problems", "none", "correct these first"));
    }

    internal void ThrowIfAny()
    {
        if (Any) throw new BadDataException(ToImmutable());
    }
}
