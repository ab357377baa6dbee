using System.Text;

namespace Sim;

/// <summary>Text as Markdown shows it: as it is.</summary>
internal static class Markdown
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (int k = 0; k < text.Length; k++)
        {
            bool begins = k == 0 || text[k - 1] == '\n';
            if (text[k] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '|' || begins && text[k] is '#' or '>' or '+' or '-' || text[k] == '.' && IsListNumber(text, k)) escaped.Append('\\');
            escaped.Append(text[k]);
        }
        return escaped.ToString();
    }

    /// <summary>Lines that are shown as they are, between fences longer than any in them.</summary>
    public static string Fenced(string lines)
    {
        string fence = "```";
        while (lines.Contains(fence, StringComparison.Ordinal)) fence += '`';
        return $"{fence}text\n{lines}{(lines.EndsWith('\n') ? "" : "\n")}{fence}";
    }

    // "40. " at the beginning of a paragraph would begin a list.
    private static bool IsListNumber(string text, int point)
    {
        int k = point;
        while (k > 0 && char.IsAsciiDigit(text[k - 1])) k--;
        return k < point && (k == 0 || text[k - 1] == '\n') && point + 1 < text.Length && text[point + 1] == ' ';
    }
}
