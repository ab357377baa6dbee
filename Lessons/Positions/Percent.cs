using System.Globalization;
using System.Text;

namespace Lessons;

/// <summary>Percent escapes as in web addresses (RFC 3986, section 2.1, UTF-8); only what would be misread is escaped.</summary>
internal static class Percent
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var c in text)
        {
            if (c <= ' ' || c == '\u007f' || "%&=?@#+\"'\\".Contains(c)) encoded.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else encoded.Append(c);
        }
        return encoded.ToString();
    }

    /// <summary>The window [start, end) without escapes, and for each of its characters (and its end) the offset in the text.</summary>
    public static (string Text, List<int> Places) Decode(string text, int start, int end)
    {
        var (decoded, places) = (new StringBuilder(), new List<int>());
        for (var i = start; i < end;)
        {
            var run = i;
            if (text[i] != '%')
            {
                places.Add(i);
                decoded.Append(text[i++]);
                continue;
            }
            var bytes = new List<byte>();
            for (; i < end && text[i] == '%'; i += 3) bytes.Add(Byte(text, i, end));
            var characters = Characters(text, [.. bytes], run, i);
            foreach (var _ in characters) places.Add(run);
            decoded.Append(characters);
        }
        places.Add(end);
        return (decoded.ToString(), places);
    }

    private static byte Byte(string text, int at, int end) =>
        at + 2 < end && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong("expected two hexadecimal digits after `%`; write %25 for a per cent sign", text, at, Math.Min(at + 3, end));

    private static string Characters(string text, byte[] bytes, int start, int end)
    {
        try { return Strict.GetString(bytes); }
        catch (DecoderFallbackException) { throw Wrong("these escapes are not UTF-8", text, start, end); }
    }

    private static TextException Wrong(string message, string text, int start, int end) => new(new TextError(message, text, new(start, end)));
}
