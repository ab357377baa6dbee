using System.Text;
using System.Text.Json.Nodes;

namespace Core.Tests;

public class SpecTests
{
    private static readonly TaggedSpec Shape = new TaggedSpec("shape", "A shape.", "circle", Field.Optional("name", Spec.Text("a name", 1, 5), "Name."))
        .Case("circle", "Round.", Field.Optional("radius", Spec.Number(above: 0), "r.", "1"))
        .Case("box", "Square.", Field.Required("side", Spec.Integer(1, 9), "a."), Field.Optional("grid", Spec.Numbers(1, 2, "numbers"), "g."))
        .Case("point", "Small.")
        .Short(JsonKind.Number, "circle", "radius")
        .Short(JsonKind.Array, "box", "grid");

    private static readonly ObjectSpec Root = Spec.Object("drawing", "A drawing.",
        Field.Required("title", Spec.Bilingual(), "Title."),
        Field.Optional("shapes", Spec.List(Shape, "shapes", 1, 3), "Shapes."),
        Field.Optional("border", Shape, "Border.", "\"point\""),
        Field.Optional("mode", Spec.Choice("fast", "slow"), "Mode.", "\"fast\""),
        Field.Optional("width", Spec.Either(Spec.Number(0, 10), Spec.Boolean()), "Width."));

    private static string[] Check(string text)
    {
        var problems = new Problems();
        var tree = JsonValue.Parse(Encoding.UTF8.GetBytes(text), problems)!;
        Root.Check(tree, problems);
        return [.. problems.Select(problem => problem.ToString())];
    }

    private const string Title = "\"title\": {\"en\": \"a\", \"zh\": \"甲\"}";

    [Fact]
    public void AllProblemsAreReportedAtOnce() => Assert.Equal(
    [
        "line 2, column 12 (title): given text in two languages without \"zh\", expected \"zh\": text in Chinese",
        "line 3, column 12 (shape): given an unknown field \"shape\", expected a field of drawing; did you mean \"shapes\"?",
        "line 4, column 11 (mode): given \"fats\", expected one of fast, slow; did you mean \"fast\"?",
        "line 5, column 12 (width): given \"3\", expected a number from 0 to 10, or true or false; numbers stand without quotes",
        "line 6, column 24 (border.radius): given 0, expected a number above 0",
    ], Check("""
    {
      "title": {"en": "a"},
      "shape": 1,
      "mode": "fats",
      "width": "3",
      "border": {"radius": 0}
    }
    """));

    [Theory]
    [InlineData("[]", "line 1, column 1: given an empty list, expected an object (drawing)")]
    [InlineData("{}", "line 1, column 1: given drawing without \"title\", expected \"title\": an object (text in two languages)")]
    public void AWrongRootIsOneProblem(string text, string problem) => Assert.Equal([problem], Check(text));

    [Theory]
    [InlineData("\"box\"", "(border): given shape box without \"side\", expected \"side\": a whole number from 1 to 9; write {\"type\": \"box\", …}")]
    [InlineData("\"bos\"", "(border): given \"bos\", expected shape: one of circle, box, point; did you mean \"box\"?")]
    [InlineData("{\"type\": 3}", "(border.type): given 3, expected one of circle, box, point")]
    [InlineData("-2", "(border): given -2, expected a number above 0")]
    [InlineData("true", "(border): given true, expected shape: a number or a list or one of circle, box, point")]
    [InlineData("{\"type\": \"box\", \"side\": 1.5}", "(border.side): given 1.5, expected a whole number from 1 to 9")]
    [InlineData("{\"type\": \"box\", \"side\": 10}", "(border.side): given 10, expected a whole number of at most 9")]
    [InlineData("{\"type\": \"box\", \"side\": 1, \"radius\": 1}", "(border.radius): given an unknown field \"radius\", expected a field of shape box; possible here: side, grid, name")]
    [InlineData("{\"name\": \"abcdef\"}", "(border.name): given 6 characters, expected a name of at most 5 characters")]
    [InlineData("{\"name\": \"\"}", "(border.name): given \"\", expected a name, not empty")]
    [InlineData("{\"name\": null}", "(border.name): given null, expected a name; leave the field out")]
    [InlineData("{\"type\": \"box\", \"side\": 1, \"grid\": [[1, 2], [3]]}", "(border.grid[1]): given 1 entry, expected 2 like in the entries before; all rows have the same length")]
    [InlineData("{\"type\": \"box\", \"side\": 1, \"grid\": [[1, 2], 3]}", "(border.grid[1]): given 3, expected a row of 2 numbers; all entries have the shape of the first")]
    [InlineData("{\"type\": \"box\", \"side\": 1, \"grid\": [[1, \"NaN\"]]}", "(border.grid[0][1]): given \"NaN\", expected a number; only finite numbers can be given: correct the value or leave the sample out")]
    [InlineData("{\"type\": \"box\", \"side\": 1, \"grid\": []}", "(border.grid): given an empty list, expected numbers; state at least one number")]
    [InlineData("{\"type\": \"box\", \"side\": 1, \"grid\": [[[1]]]}", "(border.grid): given lists 3 deep, expected a plain list of numbers up to a list of rows; state numbers")]
    public void AWrongValueIsExplained(string border, string problem) =>
        Assert.EndsWith(problem, Assert.Single(Check($"{{{Title}, \"border\": {border}}}")));

    [Fact]
    public void AbsentFieldsReadAsTheirDefaults()
    {
        var (tag, fields) = Shape.Read(JsonValue.Parse("{}"u8.ToArray(), [])!)!.Value;
        Assert.Equal(("circle", 1, null), (tag, fields.Number("radius"), fields.TextOrNull("name")));
        Assert.Equal(2.5, Shape.Read(JsonValue.Parse("2.5"u8.ToArray(), [])!)!.Value.Fields.Number("radius"));
    }

    [Theory]
    [InlineData("{" + Title + "}")]
    [InlineData("{" + Title + ", \"shapes\": [\"circle\", 3, {\"type\": \"box\", \"side\": 2, \"grid\": [[1, 2]]}], \"border\": {\"radius\": 2}, \"width\": true}")]
    [InlineData("{" + Title + ", \"shapes\": []}")]
    [InlineData("{" + Title + ", \"border\": \"box\"}")]
    [InlineData("{" + Title + ", \"border\": {\"type\": \"box\", \"side\": 0}}")]
    [InlineData("{" + Title + ", \"width\": 11}")]
    [InlineData("{" + Title + ", \"mode\": \"medium\"}")]
    [InlineData("{" + Title + ", \"more\": 1}")]
    [InlineData("{\"title\": {\"en\": \"\", \"zh\": \"甲\"}}")]
    [InlineData("{}")]
    public void TheSchemaAcceptsWhatTheCheckAccepts(string text) =>
        Assert.Equal(Check(text).Length == 0, SchemaValidator.Accepts(SpecDocument.Schema(Root), JsonNode.Parse(text)));

    [Fact]
    public void TheDocumentationHasEachSectionOnceAndEveryField()
    {
        string text = SpecDocument.Markdown(Root);
        Assert.Equal(["## drawing", "## text in two languages", "## shape"], text.Split('\n').Where(line => line.StartsWith('#')));
        Assert.Contains("| `border` | [shape](#shape) | `\"point\"` | Border. |", text);
        Assert.Contains("| `\"box\"` | Square. | `side` (a whole number from 1 to 9; required) a.<br>`grid` (numbers; none) g. |", text);
    }

    [Theory]
    [InlineData("mode=slow", "mode", "\"slow\"")]
    [InlineData("width=7", "width", "7")]
    [InlineData("shapes[1].side=4", "shapes", "[\"circle\",{\"type\":\"box\",\"side\":4,\"grid\":[[1,2]]}]")]
    [InlineData("shapes[1].grid[0][1]=9", "shapes", "[\"circle\",{\"type\":\"box\",\"side\":2,\"grid\":[[1,9]]}]")]
    [InlineData("shapes[0].radius=4", "shapes", "[{\"type\":\"circle\",\"radius\":4},{\"type\":\"box\",\"side\":2,\"grid\":[[1,2]]}]")]
    [InlineData("shapes[0]=point", "shapes", "[\"point\",{\"type\":\"box\",\"side\":2,\"grid\":[[1,2]]}]")]
    [InlineData("border.radius=2", "border", "{\"radius\":2}")]
    [InlineData("title.en=x=y", "title", "{\"en\":\"x=y\",\"zh\":\"甲\"}")]
    public void AnOverrideChangesOnePlace(string assignment, string field, string expected)
    {
        var before = JsonValue.Parse(Encoding.UTF8.GetBytes("{" + Title + ", \"shapes\": [\"circle\", {\"type\": \"box\", \"side\": 2, \"grid\": [[1, 2]]}]}"), [])!;
        string old = before.ToString();
        var problems = new Problems();
        var after = Override.Apply(before, Root, assignment, problems)!;
        Assert.Empty(problems);
        Assert.Equal(expected, after[field]!.ToString());
        Assert.Equal(old, before.ToString());
        Root.Check(after, problems);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("moed=slow", "in moed=slow: given the key moed, expected a field of the whole instead of \"moed\"; did you mean \"mode\"?")]
    [InlineData("shapes[2].side=1", "in shapes[2].side=1: given index 2 in shapes, expected an index from 0 to 1, for shapes has 2")]
    [InlineData("title[0]=1", "in title[0]=1: given index 0 in title, expected a list, for title is an object")]
    [InlineData("mode.x=1", "in mode.x=1: given the key mode.x, expected an object at mode, which is \"fast\"")]
    [InlineData("mode", "in mode: given \"mode\", expected KEY=VALUE; for example optimizer.learningRate=0.1")]
    [InlineData("shapes[x]=1", "in shapes[x]=1: given the key \"shapes[x]\", expected names and indices such as layers[0].units")]
    [InlineData("shapes[1].sied=1", "in shapes[1].sied=1: given the key shapes[1].sied, expected a field of shapes[1] instead of \"sied\"; did you mean \"side\"?")]
    public void AWrongKeyIsExplained(string assignment, string problem)
    {
        var tree = JsonValue.Parse(Encoding.UTF8.GetBytes("{" + Title + ", \"mode\": \"fast\", \"shapes\": [\"circle\", {\"type\": \"box\", \"side\": 2}]}"), [])!;
        var problems = new Problems();
        Assert.Null(Override.Apply(tree, Root, assignment, problems));
        Assert.Equal(problem, Assert.Single(problems).ToString());
    }

    [Fact]
    public void NullRemovesAField()
    {
        var tree = JsonValue.Parse(Encoding.UTF8.GetBytes("{" + Title + ", \"mode\": \"slow\"}"), [])!;
        Assert.Null(Override.Apply(tree, Root, "mode=null", [])!["mode"]);
    }

    [Fact]
    public void AProblemWithAnOverriddenValueNamesTheOverride()
    {
        var tree = JsonValue.Parse(Encoding.UTF8.GetBytes("{" + Title + "}"), [])!;
        var problems = new Problems();
        Root.Check(Override.Apply(tree, Root, "width=11", problems, "--set width=11")!, problems);
        Assert.Equal("in --set width=11: given 11, expected a number from 0 to 10", Assert.Single(problems).ToString());
    }

    [Fact]
    public void ProblemsBeyondTheLimitAreCounted()
    {
        var problems = new Problems(2);
        for (int i = 0; i < 5; i++) problems.Add(new(new(1, i + 1, ""), "a", "b"));
        Assert.Equal("line 1, column 1: given a, expected b\nline 1, column 2: given a, expected b\nand 3 more: mend these first", problems.ToString());
    }
}
