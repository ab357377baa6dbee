using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>A sweep for people and for programs.</summary>
internal static class SweepReport
{
    private static readonly Size PictureSize = new(80, 22);

    private static readonly Lessons.Text Loss = new("loss", "损失"), Best = new("best loss", "最小损失"), Updates = new("updates", "更新次数"),
        Diverged = new("✕ diverged at update {0}", "✕ 第 {0} 次更新时发散"), Risen = new("▲ larger than at the start", "▲ 比开始时大"), Least = new("◉ least", "◉ 最低");

    /// <summary>One line of JSON: field, critical value, runs.</summary>
    public static void WriteJson(TextWriter output, SweepCurve curve)
    {
        output.Write($"{{\"over\":\"{System.Text.Json.JsonEncodedText.Encode(curve.Over)}\",\"critical\":{(curve.Critical is { } critical ? TraceJson.Number(critical) : "null")},\"runs\":[");
        for (int k = 0; k < curve.Points.Length; k++)
        {
            var point = curve.Points[k];
            output.Write($"{(k == 0 ? "" : ",")}{{\"value\":{TraceJson.Number(point.Value)},\"updates\":{Whole(point.Updates)},\"loss\":{Short(point.Last)},\"best\":{Short(point.Best)},\"diverged\":{(point.DivergedAt is { } at ? Whole(at) : "null")}}}");
        }
        output.Write("]}\n");
    }

    /// <summary>A line a run; numbers that are not finite as NaN, Infinity, -Infinity; <c>diverged</c> is empty where nothing did.</summary>
    public static void WriteCsv(TextWriter output, SweepCurve curve)
    {
        output.Write("value,updates,loss,best,diverged\n");
        foreach (var point in curve.Points)
            output.Write($"{TraceJson.Number(point.Value)},{Whole(point.Updates)},{Short(point.Last).Trim('"')},{Short(point.Best).Trim('"')},{(point.DivergedAt is { } at ? Whole(at) : "")}\n");
    }

    /// <summary>The curve, and the runs below it.</summary>
    public static void WriteTable(TextWriter output, SweepCurve curve, OpenedExperiment opened, Language language, bool isAscii)
    {
        var glyphs = isAscii ? GlyphSet.Ascii : GlyphSet.Unicode;
        GridText.Write(Picture(curve, opened, language, isAscii), output, glyphs);
        Column[] columns = [new(curve.Over, Align.Right), new(Updates.In(language), Align.Right), new(Loss.In(language), Align.Right), new(Best.In(language), Align.Right), new("")];
        List<IReadOnlyList<Span>> rows = [.. curve.Points.Select(point => (IReadOnlyList<Span>)[NumberText.Of(point.Value, 6), Whole(point.Updates), NumberText.Of(point.Last, 6), NumberText.Of(point.Best, 6), Said(point, curve, language)])];
        var grid = new Grid(Table.Widths(columns, rows, int.MaxValue / 2).Sum() + 2 * columns.Length, rows.Count + 1);
        Table.Draw(grid.All, columns, rows);
        output.Write('\n');
        GridText.Write(grid, output, glyphs);
    }

    /// <summary>The curve in its frame.</summary>
    public static Grid Picture(SweepCurve curve, OpenedExperiment opened, Language language, bool isAscii)
    {
        var (grid, settings) = (new Grid(PictureSize), new ViewSettings { Language = language, Ascii = isAscii });
        var data = new SweepData(curve, ["loss"], null);
        SweepView.Draw(Frame.Draw(grid.All, $"{opened.Title[language]} · {SweepView.Title(data, settings)}"), data, settings);
        return grid;
    }

    private static string Said(SweepPoint point, SweepCurve curve, Language language) =>
        point.DivergedAt is { } at ? string.Format(CultureInfo.InvariantCulture, Diverged.In(language), at)
        : point.HasRisen ? Risen.In(language) : point == curve.Least ? Least.In(language) : "";

    // Losses are float32: their shortest digits.
    private static string Short(double loss) => TraceJson.Number((float)loss);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
