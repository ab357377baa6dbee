using System.Text;

namespace Lessons.Tests;

public class CheckerTests
{
    [Fact]
    public void The_worked_example_passes()
    {
        var result = Check(LessonDocTests.Example);
        Assert.Equal("", string.Join('\n', result.Findings));
        Assert.Equal((1, 5, 3, 2), (result.Lessons, result.Scenes, result.Questions, result.Claims));
        Assert.True(result.Answers >= 7, $"{result.Answers} answers");
    }

    // Every update halves the distance to 2: after 20 of them it is 2·2⁻²⁰ = 1.907e−6.
    [Fact]
    public void A_claim_is_measured_in_numbers()
    {
        var measured = Check(LessonDocTests.Example).Measured.Single(claim => claim.Claim.Variant is null);
        Assert.Equal(("doubling", "20", true), (measured.Lesson, measured.At, measured.Holds));
        Assert.Equal("|2 − 2| = 1.907e−6 < 0.0001", measured.Parts[0]);
    }

    [Fact]
    public void The_scaffold_passes()
    {
        var result = Check(LessonScaffold.Text("my-lesson"));
        Assert.Equal("", string.Join('\n', result.Findings));
        Assert.Equal((3, 2, 1), (result.Scenes, result.Questions, result.Claims));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../x")]
    public void The_scaffold_wants_an_id(string id) => Assert.Throws<ArgumentException>(() => LessonScaffold.Text(id));

    [Fact]
    public void Every_rule_is_in_the_documentation()
    {
        foreach (var (name, demands) in LessonRules.All) Assert.Contains($"| `{name}` | {demands} |", LessonDocTests.Doc);
    }

    [Fact]
    public void Findings_tell_lesson_and_scene()
    {
        var finding = Assert.Single(Check(LessonDocTests.Example.Replace("\"at\": \"1:loss\"", "\"at\": \"21\"")).Findings, finding => finding.Rule == "scene");
        Assert.Equal(("doubling", "loss"), (finding.Lesson, finding.Scene));
        Assert.Contains("update 21 is outside the run, which has 20 updates", finding.ToString());
        Assert.True(finding.Problem.Place is { Line: > 30, Column: > 1 });
    }

    [Fact]
    public void All_problems_are_found_at_once()
    {
        var broken = LessonDocTests.Example.Replace("\"minutes\": 5", "\"minutes\": 0").Replace("\"right\": \"variant(edge, loss) < loss\"", "\"right\": \"true\"")
            .Replace("\"holds\": \"abs(layer1.weight[0,0] - 2) < 1e-4\"", "\"holds\": \"loss > 1\"").Replace("\"zh\": \"它学会了。\"", "\"zh\": []");
        var rules = Check(broken).Findings.Select(finding => finding.Rule).ToHashSet();
        Assert.Superset(new HashSet<string> { "format", "question", "claim" }, rules);
    }

    [Fact]
    public void Data_that_cannot_be_read_is_told()
    {
        var broken = LessonDocTests.Example.Replace("""{"inputs": [[1], [2]], "targets": [2, 4]}""", """{"type": "csv", "path": "x.csv", "target": "y", "targetKind": "numbers"}""");
        Assert.Contains(Check(broken).Findings, finding => finding.Rule == "data" && finding.ToString().Contains("x.csv"));
    }

    [Fact]
    public void The_fit_needs_one_input_and_one_output()
    {
        var two = LessonDocTests.Example.Replace("\"panels\": [\"network\", \"data\"]", "\"panels\": [\"fit\"]");
        Assert.DoesNotContain(Check(two).Findings, finding => finding.Rule == "picture");
        two = two.Replace("\"inputs\": [[1], [2]]", "\"inputs\": [[1, 0], [2, 0]]").Replace("[[0]]", "[[0, 0]]");
        Assert.Contains(Check(two).Findings, finding => finding.Rule == "picture" && finding.ToString().Contains("fit for 2 inputs"));
    }

    [Fact]
    public void Values_of_a_sweep_between_whole_ends_are_whole()
    {
        var sweep = SweepAxis.Range("seed", 1, 24, 24, false);
        Assert.Equal(Enumerable.Range(1, 24).Select(value => (double)value), sweep.Numbers);
    }

    [Fact]
    public void Lessons_may_build_on_a_library()
    {
        var library = LessonReader.Read(Encoding.UTF8.GetBytes(LessonDocTests.Example)).Book!;
        var own = LessonScaffold.Text("own").Replace("\"minutes\": 5,", "\"minutes\": 5, \"needs\": [\"doubling\"], \"terms\": [\"learning-rate\"],");
        Assert.NotEmpty(Check(own).Findings);
        Assert.Empty(LessonChecker.Check(Encoding.UTF8.GetBytes(own), library).Findings);
    }

    internal static CheckResult Check(string text) => LessonChecker.Check(Encoding.UTF8.GetBytes(text));
}
