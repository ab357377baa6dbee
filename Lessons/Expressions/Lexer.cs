using System.Globalization;
using System.Text;

namespace Lessons;

internal enum TokenKind { Number, Name, Symbol, End }

internal readonly record struct Token(TokenKind Kind, string Text, Place Place, double Number = 0)
{
    /// <summary>For "found …".</summary>
    public string Shown => Kind == TokenKind.End ? "the end" : $"`{TextError.Cut(Text)}`";
}

/// <summary>Reads one token at a time from a window of a text.</summary>
internal sealed class Lexer(string source, int start, int end)
{
    private static readonly string[] Symbols = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", ":"];

    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["="] = "==",
        ["&&"] = "and",
        ["&"] = "and",
        ["||"] = "or",
        ["|"] = "or",
        ["!"] = "not",
        ["**"] = "^",
        ["≤"] = "<=",
        ["≥"] = ">=",
        ["≠"] = "!=",
        ["×"] = "*",
        ["·"] = "*",
        ["÷"] = "/",
        ["−"] = "-",
        ["∞"] = "inf",
        ["%"] = "/ 100",
        ["，"] = ",",
        ["（"] = "(",
        ["）"] = ")",
    };

    private int position = start;

    public Token Next()
    {
        SkipBlanks();
        if (position >= end) return new(TokenKind.End, "", new(end, end));
        var c = source[position];
        if (char.IsAsciiDigit(c) || (c == '.' && IsDigit(position + 1))) return Number();
        if (char.IsAsciiLetter(c) || c == '_') return Name();
        if (ForeignAt(2) is { } pair) throw Wrong($"`{pair}` is not known here; write {Foreign[pair]}", position, 2);
        foreach (var symbol in Symbols)
            if (StartsWith(symbol)) return Take(TokenKind.Symbol, symbol.Length);
        if (ForeignAt(1) is { } single) throw Wrong($"`{single}` is not known here; write {Foreign[single]}", position, 1);
        throw Unexpected();
    }

    /// <summary>The id of a variant, e.g. <c>large-rate</c>: letters, digits, <c>_ - .</c></summary>
    public Token VariantName()
    {
        SkipBlanks();
        var last = position;
        while (last < end && (char.IsLetterOrDigit(source[last]) || source[last] is '_' or '-' or '.')) last++;
        return last > position ? Take(TokenKind.Name, last - position) : Next();
    }

    public TextException Wrong(string message, Place place) => new(new TextError(message, source, place));

    private TextException Wrong(string message, int at, int length) => Wrong(message, new Place(at, at + length));

    private Token Number()
    {
        var last = position;
        while (IsDigit(last)) last++;
        if (last < end && source[last] == '.')
        {
            if (!IsDigit(last + 1)) throw Wrong("expected a digit after the point", last + 1, 1);
            last++;
            while (IsDigit(last)) last++;
        }
        if (last < end && source[last] is 'e' or 'E')
        {
            var digit = last + 1 < end && source[last + 1] is '+' or '-' ? last + 2 : last + 1;
            if (!IsDigit(digit)) throw Wrong("expected digits after the exponent's e, as in 1e-3", position, last + 1 - position);
            last = digit;
            while (IsDigit(last)) last++;
        }
        if (last < end && (char.IsLetter(source[last]) || source[last] is '_' or '.'))
            throw Wrong("expected an operator between a number and a name, as in 2 * x", last, 1);
        var value = double.Parse(source.AsSpan(position, last - position), CultureInfo.InvariantCulture);
        if (double.IsInfinity(value)) throw Wrong("number too large (the largest is 1.7976931348623157E+308); write inf for infinity", position, last - position);
        return Take(TokenKind.Number, last - position, value);
    }

    private Token Name()
    {
        var last = position;
        while (true)
        {
            while (last < end && (char.IsAsciiLetterOrDigit(source[last]) || source[last] == '_')) last++;
            if (last >= end || source[last] != '.') return Take(TokenKind.Name, last - position);
            last++;
            if (last >= end || !(char.IsAsciiLetterOrDigit(source[last]) || source[last] == '_'))
                throw Wrong("expected the rest of a name after the point, as in layer1.weight", last, 1);
        }
    }

    private Token Take(TokenKind kind, int length, double number = 0)
    {
        var place = new Place(position, position + length);
        position += length;
        return new(kind, source[place.Start..place.End], place, number);
    }

    private TextException Unexpected()
    {
        var known = Rune.TryGetRuneAt(source, position, out var rune);
        var shown = known && !Rune.IsControl(rune) ? $"`{rune}` (U+{rune.Value:X4})" : $"U+{(int)source[position]:X4}";
        return Wrong($"unexpected character {shown}; names, numbers and + - * / ^ < <= == != >= > ( ) [ ] , are known", position,
            known ? rune.Utf16SequenceLength : 1);
    }

    private void SkipBlanks()
    {
        while (position < end && source[position] is ' ' or '\t' or '\n' or '\r') position++;
    }

    private bool IsDigit(int at) => at < end && char.IsAsciiDigit(source[at]);

    private bool StartsWith(string symbol) => string.CompareOrdinal(source, position, symbol, 0, symbol.Length) == 0 && position + symbol.Length <= end;

    private string? ForeignAt(int length) =>
        position + length <= end && Foreign.ContainsKey(source.Substring(position, length)) ? source.Substring(position, length) : null;
}
