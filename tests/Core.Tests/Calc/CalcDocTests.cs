using System.Text.Json.Nodes;

namespace Core.Tests;

public class CalcDocTests
{
    private const string Mark = "<!-- reference -->\n";

    private static string DocPath
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Sim.sln"))) folder = folder.Parent!;
            return Path.Combine(folder.FullName, "docs", "calc.md");
        }
    }

    /// <summary>Every <c>```json</c> block of docs/calc.md with the results that stand below it.</summary>
    internal static (string Json, string Results)[] Blocks =>
        [.. File.ReadAllText(DocPath).Split("```json\n").Skip(1).Select(part => (Before(part, "```"), Before(part.Split("```text\n")[1], "```")))];

    private static string Before(string text, string end) => text[..text.IndexOf(end, StringComparison.Ordinal)];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Blocks.Length)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExampleGivesTheResultsBelowIt(int example)
    {
        var (json, results) = Blocks[example];
        var actual = string.Concat(Calc.Run(json).Select(record => $"{record}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(DocPath, File.ReadAllText(DocPath).Replace(json + "```\n\n```text\n" + results + "```", json + "```\n\n```text\n" + actual + "```"));
        else Assert.Equal(results, actual);
    }

    [Fact]
    public void EveryExampleFitsTheSchema()
    {
        var schema = SpecDocument.Schema(CalcSpec.Root);
        foreach (var (json, _) in Blocks)
        {
            var node = JsonNode.Parse(json)!;
            if (node is JsonArray) node = new JsonObject { ["items"] = node };
            Assert.True(SchemaValidator.Accepts(schema, node), json);
        }
    }

    [Fact]
    public void EveryKindOfItemHasAnExample()
    {
        var shown = string.Concat(Blocks.Select(block => block.Json));
        Assert.All(CalcSpec.Item.Tags, tag => Assert.Contains($"\"type\": \"{tag}\"", shown));
    }

    [Fact]
    public void TheReferenceIsTheOneOfTheSpecification()
    {
        string doc = File.ReadAllText(DocPath);
        string expected = doc[..(doc.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)] + "\n" + SpecDocument.Markdown(CalcSpec.Root, 3);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(DocPath, doc = expected);
        Assert.True(doc == expected, "docs/calc.md is not current: run the tests once with UPDATE_DOCS=1");
    }
}
