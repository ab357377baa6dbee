using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Core;

internal sealed class NumberSpec(double? min, double? max, double? above, double? below) : Spec
{
    public override string Expected => (min ?? above, max ?? below) switch
    {
        (null, null) => "a number",
        ({ } low, null) => above is null ? $"a number of at least {low:R}" : $"a number above {low:R}",
        (null, { } high) => below is null ? $"a number of at most {high:R}" : $"a number below {high:R}",
        ({ } low, { } high) => $"a number {(above is null ? "from" : "above")} {low:R} {(below is null ? "to" : above is null ? "to below" : "and below")} {high:R}",
    };

    public override void Check(JsonValue value, Problems problems)
    {
        if (!CheckKind(value, problems)) return;
        double number = value.Number;
        if (number < min || number > max || number <= above || number >= below) problems.Add(value, value.Shown, Expected);
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "number" };
        if (min is not null) schema["minimum"] = min;
        if (max is not null) schema["maximum"] = max;
        if (above is not null) schema["exclusiveMinimum"] = above;
        if (below is not null) schema["exclusiveMaximum"] = below;
        return schema;
    }

    internal override bool Takes(JsonKind kind) => kind == JsonKind.Number;
}

internal sealed class IntegerSpec(long min, long max) : Spec
{
    public override string Expected =>
        min == int.MinValue && max == int.MaxValue ? "a whole number"
        : max >= int.MaxValue ? $"a whole number of at least {min}"
        : $"a whole number from {min} to {max}";

    public override void Check(JsonValue value, Problems problems)
    {
        if (!CheckKind(value, problems)) return;
        if (value.Number > max && value.Number == Math.Floor(value.Number)) problems.Add(value, value.Shown, $"a whole number of at most {max}");
        else if (value.Number != Math.Floor(value.Number) || value.Number < min) problems.Add(value, value.Shown, Expected);
    }

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };

    internal override bool Takes(JsonKind kind) => kind == JsonKind.Number;
}

internal sealed class BooleanSpec : Spec
{
    public override string Expected => "true or false";

    public override void Check(JsonValue value, Problems problems) => CheckKind(value, problems);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    internal override bool Takes(JsonKind kind) => kind == JsonKind.Boolean;
}

internal sealed class TextSpec(string what, int minLength, int maxLength, string? pattern) : Spec
{
    private readonly Regex? _pattern = pattern is null ? null : new($"^(?:{pattern})$", RegexOptions.CultureInvariant);

    public override string Expected => what;

    public override void Check(JsonValue value, Problems problems)
    {
        if (!CheckKind(value, problems)) return;
        int length = value.Text.EnumerateRunes().Count();
        if (length < minLength) problems.Add(value, value.Shown, minLength == 1 ? $"{what}, not empty" : $"{what} of at least {minLength} characters");
        else if (length > maxLength) problems.Add(value, $"{length} characters", $"{what} of at most {maxLength} characters");
        else if (_pattern is not null && !_pattern.IsMatch(value.Text)) problems.Add(value, value.Shown, what);
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (minLength > 0) schema["minLength"] = minLength;
        if (maxLength < int.MaxValue) schema["maxLength"] = maxLength;
        if (pattern is not null) schema["pattern"] = $"^(?:{pattern})$";
        return schema;
    }

    internal override bool Takes(JsonKind kind) => kind == JsonKind.String;
}

internal sealed class ChoiceSpec(string[] words, string? pattern = null) : Spec
{
    private readonly Regex? _pattern = pattern is null ? null : new($"^(?:{pattern})$", RegexOptions.CultureInvariant);

    public override string Expected => words.Length == 1 ? $"\"{words[0]}\"" : $"one of {string.Join(", ", words)}";

    public override void Check(JsonValue value, Problems problems)
    {
        if (CheckKind(value, problems) && !words.Contains(value.Text) && _pattern?.IsMatch(value.Text) != true)
            problems.Add(value, value.Shown, Expected, Nearest.Of(value.Text, words) is { } name ? $"did you mean \"{name}\"?" : null);
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
        return pattern is null ? schema : new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "string", ["pattern"] = $"^(?:{pattern})$" }) };
    }

    internal override bool Takes(JsonKind kind) => kind == JsonKind.String;

    internal override string Markdown => string.Join(", ", words.Select(word => $"`\"{word}\"`"));
}

internal sealed class AnySpec(string what) : Spec
{
    public override string Expected => what;

    public override void Check(JsonValue value, Problems problems)
    {
    }

    public override JsonObject Schema() => [];

    internal override bool Takes(JsonKind kind) => true;
}
