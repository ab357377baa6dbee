using System.Text.Json.Nodes;

namespace Core;

/// <summary>
/// One of several objects, told apart by a field ("type"). A tag without required fields may be written as its name alone, and a number or list
/// as the field it stands for: <c>"adam"</c>, <c>32</c> for <c>{"type": "mini", "size": 32}</c>.
/// </summary>
public sealed class TaggedSpec : Spec
{
    private readonly Dictionary<string, ObjectSpec> _cases = [];
    private readonly Dictionary<JsonKind, (string Tag, string Field)> _shorthands = [];
    private readonly string? _defaultTag;

    /// <summary>An empty choice; add cases with <see cref="Case"/>.</summary>
    /// <param name="name">Heads the section in the documentation; used in messages.</param>
    /// <param name="doc">Text under that heading.</param>
    /// <param name="defaultTag">Tag of an object that states none; null = it must state one.</param>
    /// <param name="common">Fields of every case.</param>
    public TaggedSpec(string name, string doc, string? defaultTag = null, params Field[] common) =>
        (Name, Doc, _defaultTag, Common) = (name, doc, defaultTag, common);

    /// <summary>The field that tells the cases apart.</summary>
    public const string TagField = "type";

    /// <summary>Heads the section in the documentation; used in messages.</summary>
    public string Name { get; }

    /// <summary>Text under that heading.</summary>
    public string Doc { get; }

    /// <summary>Fields of every case.</summary>
    public IReadOnlyList<Field> Common { get; }

    /// <summary>Tags in the order they were added.</summary>
    public IReadOnlyCollection<string> Tags => _cases.Keys;

    /// <inheritdoc/>
    public override string Expected => $"{Name}: {(_shorthands.Count == 0 ? "" : string.Join(" or ", _shorthands.Select(Shorthand)) + " or ")}one of {string.Join(", ", Tags)}";

    /// <summary>Adds a case with its own fields (before the common ones).</summary>
    public TaggedSpec Case(string tag, string doc, params Field[] fields)
    {
        _cases.Add(tag, new($"{Name} {tag}", doc, [.. fields, .. Common], TagField));
        return this;
    }

    /// <summary>Lets a value of that kind stand for the case with this one field.</summary>
    public TaggedSpec Short(JsonKind kind, string tag, string field)
    {
        _shorthands.Add(kind, (tag, field));
        return this;
    }

    /// <summary>The object a tag stands for.</summary>
    public ObjectSpec this[string tag] => _cases[tag];

    /// <summary>Tag and fields of a checked value; null when the tag is missing or unknown.</summary>
    public (string Tag, FieldReader Fields)? Read(JsonValue value)
    {
        var whole = Expand(value);
        return TagOf(whole) is { } tag && _cases.TryGetValue(tag, out var spec) ? (tag, spec.Read(whole)) : null;
    }

    /// <inheritdoc/>
    public override void Check(JsonValue value, Problems problems)
    {
        if (!CheckKind(value, problems)) return;
        if (value.Kind == JsonKind.String)
        {
            if (!_cases.TryGetValue(value.Text, out var named)) Unknown(value, problems);
            else named.CheckMissing(value, problems, $"write {{\"{TagField}\": \"{value.Text}\", …}}");
            return;
        }
        var whole = Expand(value);
        var tag = whole[TagField];
        if (tag is null && _defaultTag is null) problems.Add(value, $"{Name} without \"{TagField}\"", $"\"{TagField}\": one of {string.Join(", ", Tags)}");
        else if (tag is not null && tag.Kind != JsonKind.String) problems.Add(tag, tag.Shown, $"one of {string.Join(", ", Tags)}");
        else if (!_cases.TryGetValue(tag?.Text ?? _defaultTag!, out var spec)) Unknown(tag!, problems);
        else spec.Check(whole, problems);
    }

    private void Unknown(JsonValue tag, Problems problems) =>
        problems.Add(tag, tag.Shown, $"{Name}: one of {string.Join(", ", Tags)}", Nearest.Of(tag.Text, Tags) is { } name ? $"did you mean \"{name}\"?" : null);

    /// <inheritdoc/>
    public override JsonValue Expand(JsonValue value)
    {
        if (value.Kind == JsonKind.String) return Wrap(value, [(TagField, value)]);
        return _shorthands.TryGetValue(value.Kind, out var to) ? Wrap(value, [(TagField, Tag(value, to.Tag)), (to.Field, value)]) : value;
    }

    /// <summary>An object in the place of <paramref name="value"/> whose members keep their own places, so that problems point at what was written.</summary>
    private static JsonValue Wrap(JsonValue value, IEnumerable<(string Name, JsonValue Value)> fields)
    {
        var members = new JsonMembers();
        foreach (var (name, field) in fields)
        {
            members.ByName.Add(name, field);
            members.List.Add(field.Renamed(name));
        }
        return new(JsonKind.Object, members, 0, value.Where);
    }

    private static JsonValue Tag(JsonValue value, string tag) => new(JsonKind.String, tag, 0, value.Where);

    private string? TagOf(JsonValue whole) => whole[TagField] is { } tag ? tag.Text : _defaultTag;

    private ObjectSpec? Chosen(JsonValue? value) =>
        value is null ? _defaultTag is null ? null : _cases[_defaultTag] : TagOf(Expand(value)) is { } tag ? _cases.GetValueOrDefault(tag) : null;

    /// <inheritdoc/>
    public override Spec? Member(JsonValue? value, string key) => key == TagField ? Choice([.. Tags])
        : Chosen(value)?.Member(value, key) ?? _cases.Values.Select(spec => spec.Member(null, key)).FirstOrDefault(spec => Chosen(value) is null && spec is not null);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names(JsonValue? value) => [TagField, .. Chosen(value)?.Names(value) ?? [.. _cases.Values.SelectMany(spec => spec.Names(null)).Distinct()]];

    /// <inheritdoc/>
    public override Spec? Element => _shorthands.TryGetValue(JsonKind.Array, out var to) ? _cases[to.Tag].Member(null, to.Field)?.Element : null;

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var alternatives = new JsonArray();
        var words = _cases.Where(pair => !pair.Value.Fields.Any(field => field.IsRequired)).Select(pair => (JsonNode)pair.Key).ToArray();
        if (words.Length > 0) alternatives.Add((JsonNode)new JsonObject { ["enum"] = new JsonArray(words) });
        foreach (var (tag, field) in _shorthands.Values) alternatives.Add((JsonNode)_cases[tag].Fields.Single(f => f.Name == field).Spec.Schema());
        foreach (var (tag, spec) in _cases)
        {
            var schema = spec.Schema(tag, tagRequired: tag != _defaultTag);
            if (spec.Doc.Length > 0) schema["description"] = spec.Doc;
            alternatives.Add((JsonNode)schema);
        }
        return new() { ["anyOf"] = alternatives };
    }

    internal override bool Takes(JsonKind kind) => kind is JsonKind.Object || (kind == JsonKind.String && _cases.Count > 0) || _shorthands.ContainsKey(kind);

    internal override IEnumerable<Spec> Parts => _cases.Values.SelectMany(spec => spec.Fields).Select(f => f.Spec);

    internal override string Markdown => $"[{Name}](#{SpecDocument.Anchor(Name)})";

    internal string? DefaultTag => _defaultTag;

    /// <summary>Name of a spec with the same cases, which the documentation lists only there; null = listed here.</summary>
    internal string? SameCasesAs { get; init; }

    internal string ShorthandNote => string.Concat(_shorthands.Select(pair => $" A{Shorthand(pair)[1..]} alone is `{pair.Value.Field}` of `\"{pair.Value.Tag}\"`."));

    private static string Shorthand(KeyValuePair<JsonKind, (string Tag, string Field)> pair) => pair.Key == JsonKind.Array ? "a list" : $"a {pair.Key.ToString().ToLowerInvariant()}";
}
