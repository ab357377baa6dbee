using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Core.Tests;

/// <summary>The part of JSON Schema 2020-12 that our schemas use, written from the standard and knowing nothing of <see cref="Spec"/>.</summary>
internal static class SchemaValidator
{
    private static readonly HashSet<string> Annotations = ["$schema", "title", "description", "default"];

    internal static bool Accepts(JsonNode schema, JsonNode? value)
    {
        foreach (var (keyword, rule) in schema.AsObject())
            if (!Annotations.Contains(keyword) && !Holds(keyword, rule!, schema, value)) return false;
        return true;
    }

    private static bool Holds(string keyword, JsonNode rule, JsonNode schema, JsonNode? value) => keyword switch
    {
        "type" => Type(value) == (string?)rule || ((string?)rule == "number" && Type(value) == "integer"),
        "enum" => rule.AsArray().Any(word => JsonNode.DeepEquals(word, value)),
        "const" => JsonNode.DeepEquals(rule, value),
        "anyOf" => rule.AsArray().Any(alternative => Accepts(alternative!, value)),
        "minimum" => Type(value) is not ("integer" or "number") || Number(value) >= Number(rule),
        "maximum" => Type(value) is not ("integer" or "number") || Number(value) <= Number(rule),
        "exclusiveMinimum" => Type(value) is not ("integer" or "number") || Number(value) > Number(rule),
        "exclusiveMaximum" => Type(value) is not ("integer" or "number") || Number(value) < Number(rule),
        "minLength" => Type(value) != "string" || ((string)value!).EnumerateRunes().Count() >= (int)rule,
        "maxLength" => Type(value) != "string" || ((string)value!).EnumerateRunes().Count() <= (int)rule,
        "pattern" => Type(value) != "string" || Regex.IsMatch((string)value!, (string)rule!),
        "minItems" => value is not JsonArray list || list.Count >= (int)rule,
        "maxItems" => value is not JsonArray list || list.Count <= (int)rule,
        "items" => value is not JsonArray list || list.All(item => Accepts(rule, item)),
        "required" => value is not JsonObject o || rule.AsArray().All(name => o.ContainsKey((string)name!)),
        "properties" => value is not JsonObject o || rule.AsObject().All(pair => !o.ContainsKey(pair.Key) || Accepts(pair.Value!, o[pair.Key])),
        "additionalProperties" => (bool)rule ? true : value is not JsonObject o || o.All(pair => schema["properties"]!.AsObject().ContainsKey(pair.Key)),
        _ => throw new ArgumentException($"given keyword {keyword}, expected one of draft 2020-12 that this validator knows"),
    };

    private static double Number(JsonNode? value) => double.Parse(value!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string Type(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.String => "string",
        _ => Number(value) == Math.Floor(Number(value)) ? "integer" : "number",
    };
}
