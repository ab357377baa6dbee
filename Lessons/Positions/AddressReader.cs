using System.Collections.Immutable;

namespace Lessons;

/// <summary>The grammar of addresses, left to right.</summary>
internal sealed class AddressReader(string text)
{
    private int position;

    public Address Read()
    {
        var lesson = Id("a lesson's id");
        var variant = Take('/') ? Id("a variant's id after `/`") : null;
        var settings = Take('?') ? Settings() : [];
        var at = Take('@') ? At() : null;
        if (position == text.Length) return new(lesson, variant, settings, at);
        throw Wrong($"expected {Rest(variant is null, settings.IsEmpty)}, found `{text[position]}`", position, position + 1);
    }

    public static bool IsId(string text) => text.Length > 0 && text[0] != '.' && text[^1] != '.' && text.All(IsIdCharacter);

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static string Rest(bool variant, bool settings) =>
        (variant && settings ? "/VARIANT, " : "") + (settings ? "?KEY=VALUE, @POSITION or the end" : "&KEY=VALUE, @POSITION or the end (inside a value write %3D for = and %3F for ?)");

    private string Id(string expected)
    {
        var start = position;
        while (position < text.Length && IsIdCharacter(text[position])) position++;
        var id = text[start..position];
        if (IsId(id)) return id;
        var found = start == text.Length ? "the end" : $"`{(id.Length > 0 ? id : text[start])}`";
        throw Wrong($"expected {expected} (letters, digits, - and _), found {found}", start, Math.Max(position, Math.Min(start + 1, text.Length)));
    }

    private ImmutableArray<KeyValuePair<string, string>> Settings()
    {
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var seen = new HashSet<string>();
        do
        {
            var start = position;
            var key = Until("=&@?");
            if (key.Length == 0 || position == text.Length || text[position] != '=')
                throw Wrong(key.Length == 0 ? "expected KEY=VALUE, as in optimizer.learningRate=0.1" : $"expected `=` and a value after `{TextError.Cut(key)}`",
                    key.Length == 0 ? start : position, Math.Min(position + 1, text.Length));
            if (!seen.Add(key)) throw Wrong($"`{TextError.Cut(key)}` is given twice; give it once", start, position);
            position++;
            settings.Add(new(key, Until("=&@?")));
        }
        while (Take('&'));
        return settings.ToImmutable();
    }

    private string Until(string stops)
    {
        var start = position;
        while (position < text.Length && !stops.Contains(text[position])) position++;
        return Percent.Decode(text, start, position).Text;
    }

    private Position At()
    {
        var start = position;
        position = text.Length;
        var (decoded, places) = Percent.Decode(text, start, text.Length);
        var at = Position.Parse(decoded);
        if (at.Ok) return at.Value;
        var (from, to) = (at.Error.Place.Start, at.Error.Place.End);
        throw Wrong(at.Error.Message, places[Math.Min(from, decoded.Length)], places[Math.Min(Math.Max(from, to), decoded.Length)]);
    }

    private bool Take(char expected)
    {
        if (position >= text.Length || text[position] != expected) return false;
        position++;
        return true;
    }

    private TextException Wrong(string message, int start, int end) => new(new TextError(message, text, new(start, end)));
}
