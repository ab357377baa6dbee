namespace Bench;

/// <summary>A Markdown page that holds the measured table between two marks.</summary>
internal static class Page
{
    public const string Begin = "<!-- measured -->", End = "<!-- end of measured -->";

    /// <summary>Whether the page is there and has its marks, in order.</summary>
    public static bool HasPlace(string path) => File.Exists(path) && File.ReadAllText(path) is var text && text.IndexOf(Begin, StringComparison.Ordinal) is >= 0 and var begin && text.IndexOf(End, StringComparison.Ordinal) > begin;

    /// <summary>Puts a new table where the old one was.</summary>
    public static void Write(string path, string table)
    {
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(path, $"{text[..begin]}\n{table.Trim()}\n{text[end..]}");
    }
}
