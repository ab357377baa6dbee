using System.Globalization;

namespace Lessons;

/// <summary>The grammar of positions; blanks around and between words do not matter.</summary>
internal static class PositionReader
{
    private const string Expected = "0, an update K, K:NAME, epoch E, end or until EXPR";

    public static Position Read(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) throw Wrong($"expected a position: {Expected}", text, end, end);
        if (char.IsAsciiDigit(text[start])) return Update(text, start, end);
        var word = start;
        while (word < end && char.IsAsciiLetter(text[word])) word++;
        switch (text[start..word])
        {
            case "end" when word == end:
                return new EndPosition();
            case "end":
                throw Wrong("expected nothing after `end`", text, word, end);
            case "epoch":
                return new EpochPosition(Whole(text, Skip(text, word, end), end, 1, "the number of an epoch, as in epoch 3"));
            case "until":
                return Until(text, word, end);
            default:
                throw Wrong($"`{TextError.Cut(text[start..end])}` is no position; expected {Expected}", text, start, end);
        }
    }

    private static UntilPosition Until(string text, int start, int end)
    {
        if (Skip(text, start, end) == end) throw Wrong("expected a condition after `until`, as in until loss < 0.1", text, end, end);
        var condition = Expression.Parse(text, start, end);
        return condition.Ok ? new(condition.Value) : throw new TextException(condition.Error);
    }

    private static Position Update(string text, int start, int end)
    {
        var colon = text.IndexOf(':', start, end - start);
        if (colon < 0) return new UpdatePosition(Whole(text, start, end, 0, "an update number"));
        var update = Whole(text, start, colon, 1, "an update from 1 before `:`");
        if (IsName(text.AsSpan(colon + 1, end - colon - 1))) return new ValuePosition(update, text[(colon + 1)..end]);
        throw Wrong($"expected the name of a value after `:`, as in {update}:layer1.z; indices are not part of a position", text, colon + 1, end);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0])) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var point = text[i] == '.';
            if (!point && !char.IsAsciiLetterOrDigit(text[i]) && text[i] != '_') return false;
            if (point && (i == 0 || i == text.Length - 1 || text[i - 1] == '.')) return false;
        }
        return true;
    }

    private static long Whole(string text, int start, int end, long least, string expected)
    {
        if (long.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= int.MaxValue) return value;
        throw Wrong($"expected {expected}, got `{TextError.Cut(text[start..end])}`; a whole number from {least} to {int.MaxValue}", text, start, end);
    }

    private static int Skip(string text, int from, int end)
    {
        while (from < end && char.IsWhiteSpace(text[from])) from++;
        return from;
    }

    private static TextException Wrong(string message, string text, int start, int end) => new(new TextError(message, text, new(start, end)));
}
