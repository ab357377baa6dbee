using System.Collections.Immutable;

namespace Sim;

/// <summary>A column of the table of samples: an input, or the inputs <c>colour=red</c>, <c>colour=blue</c> … that say one word together.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="First">Its first input.</param>
/// <param name="Words">The word of each of its inputs; empty for a number.</param>
internal sealed record InputColumn(string Name, int First, ImmutableArray<string> Words)
{
    /// <summary>The first columns of the inputs; at least two inputs side by side make a word.</summary>
    public static IEnumerable<InputColumn> Of(int inputs, Func<int, string> nameOf)
    {
        for (int first = 0, next; first < inputs; first = next)
        {
            string name = nameOf(first), column = Column(name);
            for (next = first + 1; column.Length > 0 && next < inputs && Column(nameOf(next)) == column;) next++;
            yield return next == first + 1 ? new(name, first, []) : new(column, first, [.. Enumerable.Range(first, next - first).Select(input => nameOf(input)[(column.Length + 1)..])]);
        }
    }

    /// <summary>The word of a sample: of the one input that is not as low as the others, whatever the scale; nothing where all are alike.</summary>
    public string? Word(ReadOnlySpan<double> inputs)
    {
        if (Words.IsEmpty) return null;
        var own = inputs.Slice(First, Words.Length);
        int most = 0;
        for (int k = 1; k < own.Length; k++)
            if (own[k] > own[most]) most = k;
        return own[most] > 0 ? Words[most] : "";
    }

    private static string Column(string name) => name.IndexOf('=') is var cut and > 0 ? name[..cut] : "";
}
