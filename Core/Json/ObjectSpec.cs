using System.Text.Json.Nodes;

namespace Core;

/// <summary>An object of exactly the stated fields.</summary>
public sealed class ObjectSpec : Spec
{
    private readonly Dictionary<string, Field> _byName;

    internal ObjectSpec(string name, string doc, IReadOnlyList<Field> fields, string? tagField = null)
    {
        (Name, Doc, Fields, TagField) = (name, doc, fields, tagField);
        _byName = fields.ToDictionary(field => field.Name);
    }

    /// <summary>Heads the section in the documentation; used in messages.</summary>
    public string Name { get; }

    /// <summary>Text under that heading.</summary>
    public string Doc { get; }

    /// <summary>Fields in the order of the documentation.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>A field that is allowed besides because it told that this spec is meant.</summary>
    internal string? TagField { get; }

    /// <inheritdoc/>
    public override string Expected => $"an object ({Name})";

    /// <inheritdoc/>
    public override void Check(JsonValue value, Problems problems)
    {
        if (!CheckKind(value, problems)) return;
        foreach (var member in value.Members)
            if (_byName.TryGetValue(member.Key!, out var field)) field.Spec.Check(value[member.Key!]!, problems); // Not the member: in a shorthand it has no place of its own.
            else if (member.Key != TagField)
                problems.Add(member, $"an unknown field {JsonWriter.Quote(member.Key!)}", $"a field of {Name}", Nearest.Advice(member.Key!, [.. _byName.Keys]));
        CheckMissing(value, problems, null);
    }

    internal void CheckMissing(JsonValue value, Problems problems, string? otherwise)
    {
        foreach (var field in Fields)
            if (field.IsRequired && value[field.Name] is null)
                problems.Add(value, $"{Name} without \"{field.Name}\"", $"\"{field.Name}\": {field.Spec.Expected}", otherwise);
    }

    /// <summary>The fields of a value, absent ones with their defaults. Never fails: a field of the wrong kind reads as its default.</summary>
    public FieldReader Read(JsonValue value) => new(value, this);

    /// <inheritdoc/>
    public override Spec? Member(JsonValue? value, string key) => _byName.GetValueOrDefault(key)?.Spec;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names(JsonValue? value) => [.. Fields.Select(field => field.Name)];

    /// <inheritdoc/>
    public override JsonObject Schema() => Schema(null);

    internal JsonObject Schema(string? tag, bool tagRequired = true)
    {
        var properties = new JsonObject();
        if (tag is not null) properties[TagField!] = new JsonObject { ["const"] = tag };
        foreach (var field in Fields)
        {
            var schema = field.Spec.Schema();
            schema["description"] = field.Doc;
            if (field.Default is not null) schema["default"] = JsonNode.Parse(field.Default);
            properties[field.Name] = schema;
        }
        var required = Fields.Where(field => field.IsRequired).Select(field => field.Name);
        if (tag is not null && tagRequired) required = required.Prepend(TagField!);
        var result = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Any()) result["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return result;
    }

    internal override bool Takes(JsonKind kind) => kind == JsonKind.Object;

    internal override IEnumerable<Spec> Parts => Fields.Select(f => f.Spec);

    internal override string Markdown => $"[{Name}](#{SpecDocument.Anchor(Name)})";
}
