using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>Explanations, tables and sentences as lines of at most 80 columns.</summary>
internal sealed class ExplanationText(TextWriter output, Notation notation, Language language)
{
    /// <summary>Columns.</summary>
    public const int Width = 80;

    private const int Margin = 5;
    private const int MostColumns = 8;
    private const int MostRows = 8;

    /// <summary>A sentence.</summary>
    public void Paragraph(string sentence, int margin = Margin)
    {
        foreach (var line in Flow.Wrap(notation.Finish(sentence), Width - margin)) output.WriteLine(new string(' ', margin) + line);
    }

    /// <summary>A title in a line.</summary>
    public void Rule(char line, string title)
    {
        var glyph = notation.IsAscii ? (line == '═' ? '=' : '-') : line;
        var start = $"{new string(glyph, 2)} {notation.Finish(title)} ";
        output.WriteLine(start + new string(glyph, Math.Max(2, Width - TextWidth.Of(start))));
    }

    /// <summary>One element: its formula in symbols, in numbers, term by term, and its value with the check.</summary>
    public void Element(Explanation element, int? sample)
    {
        if (sample is { } number) Paragraph(language == Language.Chinese ? $"第 {number + 1} 个样本：" : $"sample {number + 1}:");
        var left = $"{element.Symbol} {element.Sign} ";
        var sign = "= ".PadLeft(TextWidth.Of(left));
        var isFirst = true;
        foreach (var part in new[] { element.Symbols, element.Numbers, element.Terms })
        {
            if (string.IsNullOrEmpty(part) || part == element.ResultText) continue;
            Line(isFirst ? left : sign, FormulaLines.Breakable(part));
            if (isFirst && !element.Conditions.IsEmpty) Line(new string(' ', sign.Length), FormulaLines.Breakable(element.Conditions));
            isFirst = false;
        }

        Line(isFirst ? left : sign, element.ResultText + Verdict(element));
    }

    /// <summary>All values of a tensor, as far as there is room.</summary>
    public void Table<T>(Tensor<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var columns = tensor.Shape.Length < 2 ? tensor.Values.Length : tensor.Shape[^1];
        var rows = columns == 0 ? 0 : tensor.Values.Length / columns;
        var shown = Math.Min(columns, MostColumns);
        var texts = new string[Math.Min(rows, MostRows), shown];
        var width = 0;
        for (var r = 0; r < texts.GetLength(0); r++)
            for (var c = 0; c < shown; c++)
            {
                texts[r, c] = notation.Finish(notation.Number(double.CreateTruncating(tensor.Values[r * columns + c])));
                width = Math.Max(width, texts[r, c].Length);
            }

        var more = columns > shown ? notation.Finish($"  … {columns - shown}") : "";
        for (var r = 0; r < texts.GetLength(0); r++)
            output.WriteLine(new string(' ', Margin) + string.Join("  ", Enumerable.Range(0, shown).Select(c => texts[r, c].PadLeft(width))) + more);
        if (rows > MostRows) Paragraph(language == Language.Chinese ? $"… 另外 {rows - MostRows} 行" : $"… {rows - MostRows} more rows");
    }

    private string Verdict(Explanation element)
    {
        if (element.Check is not { } check) return "";
        if (element.IsConfirmed) return notation.IsAscii ? "   ok" : "   ✓";
        var again = notation.Number(check.Value);
        return notation.Finish(language == Language.Chinese ? $"   ≠ 双精度 {again}" : $"   ≠ {again} in double precision");
    }

    private void Line(string start, string text)
    {
        var indent = new string(' ', Margin) + new string(' ', TextWidth.Of(start));
        var lines = Flow.Wrap(text, Math.Max(20, Width - indent.Length));
        for (var k = 0; k < lines.Count; k++) output.WriteLine((k == 0 ? new string(' ', Margin) + start : indent) + FormulaLines.Plain(lines[k]));
    }
}
