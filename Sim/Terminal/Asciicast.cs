using System.Globalization;
using System.Text;
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

    /// <summary>
    /// The output events that show these grids one after the other, with the markers between them in order of time.
    /// Starts on a clean alternate screen and leaves it at the end, as the program does.
    /// </summary>
    public static IEnumerable<CastEvent> Record(
        IEnumerable<(TimeSpan At, Grid Grid)> frames, IEnumerable<(TimeSpan At, string Label)> markers, Theme theme)
    {
        var screen = new Screen(theme, ColorDepth.TrueColor, GlyphSet.Unicode);
        var waiting = new Queue<(TimeSpan At, string Label)>(markers.OrderBy(marker => marker.At));
        Size? size = null;
        var last = TimeSpan.Zero;
        yield return new CastEvent(TimeSpan.Zero, 'o', "\e[?1049h\e[?25l");
        foreach (var (at, grid) in frames)
        {
            while (waiting.Count > 0 && waiting.Peek().At <= at) yield return Marker(waiting.Dequeue());
            if (size is not null && size != grid.Size) yield return new CastEvent(at, 'r', $"{grid.Width}x{grid.Height}");
            (size, last) = (grid.Size, at);
            string bytes = Encoding.UTF8.GetString(screen.Frame(grid).Span);
            if (bytes.Length > 0) yield return new CastEvent(at, 'o', bytes);
        }
        foreach (var marker in waiting)
        {
            yield return Marker(marker);
            last = marker.At;
        }
        yield return new CastEvent(last, 'o', "\e[0m\e[?7h\e[?25h\e[?1049l");
    }

    private static CastEvent Marker((TimeSpan At, string Label) marker) => new(marker.At, 'm', marker.Label);

    private static void WriteEvent(TextWriter output, long milliseconds, CastEvent happened) =>
        output.Write($"[{(milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture)},\"{happened.Code}\",{Text(happened.Data)}]\n");

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    private static string Title(CastHeader header) => header.Title.Length == 0 ? "" : $",\"title\":{Text(header.Title)}";

    private static string Text(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
