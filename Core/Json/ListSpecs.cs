using System.Text.Json.Nodes;

namespace Core;

internal sealed class ListSpec(Spec element, string what, int min, int max) : Spec
{
    public override string Expected => max == int.MaxValue
        ? min == 0 ? $"a list of {what}" : min == 1 ? $"a list of {what}, not empty" : $"a list of at least {min} {what}"
        : min == max ? $"a list of {min} {what}" : $"a list of {min} to {max} {what}";

    public override Spec Element => element;

    public override void Check(JsonValue value, Problems problems)
    {
        if (!CheckKind(value, problems)) return;
        if (value.Count < min || value.Count > max) problems.Add(value, value.Shown, Expected);
        foreach (var item in value.Items) element.Check(item, problems);
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = element.Schema() };
        if (min > 0) schema["minItems"] = min;
        if (max < int.MaxValue) schema["maxItems"] = max;
        return schema;
    }

    internal override bool Takes(JsonKind kind) => kind == JsonKind.Array;

    internal override string Markdown => $"list of {(element.Parts.Any() || element is ObjectSpec or ChoiceSpec ? element.Markdown : what)}";
}

internal sealed class NumbersSpec(int minRank, int maxRank, string what) : Spec
{
    public override string Expected => what;

    public override Spec Element => maxRank == 1 ? Number() : new NumbersSpec(Math.Max(1, minRank - 1), maxRank - 1, "a row of numbers");

    public override void Check(JsonValue value, Problems problems)
    {
        if (CheckKind(value, problems)) Read(value, problems);
    }

    /// <summary>The numbers, or null with every problem reported.</summary>
    internal GivenValues? Read(JsonValue value, Problems problems)
    {
        int before = problems.Count + problems.Left;
        int[] shape = Shape(value);
        if (shape.Contains(0)) problems.Add(value, shape is [0] ? "an empty list" : "lists without numbers", what, "state at least one number");
        else if (shape.Length < minRank || shape.Length > maxRank)
            problems.Add(value, Depth(shape.Length), minRank == maxRank ? Depth(minRank) : $"{Depth(minRank)} up to {Depth(maxRank)}", $"state {what}");
        else
        {
            var rows = new List<double[]>();
            Collect(value, shape, rows, problems);
            if (problems.Count + problems.Left == before) return new(shape, [.. rows]);
        }
        return null;
    }

    private static string Depth(int rank) => rank switch { 1 => "a plain list of numbers", 2 => "a list of rows", _ => $"lists {rank} deep" };

    /// <summary>Sizes along the first element of each level.</summary>
    private static int[] Shape(JsonValue value)
    {
        var shape = new List<int>();
        for (var at = value; at is not null && at.Kind == JsonKind.Array; at = at.Numbers is null ? at[0] : null) shape.Add(at.Count);
        return [.. shape];
    }

    private static void Collect(JsonValue value, ReadOnlySpan<int> shape, List<double[]> rows, Problems problems)
    {
        if (value.Kind != JsonKind.Array)
            problems.Add(value, value.Shown, shape.Length == 1 ? $"a row of {shape[0]} numbers" : $"a list of {shape[0]}", "all entries have the shape of the first");
        else if (value.Count != shape[0])
            problems.Add(value, Counted(value.Count), $"{shape[0]} like in the entries before", "all rows have the same length");
        else if (shape.Length > 1)
            foreach (var item in value.Items) Collect(item, shape[1..], rows, problems);
        else rows.Add(value.Numbers ?? Row(value, problems));
    }

    private static double[] Row(JsonValue value, Problems problems)
    {
        foreach (var item in value.Items)
            if (item.Kind != JsonKind.Number)
                problems.Add(item, item.Shown, "a number", item.Text is "NaN" or "Infinity" or "-Infinity" ? "only finite numbers can be given: correct the value or leave the sample out" : null);
        return [.. value.Items.Select(item => item.Number)];
    }

    private static string Counted(int count) => count == 1 ? "1 entry" : $"{count} entries";

    public override JsonObject Schema() => minRank == maxRank ? OfRank(minRank)
        : new() { ["anyOf"] = new JsonArray([.. Enumerable.Range(minRank, maxRank - minRank + 1).Select(OfRank)]) };

    private static JsonObject OfRank(int rank) => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = rank == 1 ? new JsonObject { ["type"] = "number" } : OfRank(rank - 1),
    };

    internal override bool Takes(JsonKind kind) => kind == JsonKind.Array;

    internal override IEnumerable<Spec> Parts => [];
}

internal sealed class EitherSpec : Spec
{
    private readonly Spec[] _alternatives;

    internal EitherSpec(Spec[] alternatives)
    {
        _alternatives = alternatives;
        foreach (var kind in Enum.GetValues<JsonKind>())
            if (alternatives.Count(spec => spec.Takes(kind)) > 1)
                throw new ArgumentException($"given two alternatives for {kind}, expected each kind of value at most once");
    }

    public override string Expected => string.Join(", or ", _alternatives.Select(spec => spec.Expected));

    public override Spec? Element => _alternatives.Select(spec => spec.Element).FirstOrDefault(element => element is not null);

    public override void Check(JsonValue value, Problems problems)
    {
        if (CheckKind(value, problems)) Chosen(value)!.Check(value, problems);
    }

    public override Spec? Member(JsonValue? value, string key) => Chosen(value)?.Member(value, key);

    public override IReadOnlyList<string> Names(JsonValue? value) => Chosen(value)?.Names(value) ?? [];

    public override JsonValue Expand(JsonValue value) => Chosen(value)?.Expand(value) ?? value;

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray([.. _alternatives.Select(spec => spec.Schema())]) };

    internal override bool Takes(JsonKind kind) => _alternatives.Any(spec => spec.Takes(kind));

    internal override IEnumerable<Spec> Parts => _alternatives.Where(spec => spec is ObjectSpec or TaggedSpec || spec.Parts.Any());

    internal override string Markdown => string.Join(", or ", _alternatives.Select(spec => spec.Markdown));

    private Spec? Chosen(JsonValue? value) => _alternatives.FirstOrDefault(spec => spec.Takes(value?.Kind ?? JsonKind.Object));
}
