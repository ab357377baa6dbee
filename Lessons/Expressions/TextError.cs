using System.Text;

namespace Lessons;

/// <summary>What is wrong with a text, and where: the sentence, the line and a caret line under it.</summary>
/// <param name="Message">What was given, what was expected, what to do.</param>
/// <param name="Source">The whole text the place is in.</param>
/// <param name="Place">The offending characters; empty at the end of the text.</param>
/// <param name="NotYet">The text is right, but the run has no such value at this moment (not written, or outside the run).</param>
public sealed record TextError(string Message, string Source, Place Place, bool NotYet = false)
{
    private const int Shown = 100, Quoted = 40;

    /// <summary>Line of the place, from 1.</summary>
    public int Line => Source.AsSpan(0, Place.Start).Count('\n') + 1;

    /// <summary>Column of the place in its line, from 1, in UTF-16 characters.</summary>
    public int Column => Place.Start - LineStart + 1;

    private int LineStart => Place.Start == 0 ? 0 : Source.LastIndexOf('\n', Place.Start - 1) + 1;

    /// <summary>The place in words: <c>column 7</c>, or <c>line 2, column 7</c> in a text of several lines.</summary>
    public string Where => Source.Contains('\n') ? $"line {Line}, column {Column}" : $"column {Column}";

    /// <summary>Three lines: place and message, the source line (a long one cut to the neighbourhood), the carets.</summary>
    public override string ToString()
    {
        var lineEnd = Source.IndexOf('\n', Place.Start);
        if (lineEnd < 0) lineEnd = Source.Length;
        var from = lineEnd - LineStart <= Shown ? LineStart : Math.Max(LineStart, Place.Start - Shown / 2);
        var to = Math.Min(lineEnd, from + Shown);
        var text = new StringBuilder($"{Where}: {Message}\n  ");
        if (from > LineStart) text.Append('…');
        AppendVisible(text, Source.AsSpan(from, to - from));
        if (to < lineEnd) text.Append('…');
        text.Append("\n  ");
        if (from > LineStart) text.Append(' ');
        // U+3000 is a blank as wide as the wide glyph above it.
        for (var i = from; i < Place.Start; i++) if (!char.IsLowSurrogate(Source[i])) text.Append(IsWide(Source[i]) ? '\u3000' : ' ');
        return text.Append('^', Math.Max(1, Math.Min(Place.End, to) - Place.Start)).ToString();
    }

    /// <summary>What was typed, short enough to stand in a sentence.</summary>
    internal static string Cut(string given) => given.Length > Quoted ? given[..Quoted] + "…" : given;

    private static void AppendVisible(StringBuilder text, ReadOnlySpan<char> line)
    {
        foreach (var c in line) text.Append(char.IsControl(c) ? ' ' : c);
    }

    // East Asian Wide and emoji pairs (Unicode Annex 11), coarse: it only moves a caret.
    private static bool IsWide(char c) =>
        c is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3')
            or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uff60') or (>= '\ud800' and <= '\udbff');
}
