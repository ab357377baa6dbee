namespace Core;

/// <summary>What came of reading a calculation file.</summary>
/// <param name="Items">The items in their order; null when anything is wrong.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record CalcResult(IReadOnlyList<CalcItem>? Items, Problems Problems);

/// <summary>
/// Rules outside a run, on given numbers: reads a file of items and computes each with the operations that train.
/// Never throws on input; numbers that overflow are results.
/// </summary>
public static class Calculator
{
    /// <summary>Reads UTF-8 JSON: an object with <c>items</c>, or the list of items alone.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="precision">Arithmetic of all items, whatever the file says; null = as the file says.</param>
    /// <param name="limits">Size and depth of the text.</param>
    public static CalcResult Read(ReadOnlyMemory<byte> utf8, Precision? precision = null, JsonLimits? limits = null)
    {
        var problems = new Problems();
        var tree = JsonValue.Parse(utf8, problems, limits);
        if (tree is null) return new(null, problems);
        CalcSpec.File.Check(tree, problems);
        var file = tree.Kind == JsonKind.Object ? CalcSpec.Root.Read(tree) : null;
        var list = tree.Kind == JsonKind.Array ? tree : file?["items"];
        var items = new List<CalcItem>();
        foreach (var value in list?.Items ?? [])
            if (CalcSpec.Bind(value, file, precision, problems) is { } item) items.Add(item);
        UniqueIds(list, problems);
        return new(problems.None ? items : null, problems);
    }

    /// <summary>The records of all items, in the order of the file; computed as they are asked for.</summary>
    public static IEnumerable<CalcRecord> Run(IEnumerable<CalcItem> items) => items.SelectMany(item => item.Run());

    private static void UniqueIds(JsonValue? list, Problems problems)
    {
        var seen = new HashSet<string>();
        foreach (var value in list?.Items ?? [])
            if (value["id"] is { Kind: JsonKind.String } id && !seen.Add(id.Text))
                problems.Add(id, $"the id {JsonWriter.Quote(id.Text)} a second time", "each id once", "records are told apart by their item's id");
    }
}
