using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sim;

/// <summary>One event of a recording: "o" output, "i" input, "m" marker, "r" resize, "x" exit (v3 only).</summary>
internal readonly record struct CastEvent(TimeSpan At, char Code, string Data);

internal sealed record CastHeader(Size Size, string Title = "", string TerminalType = "xterm-256color");

/// <summary>Writes recordings that asciinema and its players read: version 2 (times from the start), 3 (from the event before).</summary>
internal static class Asciicast
{
    public static void WriteV2(TextWriter output, CastHeader header, IEnumerable<CastEvent> events)
    {
        output.Write($"{{\"version\":2,\"width\":{header.Size.Width},\"height\":{header.Size.Height}{Title(header)},\"env\":{{\"TERM\":{Text(header.TerminalType)}}}}}\n");
        foreach (var happened in events.Where(happened => happened.Code != 'x'))
            WriteEvent(output, Milliseconds(happened.At), happened);
    }

    /// <summary>Intervals are rounded to milliseconds of the whole time, so that rounding never adds up.</summary>
    public static void WriteV3(TextWriter output, CastHeader header, IEnumerable<CastEvent> events)
    {
        output.Write($"{{\"version\":3,\"term\":{{\"cols\":{header.Size.Width},\"rows\":{header.Size.Height},\"type\":{Text(header.TerminalType)}}}{Title(header)}}}\n");
        long written = 0;
        foreach (var happened in events)
        {
            long now = Milliseconds(happened.At);
            WriteEvent(output, now - written, happened);
            written = now;
        }
    }

    private static void WriteEvent(TextWriter output, long milliseconds, CastEvent happened) =>
        output.Write($"[{(milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture)},\"{happened.Code}\",{Text(happened.Data)}]\n");

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    private static string Title(CastHeader header) => header.Title.Length == 0 ? "" : $",\"title\":{Text(header.Title)}";

    private static string Text(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
