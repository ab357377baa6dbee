using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Lessons.Tests;

/// <summary>Runs every example line of docs/expressions.md.</summary>
public partial class ManualTests
{
    private static readonly SampleRun Run = new(2);

    private static readonly string Manual = File.ReadAllText(Path.Combine(Root(), "docs", "expressions.md"));

    public static TheoryData<string, string> Values => Lines("expr", "→");

    public static TheoryData<string, string> Texts => Lines("text", "→");

    public static TheoryData<string, string> Errors => Lines("error", "✗");

    [Theory]
    [MemberData(nameof(Values))]
    public void Expression_has_its_value(string text, string value)
    {
        var expression = Expression.Parse(text).OrThrow();
        Assert.Null(expression.Check(Run).Error);
        Assert.Equal(value, expression.Evaluate(Run).ToString());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_rendered(string text, string rendered) => Assert.Equal(rendered, InterpolatedText.Parse(text).OrThrow().Render(Run).OrThrow());

    [Theory]
    [MemberData(nameof(Errors))]
    public void Error_is_said(string text, string error) => Assert.Equal(error, ErrorOf(text) is { } said ? $"{said.Where}: {said.Message}" : "none");

    [Fact]
    public void Positions_are_read_and_printed_as_written()
    {
        var lines = Block("position");
        Assert.Equal(6, lines.Count);
        foreach (var text in lines.Select(line => Wide().Split(line)[0]))
        {
            Assert.Equal(text, Position.Parse(text).OrThrow().ToString());
            Assert.Null(Position.Parse(text).OrThrow().Check(Run));
        }
    }

    [Theory]
    [InlineData(0, "xor")]
    [InlineData(1, "xor/edge")]
    [InlineData(2, "xor@epoch 2")]
    [InlineData(3, "learning-rate/edge?optimizer.learningRate=1.2@3:layer1.z")]
    [InlineData(4, "xor?seed=7&name=a%20b@until loss < 0.1")]
    public void Addresses_are_read_and_printed_as_written(int line, string text)
    {
        Assert.StartsWith(text + " ", Block("address")[line]);
        Assert.Equal(text, Address.Parse(text).OrThrow().ToString());
    }

    [Fact]
    public void Every_function_and_every_theory_value_is_explained()
    {
        foreach (var name in Function.Names) Assert.Contains($"`{name}(", Manual);
        foreach (var name in Expression.TheoryNames) Assert.Contains($"`{name}`", Manual);
    }

    [Fact]
    public void The_carets_at_the_end_are_those_of_the_program() =>
        Assert.Contains("```\n" + Expression.Parse("loss < maxx(1)").Error + "\n```", Manual);

    // A line is tried as what it looks like: an address, a position, else an expression.
    private static TextError? ErrorOf(string text)
    {
        if (text.StartsWith("xor")) return Address.Parse(text).Error;
        if (text.StartsWith("until") || text.StartsWith("epoch") || text.StartsWith("0:"))
            return Position.Parse(text) is { Ok: true } position ? position.Value!.Check(Run) : Position.Parse(text).Error;
        var parsed = Expression.Parse(text);
        return parsed.Ok ? parsed.Value.Check(Run).Error ?? parsed.Value.Evaluate(Run).Error : parsed.Error;
    }

    private static TheoryData<string, string> Lines(string block, string mark)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in Block(block))
        {
            var parts = line.Split($" {mark} ");
            Assert.True(parts.Length == 2, $"no ` {mark} ` in: {line}");
            data.Add(parts[0].TrimEnd(), parts[1]);
        }
        return data;
    }

    private static List<string> Block(string name) =>
        [.. Regex.Matches(Manual, $"```{name}\n(.*?)```", RegexOptions.Singleline).SelectMany(block => block.Groups[1].Value.Split('\n')).Where(line => line.Length > 0)];

    [GeneratedRegex(" {2,}")]
    private static partial Regex Wide();

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Sim.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
