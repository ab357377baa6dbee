using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class CalcFuzzTests
{
    private static readonly string[] Files = [.. CalcDocTests.Blocks.Select(block => block.Json)];

    private static readonly string[] Pieces = ["{", "}", "[", "]", ",", "\"", "0", "-1", "2", "1e9", "1e300", "null", "\"NaN\"", "西", "\"type\"", "[[1]]", "{}", " "];

    private static readonly Gen<string> Mutated =
        from file in Gen.Elements(Files)
        from edits in (from at in Gen.Choose(0, 1 << 20) from length in Gen.Choose(0, 3) from piece in Gen.Elements(Pieces) select (at, length, piece)).ListOf()
        select edits.Take(3).Aggregate(file, (text, edit) =>
        {
            int start = edit.at % (text.Length + 1);
            return text[..start] + edit.piece + text[Math.Min(text.Length, start + edit.length)..];
        });

    /// <summary>Replaces one or two values anywhere by others, so that the text stays JSON and often stays legal.</summary>
    private static readonly Gen<string> Replaced =
        from file in Gen.Elements(Files)
        from changes in (from at in Gen.Choose(0, 1 << 20)
                         from value in Gen.Elements("0", "-1", "1.5", "2", "3", "1e9", "1e300", "-1e300", "null", "true", "\"\"", "\"double\"", "\"softmax\"", "\"multi_label\"", "\"roc\"", "[]", "[0]", "[1, 0]", "[2, 3]", "[[1, 0], [0, 1]]", "[[[1]]]", "{}")
                         select (at, value)).ListOf()
        select changes.Take(2).Aggregate(file, (text, change) => Replace(text, change.at, change.value));

    private static string Replace(string file, int at, string value)
    {
        var root = JsonNode.Parse(file)!;
        var places = new List<JsonNode>();
        Collect(root, places);
        if (places.Count > 0) places[at % places.Count].ReplaceWith(JsonNode.Parse(value));
        return root.ToJsonString();
    }

    private static void Collect(JsonNode node, List<JsonNode> places)
    {
        var children = node is JsonObject o ? o.Select(pair => pair.Value) : node is JsonArray a ? a.AsEnumerable() : [];
        foreach (var child in children.OfType<JsonNode>().ToArray())
        {
            places.Add(child);
            Collect(child, places);
        }
    }

    /// <summary>Explained, or computed to records whose values fill their shapes.</summary>
    private static bool IsAnswered(string text)
    {
        var (items, problems) = Calculator.Read(Encoding.UTF8.GetBytes(text));
        if (items is null) return problems.Count > 0 && problems.All(problem => problem.Given.Length > 0 && problem.Expected.Length > 0 && !problem.ToString().Contains('\n'));
        return problems.None && Calculator.Run(items).All(record => record.Values.Length == record.Shape.Aggregate(1, (product, size) => product * size));
    }

    [Fact]
    public void AMutatedFileIsComputedOrExplained() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Arb.From(Mutated), IsAnswered));

    [Fact]
    public void AFileWithStrangeValuesIsComputedOrExplained() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Arb.From(Replaced), IsAnswered));

    [Fact]
    public void TheSchemaAcceptsEveryFileThatIsRead()
    {
        var schema = SpecDocument.Schema(CalcSpec.Root);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(Replaced), text =>
            Calculator.Read(Encoding.UTF8.GetBytes(text)).Items is null
            || SchemaValidator.Accepts(schema, JsonNode.Parse(text) is JsonArray list ? new JsonObject { ["items"] = list.DeepClone() } : JsonNode.Parse(text))));
    }
}
