namespace Core;

/// <summary>What a JSON value is.</summary>
public enum JsonKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>Text.</summary>
    String,

    /// <summary>A list.</summary>
    Array,

    /// <summary>Members by name, in the order they were written.</summary>
    Object,
}

/// <summary>
/// A JSON value that knows where it was written. Immutable. An array of nothing but numbers is kept as <see cref="Numbers"/>
/// (8 bytes each); its elements become values only when asked for.
/// </summary>
public sealed class JsonValue
{
    private readonly JsonText _text;
    private readonly object? _content;
    private readonly double _number;
    private readonly JsonValue? _parent;
    private readonly string? _key;
    private readonly int _index;
    private int _offset;

    internal JsonValue(JsonKind kind, object? content, double number, in JsonOrigin origin)
    {
        (Kind, _content, _number) = (kind, content, number);
        (_text, _offset, _parent, _key, _index) = (origin.Text, origin.Offset, origin.Parent, origin.Key, origin.Index);
    }

    /// <summary>What this is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The number; 0 for other kinds.</summary>
    public double Number => _number;

    /// <summary>The truth value; false for other kinds.</summary>
    public bool Boolean => Kind == JsonKind.Boolean && _number != 0;

    /// <summary>The text; empty for other kinds.</summary>
    public string Text => Kind == JsonKind.String ? (string)_content! : "";

    /// <summary>All elements of an array that holds only numbers (also of an empty one); null otherwise. Not to be changed.</summary>
    public double[]? Numbers => _content as double[]
        ?? (_content is List<JsonValue> { Count: > 0 } items && items.TrueForAll(item => item.Kind == JsonKind.Number) ? [.. items.Select(item => item.Number)] : null);

    /// <summary>Elements of an array or members of an object; 0 for other kinds.</summary>
    public int Count => _content switch { double[] n => n.Length, List<JsonValue> items => items.Count, JsonMembers m => m.List.Count, _ => 0 };

    /// <summary>Elements of an array; nothing for other kinds.</summary>
    public IEnumerable<JsonValue> Items => Kind == JsonKind.Array ? Enumerable.Range(0, Count).Select(i => this[i]) : [];

    /// <summary>Members of an object in written order; nothing for other kinds. Each knows its <see cref="Key"/>.</summary>
    public IReadOnlyList<JsonValue> Members => _content is JsonMembers members ? members.List : [];

    /// <summary>Name of this member of an object; null for elements and the root.</summary>
    public string? Key => _key;

    /// <summary>The value this is in; null at the root.</summary>
    public JsonValue? Parent => _parent;

    /// <summary>Element of an array.</summary>
    public JsonValue this[int index] => _content is double[] numbers
        ? new(JsonKind.Number, null, numbers[index], new(_text, -1, this, null, index))
        : ((List<JsonValue>)_content!)[index];

    /// <summary>Member of an object, or null when there is none of that name (or this is no object).</summary>
    public JsonValue? this[string key] => _content is JsonMembers members && members.ByName.TryGetValue(key, out var value) ? value : null;

    /// <summary>Way from the root: <c>layers[1].units</c>; empty at the root.</summary>
    public string Path
    {
        get
        {
            var parts = new Stack<string>();
            for (var at = this; at._parent is not null; at = at._parent)
                parts.Push(at._key is null ? $"[{at._index}]" : at._parent._parent is null ? Shows(at._key) : "." + Shows(at._key));
            return string.Concat(parts);
        }
    }

    // A key may hold anything; a path is shown on one line.
    private static string Shows(string key) => key.Any(char.IsControl) ? JsonWriter.Quote(key) : key;

    /// <summary>Line, column and path.</summary>
    public Place Place
    {
        get
        {
            var (line, column) = _text.Position(Offset);
            return new(line, column, Path, _text.Source);
        }
    }

    /// <summary>Reads UTF-8 text into a tree; every problem found goes to <paramref name="problems"/>, and null comes back when there is no tree.</summary>
    /// <param name="utf8">The text; a byte order mark is skipped. The tree keeps it to tell lines and columns.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="limits">Size and depth; <see cref="JsonLimits.Default"/> when null.</param>
    /// <param name="source">Name of the text in places when it is not a file.</param>
    public static JsonValue? Parse(ReadOnlyMemory<byte> utf8, Problems problems, JsonLimits? limits = null, string? source = null) =>
        new JsonParser(utf8, problems, limits ?? JsonLimits.Default, source).Parse();

    /// <summary>Where this stands, for a value that takes its place.</summary>
    internal JsonOrigin Where => new(_text, Offset, _parent, _key, _index);

    /// <summary>The same value at the same place, as member <paramref name="key"/> of an object that was not written out.</summary>
    internal JsonValue Renamed(string key) => new(Kind, _content, _number, new(_text, Offset, _parent, key, 0));

    internal int Index => _index;

    internal int Offset
    {
        get
        {
            if (_offset < 0) _offset = _text.ElementOffsets(_parent!.Offset, _index + 1)[_index];
            return _offset;
        }
    }

    internal object? Content => _content;

    /// <summary>How the value is quoted in a message: short values as written, long ones by their beginning, containers by their kind and size.</summary>
    public string Shown => Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => Boolean ? "true" : "false",
        JsonKind.Number => Number.ToString("R"),
        JsonKind.String => JsonWriter.Quote(Text.Length <= 40 ? Text : Text[..(char.IsHighSurrogate(Text[38]) ? 38 : 39)] + "…"),
        JsonKind.Array => Count == 0 ? "an empty list" : $"a list of {Count}",
        _ => Count == 0 ? "an empty object" : "an object",
    };

    /// <summary>The tree as compact JSON.</summary>
    public override string ToString() => JsonWriter.Write(this);
}

/// <summary>Where a value stands.</summary>
internal readonly record struct JsonOrigin(JsonText Text, int Offset, JsonValue? Parent, string? Key, int Index);

/// <summary>Members of an object, in order and by name.</summary>
internal sealed class JsonMembers
{
    internal List<JsonValue> List { get; } = [];

    internal Dictionary<string, JsonValue> ByName { get; } = new(StringComparer.Ordinal);
}

/// <summary>How large and how deep a text may be.</summary>
/// <param name="MaxBytes">Bytes of the text.</param>
/// <param name="MaxDepth">Objects and arrays inside each other.</param>
public sealed record JsonLimits(long MaxBytes = 64L << 20, int MaxDepth = 64)
{
    /// <summary>64 MB, 64 levels.</summary>
    public static JsonLimits Default { get; } = new();

    /// <summary>The problem with a text of that many bytes, or null; lets a caller refuse a file before reading it.</summary>
    public Problem? TooLarge(long bytes) => bytes <= MaxBytes ? null : new(
        new(0, 0, ""), $"a file of {bytes} bytes", $"at most {MaxBytes} bytes ({MaxBytes >> 20} MB)", "keep large data in a CSV file or take fewer samples");
}
