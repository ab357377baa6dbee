using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class ExperimentFuzzTests
{
    private static readonly string[] Files = ExperimentDocTests.Texts;

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-1", "1e9", "1e400", "null", "true", "\"NaN\"", "NaN", "西", "\u0000", "\"type\"", "[[1]]", "{\"type\": \"given\"}", "\"csv\"", " "];

    private static readonly JsonObject Schema = SpecDocument.Schema(ExperimentSpec.Root);

    private static readonly Gen<string> Mutated =
        from file in Gen.Elements(Files)
        from edits in (from at in Gen.Choose(0, 1 << 20) from length in Gen.Choose(0, 6) from piece in Gen.Elements(Pieces) select (at, length, piece)).ListOf()
        select edits.Take(4).Aggregate(file, (text, edit) =>
        {
            int start = edit.at % (text.Length + 1);
            return text[..start] + edit.piece + text[Math.Min(text.Length, start + edit.length)..];
        });

    /// <summary>Replaces one value anywhere in the tree by another, so that the text stays JSON.</summary>
    private static readonly Gen<string> Replaced =
        from file in Gen.Elements(Files)
        from at in Gen.Choose(0, 1 << 20)
        from value in Gen.Elements("0", "-1", "1.5", "1e9", "null", "true", "\"\"", "\"NaN\"", "\"adam\"", "[]", "[0]", "[[1, 2], [3, 4]]", "[[[1]]]", "{}", "{\"type\": \"given\"}", "{\"type\": \"lcg\"}", "[{}]", "{\"x\": 1}",
            "3", "[2, 1, 0]", "\"one_hot\"", "\"plus_minus_one\"", "\"mse\"", "\"softmax_ce\"", "\"bce\"", "\"softmax\"", "\"sigmoid\"", "\"full\"", "{\"type\": \"xor\"}", "{\"type\": \"bowl\"}",
            "{\"type\": \"line\", \"n\": 7}", "{\"type\": \"noise\", \"n\": 9, \"shape\": [2], \"classes\": 3}", "{\"size\": 2, \"stratified\": true}", "{\"validation\": 0.3, \"stratified\": true}")
        from again in Gen.Choose(0, 1 << 20)
        from twice in Gen.Elements(false, false, true)
        select twice ? Replace(Replace(file, at, value), again, value) : Replace(file, at, value);

    private static string Replace(string file, int at, string value)
    {
        var root = JsonNode.Parse(file)!;
        var places = new List<JsonNode>();
        Collect(root, places);
        var place = places[at % places.Count];
        place.ReplaceWith(JsonNode.Parse(value));
        return root.ToJsonString();
    }

    private static void Collect(JsonNode node, List<JsonNode> places)
    {
        var children = node is JsonObject o ? o.Select(pair => pair.Value).OfType<JsonNode>() : node is JsonArray a ? a.OfType<JsonNode>() : [];
        foreach (var child in children.ToArray())
        {
            places.Add(child);
            Collect(child, places);
        }
    }

    private static bool IsAnswered(string text)
    {
        var (experiment, problems) = ExperimentReader.Read(Encoding.UTF8.GetBytes(text));
        return experiment is null == problems.Count > 0
            && problems.All(problem => problem.Given.Length > 0 && problem.Expected.Length > 0 && !problem.ToString().Contains("\n"));
    }

    [Fact]
    public void AKeyWithALineBreakIsShownOnOneLine() =>
        Assert.True(IsAnswered("""{"data": {"type": "xor"}, "layers": [{"units": 1}], "optimizer": {"type": "sgd", "learn\ngRate": 0.5}}"""));

    [Fact]
    public void AMutatedFileIsReadOrExplained() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(800), Prop.ForAll(Arb.From(Mutated), IsAnswered));

    [Fact]
    public void AFileWithAStrangeValueIsReadOrExplained() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(800), Prop.ForAll(Arb.From(Replaced), IsAnswered));

    [Fact]
    public void TheSchemaAcceptsEveryFileThatIsRead() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(Replaced), text =>
            ExperimentReader.Read(Encoding.UTF8.GetBytes(text)).Experiment is null || SchemaValidator.Accepts(Schema, JsonNode.Parse(text))));

    [Fact]
    public void AnyOverrideIsAppliedOrExplained()
    {
        var assignments =
            from key in Gen.Elements("data", "data.labels", "layers", "layers[0]", "layers[0].activation", "layers[0].initialWeights", "layers[0].initialWeights[0]", "layers[0].initialWeights[0][1]", "loss", "batches",
                "batches[0]", "batches.size", "optimizer.learningRate", "schedule", "schedule.warmup.steps", "length.updates", "earlyStopping", "x", "layers[9]", "seed[0]", "", "[0]", "..")
            from value in Gen.Elements("0", "-1", "1.5", "null", "text", "[]", "[[1, 2]]", "{}", "{\"type\": \"given\"}", "NaN", "\"")
            from file in Gen.Elements(Files)
            select (file, assignment: $"{key}={value}");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(assignments), given =>
        {
            var (experiment, problems) = ExperimentReader.Read(Encoding.UTF8.GetBytes(given.file), [given.assignment]);
            return experiment is null == problems.Count > 0;
        }));
    }

    /// <summary>What the reader lets through can be compiled and trained.</summary>
    [Fact]
    public void AFileThatIsReadTrains() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(Replaced), text =>
        {
            var (experiment, _) = ExperimentReader.Read(Encoding.UTF8.GetBytes(text), limits: new(MaxMemory: 1 << 20));
            if (experiment is null || experiment.Data.Source is CsvSettings) return true;
            using var program = Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
            if (program.LastUpdate > 0) program.Train();
            return true;
        }));
}
