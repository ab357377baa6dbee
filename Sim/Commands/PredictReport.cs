using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>Predictions, for people and for programs.</summary>
/// <param name="outputs">[rows, width]</param>
/// <param name="width">Outputs of a row.</param>
/// <param name="loss">What the model was trained for: it says whether outputs are classes.</param>
/// <param name="names">Names of classes, or nothing.</param>
internal sealed class PredictReport<T>(T[] outputs, int width, LossKind loss, ImmutableArray<string> names)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostShown = 10, PageRows = 1000;

    /// <summary>Numbers of the rows, where some may have been left out.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    private static readonly Lessons.Text Row = new("row", "行"), Says = new("says", "预测"), Share = new("share", "占比"), Output = new("output {0}", "输出 {0}");

    private bool IsClasses => width > 1 && loss is LossKind.SoftmaxCe or LossKind.CrossEntropy;

    private bool IsTwoClasses => width == 1 && loss is LossKind.Bce or LossKind.SigmoidBce;

    /// <summary>One object: <c>outputs</c> row by row, <c>classes</c> by number and name where they are classes, <c>rows</c> by number where some were left out.</summary>
    public void WriteJson(TextWriter output)
    {
        output.Write("{\"outputs\":");
        TraceJson.WriteValue<T>(output, [outputs.Length / width, width], outputs);
        if (IsClasses || IsTwoClasses)
        {
            output.Write($",\"classes\":[{string.Join(',', Rows.Select(ClassOf))}]");
            output.Write($",\"names\":[{string.Join(',', Rows.Select(row => $"\"{System.Text.Json.JsonEncodedText.Encode(Name(ClassOf(row)))}\""))}]");
        }

        if (Rows.Any(row => NumberOf(row) != row + 1)) output.Write($",\"rows\":[{string.Join(',', Numbers)}]");
        output.Write("}\n");
    }

    /// <summary>A table, a line a row.</summary>
    public void WriteText(TextWriter output, Language language, bool isAscii)
    {
        bool hasClass = IsClasses || IsTwoClasses;
        int shown = Math.Min(width, MostShown);
        Column[] columns =
        [
            new(Row.In(language), Align.Right), .. hasClass ? new[] { new Column(Says.In(language)), new Column(Share.In(language), Align.Right) } : [],
            .. Enumerable.Range(0, shown).Select(k => new Column(IsClasses ? Name(k) : string.Format(CultureInfo.InvariantCulture, Output.In(language), k + 1), Align.Right)),
        ];
        // A page at a time: a million rows need no more than a thousand.
        foreach (int[] page in Rows.Chunk(PageRows)) WritePage(output, columns, [.. page.Select(row => (IReadOnlyList<Span>)
        [
            NumberOf(row).ToString(CultureInfo.InvariantCulture), .. hasClass ? new Span[] { Name(ClassOf(row)), string.Create(CultureInfo.InvariantCulture, $"{100 * ShareOf(row):F1} %") } : [],
            .. Enumerable.Range(0, shown).Select(k => (Span)NumberText.Of(double.CreateTruncating(outputs[row * width + k]), IsClasses ? 3 : 6)),
        ])], isAscii);
        if (shown < width) output.WriteLine(language == Language.Chinese ? $"…… 另有 {width - shown} 个输出（--json 全部写出）" : $"... {width - shown} more outputs (--json writes all)");
    }

    private static void WritePage(TextWriter output, Column[] columns, IReadOnlyList<Span>[] rows, bool isAscii)
    {
        var grid = new Grid(Table.Widths(columns, rows, int.MaxValue / 2).Sum() + 2 * columns.Length, rows.Length + 1);
        Table.Draw(grid.All, columns, rows);
        GridText.Write(grid, output, isAscii ? GlyphSet.Ascii : GlyphSet.Unicode);
    }

    private int NumberOf(int row) => Numbers.IsEmpty ? row + 1 : Numbers[row];

    private IEnumerable<int> Rows => Enumerable.Range(0, outputs.Length / width);

    private int ClassOf(int row)
    {
        if (IsTwoClasses) return outputs[row] > T.CreateTruncating(0.5) ? 1 : 0;
        int best = 0;
        for (int k = 1; k < width; k++)
            if (outputs[row * width + k] > outputs[row * width + best]) best = k;
        return best;
    }

    private double ShareOf(int row)
    {
        double value = double.CreateTruncating(outputs[row * width + (IsTwoClasses ? 0 : ClassOf(row))]);
        return IsTwoClasses && ClassOf(row) == 0 ? 1 - value : value;
    }

    private string Name(int number) => ClassGlyphs.NameOf(number, names.IsDefault ? [] : names);
}
