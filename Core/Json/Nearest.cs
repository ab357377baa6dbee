namespace Core;

/// <summary>Finds the name a person probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits from <paramref name="given"/> (case ignored), if at most a third of it differs (at least 1, or one starts with the other); otherwise null.</summary>
    public static string? Of(string given, IEnumerable<string> candidates)
    {
        if (given.Length is 0 or > 64) return null;
        string wanted = given.ToLowerInvariant();
        var ranked = candidates.Select(name => (name, edits: Edits(wanted, name.ToLowerInvariant()))).OrderBy(pair => pair.edits).ToList();
        if (ranked.Count == 0) return null;
        if (ranked[0].edits <= Math.Max(1, given.Length / 3)) return ranked[0].name;
        return wanted.Length < 3 ? null : ranked.Select(pair => pair.name).FirstOrDefault(name => name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary><c>did you mean "units"?</c>, or the list of what is possible.</summary>
    public static string Advice(string given, IReadOnlyCollection<string> candidates) =>
        Of(given, candidates) is { } name ? $"did you mean \"{name}\"?" : candidates.Count == 0 ? "remove it" : $"possible here: {string.Join(", ", candidates)}";

    /// <summary>Fewest insertions, deletions, replacements and swaps of neighbours between two texts (Damerau 1964, restricted).</summary>
    internal static int Edits(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
