using System.Globalization;

namespace Core;

/// <summary>How given values appear in messages: invariant culture, text quoted, made printable and cut after 40 characters.</summary>
internal static class Shown
{
    private const int Longest = 40;

    internal static string Value(object value) => value switch
    {
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "nothing",
    };

    internal static string Text(string text)
    {
        var cut = text.Length > Longest ? text[..Longest] + "…" : text;
        return "'" + string.Concat(cut.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) + "'";
    }

    /// <summary><c>[0.5, 0.4]</c>, at most ten values.</summary>
    internal static string Row(ReadOnlySpan<double> values)
    {
        var shown = new List<string>();
        foreach (var value in values[..Math.Min(values.Length, 10)]) shown.Add(Value(value));
        return "[" + string.Join(", ", shown) + (values.Length > 10 ? ", …]" : "]");
    }

    /// <summary>Up to five names, then how many more there are.</summary>
    internal static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(5).Select(Text)) + (names.Count > 5 ? $" and {names.Count - 5} more" : "");

    /// <summary><c>row 3, column 1 (size)</c>, both counting from 0.</summary>
    internal static string Place(int row, int column, string? name) =>
        $"row {row}, column {column}" + (name is null ? "" : $" ({name})");
}
