using System.Text;
using System.Text.Json.Nodes;

namespace Core.Tests;

public class ExperimentDocTests
{
    private const string Mark = "<!-- reference -->\n";

    private static string DocPath
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Sim.sln"))) folder = folder.Parent!;
            return Path.Combine(folder.FullName, "docs", "experiment.md");
        }
    }

    /// <summary>Every <c>```json</c> block of docs/experiment.md.</summary>
    internal static string[] Texts =>
        [.. File.ReadAllText(DocPath).Split("```json\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];

    public static TheoryData<string> Examples => [.. Texts];

    [Theory]
    [MemberData(nameof(Examples))]
    public void EveryExampleOfTheDocumentationIsAnExperiment(string text)
    {
        var (experiment, problems) = ExperimentReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal("", problems.ToString());
        Assert.NotNull(experiment);
        Assert.True(SchemaValidator.Accepts(SpecDocument.Schema(ExperimentSpec.Root), JsonNode.Parse(text)), "the schema refuses it");
    }

    [Fact]
    public void ThereAreAtLeastSixExamples() => Assert.True(Texts.Length >= 6);

    [Fact]
    public void TheReferenceIsTheOneOfTheSpecification()
    {
        string doc = File.ReadAllText(DocPath);
        string expected = doc[..(doc.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)] + "\n" + SpecDocument.Markdown(ExperimentSpec.Root, 3);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(DocPath, doc = expected);
        Assert.True(doc == expected, "docs/experiment.md is not current: run the tests once with UPDATE_DOCS=1");
    }

    [Fact]
    public void TheSchemaUsesOnlyKeywordsOfTheDraft()
    {
        var schema = SpecDocument.Schema(ExperimentSpec.Root);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal(["data", "layers", "loss"], schema["required"]!.AsArray().Select(name => (string)name!));
        WellFormed(schema);
    }

    private static void WellFormed(JsonNode schema)
    {
        foreach (var (keyword, value) in schema.AsObject())
            switch (keyword)
            {
                case "properties":
                    foreach (var (_, property) in value!.AsObject()) WellFormed(property!);
                    break;
                case "anyOf":
                    Assert.NotEmpty(value!.AsArray());
                    foreach (var alternative in value.AsArray()) WellFormed(alternative!);
                    break;
                case "items": WellFormed(value!); break;
                case "type": Assert.Contains((string)value!, new[] { "object", "array", "string", "number", "integer", "boolean" }); break;
                case "enum" or "required": Assert.Equal(value!.AsArray().Count, value.AsArray().Select(word => (string)word!).Distinct().Count()); break;
                case "additionalProperties": Assert.False((bool)value!); break;
                default: Assert.Contains(keyword, new[] { "$schema", "title", "description", "default", "const", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "minLength", "maxLength" }); break;
            }
    }
}
