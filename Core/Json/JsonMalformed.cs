using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Core;

/// <summary>Says in words what is wrong with a text that is not JSON: what stands at the place, and what could stand there.</summary>
internal static class JsonMalformed
{
    internal static Problem Explain(JsonText text, JsonException error, (int Offset, bool IsObject)? open)
    {
        var bytes = text.Bytes.Span;
        int at = text.Offset(error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
        if (bytes.Trim(" \t\r\n"u8).IsEmpty) return new(new(0, 0, "", text.Source), "an empty text", "a JSON object", "write { … }");
        if (StringProblem(text, error.Message, at) is { } inString) return inString;

        int start = at;
        while (start > 0 && IsWord(bytes[start - 1])) start--;
        if (at >= bytes.Length && IsComplete(bytes[start..])) start = bytes.Length;
        byte before = LastBefore(bytes, start);
        string found = Found(bytes, start);
        bool isObject = open?.IsObject ?? false;
        string close = isObject ? "'}'" : "']'";
        string expected = (char)before switch
        {
            _ when error.Message.Contains("after a property name") => "':' and a value after the name",
            _ when open is null && before != 0 => "nothing after the end of the value",
            '\0' => "a JSON value",
            '{' => "a name in double quotes or '}'",
            '[' => "a value or ']'",
            ',' => isObject ? "a name in double quotes" : "a value",
            ':' => "a value",
            _ => $"',' or {close}",
        };
        if (open is { } container && start >= bytes.Length)
        {
            var (line, column) = text.Position(container.Offset);
            return new(Place(text, start), found, expected, $"close the {(isObject ? "object" : "list")} opened at line {line}, column {column}");
        }
        return new(Place(text, start), found, expected, Advice(found, before));
    }

    private static Problem? StringProblem(JsonText text, string message, int at)
    {
        if (message.Contains("escapable character") || message.Contains("not a hex digit"))
            return new(Place(text, at), $"{Found(text.Bytes.Span, at, one: true)} after a backslash", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u and four hex digits", "write a backslash itself as \\\\");
        if (message.Contains("within a JSON string"))
            return new(Place(text, at), "a line break or control character inside a string", "the closing double quote on the same line", "write a line break as \\n");
        if (message.Contains("Expected end of string"))
            return new(Place(text, at), "the end of the text inside a string", "the closing double quote");
        return null;
    }

    private static string? Advice(string found, byte before) => found switch
    {
        "'}'" or "']'" when before == ',' => "remove the comma before it",
        _ when found.StartsWith("'//") || found.StartsWith("'/*") => "JSON has no comments; remove it",
        _ when found.StartsWith("''") => "use double quotes",
        "'NaN'" or "'Infinity'" or "'-Infinity'" or "'nan'" or "'inf'" => "only finite numbers can be given; correct the value or leave the sample out",
        "'True'" or "'False'" or "'None'" => "JSON writes true, false and null",
        _ => null,
    };

    private static Place Place(JsonText text, int offset)
    {
        var (line, column) = text.Position(offset);
        return new(line, column, "", text.Source);
    }

    private static byte LastBefore(ReadOnlySpan<byte> bytes, int offset)
    {
        for (int i = Math.Min(offset, bytes.Length) - 1; i >= 0; i--)
            if (!char.IsWhiteSpace((char)bytes[i])) return bytes[i];
        return 0;
    }

    private static string Found(ReadOnlySpan<byte> bytes, int start, bool one = false)
    {
        if (start >= bytes.Length) return "the end of the text";
        if (bytes[start] == '\n') return "a line break";
        if (bytes[start] < ' ') return $"the control character U+{bytes[start]:X4}";
        int end = start + 1;
        if (IsWord(bytes[start]) && !one) while (end < bytes.Length && end - start < 20 && IsWord(bytes[end])) end++;
        else if (bytes[start] is (byte)'/' or (byte)'\'') end = Math.Min(start + 2, bytes.Length);
        while (end < bytes.Length && (bytes[end] & 0xC0) == 0x80) end++;
        return $"'{Encoding.UTF8.GetString(bytes[start..end]).TrimEnd()}'";
    }

    private static bool IsComplete(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8) || double.TryParse(word, CultureInfo.InvariantCulture, out _);

    private static bool IsWord(byte b) => b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
        or (byte)'_' or (byte)'.' or (byte)'-' or (byte)'+' or >= 0x80;
}
