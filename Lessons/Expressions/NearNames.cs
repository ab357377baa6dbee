namespace Lessons;

/// <summary>Names a person may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary><c>; did you mean a, b?</c> with the nearest names (edit distance ≤ a third of the length), or nothing.</summary>
    public static string Hint(string given, IEnumerable<string> known)
    {
        var limit = Math.Max(2, Math.Min(given.Length, 60) / 3);
        var near = known.Distinct()
            .Where(name => Math.Abs(name.Length - given.Length) <= limit && name.Length > limit)
            .Select(name => (name, distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(found => found.distance <= limit)
            .OrderBy(found => found.distance).ThenBy(found => found.name, StringComparer.Ordinal)
            .Take(Most).Select(found => found.name).ToList();
        return near.Count == 0 ? "" : $"; did you mean {string.Join(", ", near)}?";
    }

    // Levenshtein, two rows.
    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }
        return above[b.Length];
    }
}
