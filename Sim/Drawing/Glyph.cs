using System.Globalization;
using System.Text;

namespace Sim;

/// <summary>What one cell (or two) shows: a code point with its combining marks.</summary>
internal readonly record struct Glyph(string Text, int Width)
{
    private const int MaxMarks = 4;
    private static readonly string?[] Interned = new string?[0x10000];

    /// <summary>
    /// The glyphs of a text in order. Control and invisible format characters have no glyph, so they can never reach a terminal;
    /// a tab is one space; marks without a base, and more than four marks on one base, are dropped.
    /// </summary>
    public static IEnumerable<Glyph> Split(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out int length) != System.Buffers.OperationStatus.Done)
                rune = Rune.ReplacementChar;
            int start = i;
            i += length;
            if (rune.Value == '\t') rune = new Rune(' ');
            else if (IsInvisible(rune) || TextWidth.Of(rune) == 0) continue;
            int marks = MarksAt(text, i, out int kept);
            yield return marks == 0
                ? new Glyph(Of(rune), TextWidth.Of(rune))
                : new Glyph(rune + text.Substring(start + length, kept), TextWidth.Of(rune));
            i += marks;
        }
    }

    /// <summary>The text of a code point; one string object per code point of the basic plane.</summary>
    public static string Of(Rune rune) => rune.Value >= Interned.Length ? rune.ToString() : Interned[rune.Value] ??= rune.ToString();

    private static bool IsInvisible(Rune rune) =>
        rune.Value < 0x20 || rune.Value is >= 0x7F and < 0xA0 or 0xFFFE or 0xFFFF
        || rune.Value >= 0xAD && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control;

    private static int MarksAt(string text, int start, out int kept)
    {
        int i = start, marks = 0;
        kept = 0;
        while (i < text.Length && text[i] >= 0x300
            && Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out int length) == System.Buffers.OperationStatus.Done
            && TextWidth.Of(rune) == 0)
        {
            i += length;
            if (++marks <= MaxMarks) kept = i - start;
        }
        return i - start;
    }
}
