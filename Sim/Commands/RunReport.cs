using System.Globalization;
using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>The result of a run, for people and for programs.</summary>
internal static class RunReport
{
    /// <summary>One line of JSON. Numbers have the shortest digits that read back; what is not a number is a string.</summary>
    public static void WriteJson<T>(TextWriter output, RunResult<T> result, string? saved)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        output.Write($"{{\"updates\":{Whole(result.Updates)},\"epochs\":{Whole(result.Epochs)},\"seconds\":{TraceJson.Number(result.Seconds)}");
        output.Write($",\"loss\":{(result.Loss is { } loss ? TraceJson.Number(loss) : "null")},\"metrics\":{{");
        var isFirst = true;
        foreach (var measure in result.Measures)
        {
            output.Write($"{(isFirst ? "" : ",")}\"{measure.Name}\":");
            TraceJson.WriteValue(output, measure.Shape.AsSpan(), measure.Values.AsSpan());
            isFirst = false;
        }

        output.Write($"}},\"hash\":\"{Hash(result.Hash)}\"");
        output.Write($",\"checkpoints\":{{\"every\":{Whole(result.Travel.Every)},\"copies\":{Whole(result.Travel.Copies)},\"bytes\":{Whole(result.Travel.Bytes)}}}");
        output.Write($",\"threads\":{{\"allowed\":{Whole(result.Threads.Allowed)},\"used\":{Whole(result.Threads.Now)},\"shared\":{Whole(result.Threads.Shared)},\"fallbacks\":{Whole(result.Threads.FallBacks)}}}");
        if (result.Divergence is { } divergence)
            output.Write($",\"diverged\":{{\"update\":{Whole(divergence.Update)},\"name\":\"{divergence.Name}\",\"index\":[{string.Join(',', divergence.Index)}],\"value\":{TraceJson.Number(divergence.Value)}}}");
        if (result.IsInterrupted) output.Write(",\"interrupted\":true");
        if (saved is not null) output.Write($",\"saved\":\"{System.Text.Json.JsonEncodedText.Encode(saved)}\"");
        output.Write("}\n");
    }

    /// <summary>A table of name and value.</summary>
    public static void WriteText<T>(TextWriter output, OpenedExperiment opened, RunResult<T> result, Language language, bool isAscii, string? saved)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var words = language == Language.Chinese;
        output.WriteLine(opened.Title[language]);
        output.WriteLine();
        var rows = new List<(string Name, string Value)>
        {
            (words ? "更新次数" : "updates", Whole(result.Updates)),
            (words ? "轮数" : "epochs", Whole(result.Epochs)),
            (words ? "训练用时" : "training time", Time(result.Seconds)),
        };
        if (result.Loss is { } loss) rows.Add((words ? "最后一批的损失" : "loss of the last batch", Shown(loss)));
        rows.AddRange(result.Measures.Where(measure => measure.Shape.IsEmpty).Select(measure => (measure.Name, Shown(measure.Values[0]))));
        rows.Add((words ? "权重哈希" : "weights' hash", Hash(result.Hash)));
        if (result.Travel.Every > 1) rows.Add((words ? "回看" : "going back", words ? $"每 {result.Travel.Every} 次更新一份副本，共 {Megabytes(result.Travel.Bytes)}" : $"a copy every {result.Travel.Every} updates, {Megabytes(result.Travel.Bytes)}"));
        if (RunThreads.Text(result.Threads, result.ThreadsAsked) is { } threads) rows.Add((words ? "线程" : "threads", threads.In(language)));
        if (saved is not null) rows.Add((words ? "模型已存为" : "model saved as", saved));
        var width = rows.Max(row => TextWidth.Of(row.Name));
        foreach (var (name, value) in rows) output.WriteLine($"  {Text.Fit(name, width)}   {value}");
        foreach (var table in result.Measures.Where(measure => measure.Shape.Length > 0)) WriteTable(output, table);
        if (result.Classified is not { } classified) return;
        RunConfusion.Write(output, classified, language, isAscii);
        RunMistakes.Write(output, classified, language, isAscii);
    }

    private static void WriteTable<T>(TextWriter output, Tensor<T> table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int MostRows = 20;
        output.WriteLine();
        output.WriteLine($"  {table.Name} [{string.Join(',', table.Shape)}]");
        var columns = table.Shape[^1];
        var rows = table.Values.Length / Math.Max(1, columns);
        for (var r = 0; r < Math.Min(rows, MostRows); r++)
            output.WriteLine("    " + string.Join(' ', table.Values.Skip(r * columns).Take(12).Select(value => Shown(value).PadLeft(9))) + (columns > 12 ? " …" : ""));
        if (rows > MostRows) output.WriteLine($"    … {rows - MostRows} more rows");
    }

    private static string Shown<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NumberText.Of(double.CreateTruncating(value), 6);

    private static string Time(double seconds) => seconds < 0.001
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:F0} µs")
        : seconds < 1 ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:F1} ms") : string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F0} MB");

    private static string Hash(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
