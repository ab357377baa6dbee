using System.Text.Json;

namespace Core;

/// <summary>
/// UTF-8 text to tree. Strict JSON: no comments, no comma after the last element, no name twice in one object, no number beyond a double.
/// A malformed text ends the reading; a duplicate name or an infinite number is reported and the reading goes on.
/// </summary>
internal sealed class JsonParser(ReadOnlyMemory<byte> utf8, Problems problems, JsonLimits limits, string? source)
{
    private readonly JsonText _text = new(utf8.Span.StartsWith(ByteOrderMark) ? utf8[3..] : utf8, source);
    private readonly Stack<(int Offset, bool IsObject)> _open = new();

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    internal JsonValue? Parse()
    {
        int before = problems.Count;
        if (limits.TooLarge(utf8.Length) is { } tooLarge)
        {
            problems.Add(tooLarge);
            return null;
        }
        try
        {
            var reader = new Utf8JsonReader(_text.Bytes.Span, new() { MaxDepth = limits.MaxDepth + 2 });
            reader.Read();
            var root = Value(ref reader, null, null, 0);
            reader.Read();
            return problems.Count == before ? root : null;
        }
        catch (JsonException e)
        {
            problems.Add(JsonMalformed.Explain(_text, e, _open.TryPeek(out var open) ? open : null));
        }
        catch (InvalidOperationException) // A string that is not valid UTF-8, or half of a surrogate pair.
        {
            problems.Add(At(_string), "a string with bytes or \\u escapes that are no characters", "valid UTF-8", "save the file as UTF-8");
        }
        catch (TooDeepException e)
        {
            problems.Add(At(e.Offset), $"more than {limits.MaxDepth} lists and objects inside each other", $"at most {limits.MaxDepth}", "look for a bracket that is never closed");
        }
        return null;
    }

    private int _string;

    private JsonValue Value(ref Utf8JsonReader reader, JsonValue? parent, string? key, int index)
    {
        int offset = (int)reader.TokenStartIndex;
        var origin = new JsonOrigin(_text, offset, parent, key, index);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: return Object(ref reader, origin);
            case JsonTokenType.StartArray: return Array(ref reader, origin);
            case JsonTokenType.String: return new(JsonKind.String, Text(ref reader), 0, origin);
            case JsonTokenType.Number: return new(JsonKind.Number, null, Number(ref reader), origin);
            case JsonTokenType.True: return new(JsonKind.Boolean, null, 1, origin);
            case JsonTokenType.False: return new(JsonKind.Boolean, null, 0, origin);
            default: return new(JsonKind.Null, null, 0, origin);
        }
    }

    private JsonValue Object(ref Utf8JsonReader reader, JsonOrigin origin)
    {
        Open(origin.Offset, isObject: true);
        var members = new JsonMembers();
        var value = new JsonValue(JsonKind.Object, members, 0, origin);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            int at = (int)reader.TokenStartIndex;
            string name = Text(ref reader);
            reader.Read();
            var member = Value(ref reader, value, name, 0);
            if (members.ByName.TryAdd(name, member)) members.List.Add(member);
            else problems.Add(At(at, value), $"{JsonWriter.Quote(name)} a second time", "each name once in an object", "remove one of the two");
        }
        _open.Pop();
        return value;
    }

    private JsonValue Array(ref Utf8JsonReader reader, JsonOrigin origin)
    {
        Open(origin.Offset, isObject: false);
        var numbers = new List<double>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number) numbers.Add(Number(ref reader));
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _open.Pop();
            return new(JsonKind.Array, numbers.ToArray(), 0, origin);
        }
        var items = new List<JsonValue>();
        var value = new JsonValue(JsonKind.Array, items, 0, origin);
        int[] offsets = numbers.Count == 0 ? [] : _text.ElementOffsets(origin.Offset, numbers.Count);
        for (int i = 0; i < numbers.Count; i++) items.Add(new(JsonKind.Number, null, numbers[i], new(_text, offsets[i], value, null, i)));
        do items.Add(Value(ref reader, value, null, items.Count));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray);
        _open.Pop();
        return value;
    }

    private double Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetDouble(out double value) && double.IsFinite(value)) return value;
        problems.Add(At((int)reader.TokenStartIndex), "a number too large for double precision", "a number between -1.8e308 and 1.8e308");
        return 0;
    }

    private string Text(ref Utf8JsonReader reader)
    {
        _string = (int)reader.TokenStartIndex;
        return reader.GetString()!;
    }

    private void Open(int offset, bool isObject)
    {
        if (_open.Count >= limits.MaxDepth) throw new TooDeepException(offset);
        _open.Push((offset, isObject));
    }

    private JsonValue At(int offset, JsonValue? parent = null) => new(JsonKind.Null, null, 0, new(_text, offset, parent?.Parent, parent?.Key, parent?.Index ?? 0));

    private sealed class TooDeepException(int offset) : Exception
    {
        internal int Offset => offset;
    }
}
