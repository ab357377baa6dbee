using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>A sweep for programs.</summary>
internal static class SweepFiles
{
    /// <summary>One line of JSON: fields, critical values, the runs that are done.</summary>
    public static void WriteJson(TextWriter output, SweepData data)
    {
        var grid = data.Grid;
        output.Write(grid.Rows is { } rows
            ? $"{{\"over\":{Quoted(grid.Columns.Over)},\"by\":{Quoted(rows.Over)},\"critical\":{(grid.Columns.IsRate ? $"[{string.Join(',', grid.Critical.Select(Number))}]" : "null")},"
            : $"{{\"over\":{Quoted(grid.Columns.Over)},\"critical\":{Number(grid.Critical[0])},");
        if (!grid.IsWhole) output.Write($"\"interrupted\":true,\"asked\":{Whole(grid.Points.Length)},");
        output.Write("\"runs\":[");
        string between = "";
        for (int k = 0; k < grid.Points.Length; k++)
        {
            if (grid.Points[k] is not { } point) continue;
            output.Write($"{between}{{\"value\":{Value(grid.Columns, k % grid.Width)},{(grid.Rows is { } by ? $"\"by\":{Value(by, k / grid.Width)}," : "")}\"updates\":{Whole(point.Updates)},");
            output.Write($"\"first\":{Short(point.First)},\"loss\":{Short(point.Last)},\"best\":{Short(point.Best)},\"diverged\":{(point.DivergedAt is { } at ? Whole(at) : "null")}");
            foreach (var (show, shown) in Shown(data, point)) output.Write($",{Quoted(show)}:{Number(shown)}");
            output.Write("}");
            between = ",";
        }
        output.Write("]}\n");
    }

    /// <summary>
    /// A line a run; numbers that are not finite as NaN, Infinity, -Infinity; <c>diverged</c> is empty where nothing did, and everything but the values of the
    /// fields where a run was not done.
    /// </summary>
    public static void WriteCsv(TextWriter output, SweepData data)
    {
        var grid = data.Grid;
        string[] shows = [.. data.Shows.Where(show => show != "loss").Select(Field)];
        output.Write(string.Join(',', [.. grid.Rows is { } by ? new[] { Field(grid.Columns.Over), Field(by.Over), "updates", "first" } : ["value", "updates"], "loss", "best", "diverged", .. shows]) + "\n");
        for (int k = 0; k < grid.Points.Length; k++)
        {
            List<string> fields = [Field(grid.Columns.Words[k % grid.Width])];
            if (grid.Rows is { } rows) fields.Add(Field(rows.Words[k / grid.Width]));
            if (grid.Points[k] is { } point)
            {
                fields.Add(Whole(point.Updates));
                if (grid.Rows is not null) fields.Add(Bare(point.First));
                fields.AddRange([Bare(point.Last), Bare(point.Best), point.DivergedAt is { } at ? Whole(at) : "", .. Shown(data, point).Select(shown => shown.Value is { } number ? TraceJson.Number(number).Trim('"') : "")]);
            }
            else fields.AddRange(Enumerable.Repeat("", (grid.Rows is null ? 4 : 5) + shows.Length));
            output.Write(string.Join(',', fields) + "\n");
        }
    }

    // The loss has its own place.
    private static IEnumerable<(string Show, double? Value)> Shown(SweepData data, SweepPoint point) => data.Shows.Select((show, k) => (show, point.All[k])).Where(shown => shown.show != "loss");

    private static string Value(SweepAxis axis, int k) => axis.IsNumeric ? TraceJson.Number(axis.Numbers[k]) : Quoted(axis.Words[k]);

    // Losses are float32: their shortest digits.
    private static string Short(double loss) => TraceJson.Number((float)loss);

    private static string Bare(double loss) => Short(loss).Trim('"');

    private static string Number(double? number) => number is { } some ? TraceJson.Number(some) : "null";

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
