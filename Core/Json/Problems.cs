using System.Collections;

namespace Core;

/// <summary>Collects everything that is wrong, so that a person can mend all of it at once.</summary>
/// <param name="limit">Problems kept; later ones are only counted.</param>
public sealed class Problems(int limit = 50) : IReadOnlyList<Problem>
{
    private readonly List<Problem> _kept = [];

    /// <summary>Problems kept, in the order they were found.</summary>
    public int Count => _kept.Count;

    /// <summary>Problems found after the limit was reached.</summary>
    public int Left { get; private set; }

    /// <summary>Whether nothing was found.</summary>
    public bool None => _kept.Count == 0;

    /// <inheritdoc/>
    public Problem this[int index] => _kept[index];

    /// <summary>Adds one problem.</summary>
    public void Add(Problem problem)
    {
        if (_kept.Count < limit) _kept.Add(problem);
        else Left++;
    }

    /// <summary>Adds a problem at the place of a value.</summary>
    public void Add(JsonValue at, string given, string expected, string? fix = null)
    {
        if (_kept.Count < limit) Add(new(at.Place, given, expected, fix));
        else Left++; // Without looking for the place, which takes time in a long list of numbers.
    }

    /// <inheritdoc/>
    public IEnumerator<Problem> GetEnumerator() => _kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One problem per line, the number of those left out at the end.</summary>
    public override string ToString() =>
        string.Join('\n', _kept) + (Left == 0 ? "" : $"\nand {Left} more: mend these first");
}
