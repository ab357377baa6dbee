using System.Runtime.CompilerServices;
using System.Text;
using Core;

namespace Lessons.Tests;

public class LessonDocTests
{
    private const string Mark = "<!-- reference -->\n";

    private static string DocPath { get; } = System.IO.Path.Combine(Root(), "docs", "lessons.md");

    /// <summary>The worked example of docs/lessons.md.</summary>
    internal static string Example { get; } = File.ReadAllText(DocPath).Split("```json\n")[1].Split("```")[0];

    /// <summary>docs/lessons.md.</summary>
    internal static string Doc { get; } = File.ReadAllText(DocPath);

    [Fact]
    public void The_worked_example_is_read_without_a_problem()
    {
        var (book, problems, untranslated) = LessonReader.Read(Encoding.UTF8.GetBytes(Example));
        Assert.Equal("", problems.ToString());
        Assert.Equal("", untranslated.ToString());
        Assert.Equal(5, book!.Lessons.Single().Scenes.Length);
    }

    [Fact]
    public void The_reference_is_the_one_of_the_specification()
    {
        string doc = File.ReadAllText(DocPath);
        string expected = doc[..(doc.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)] + "\n" + SpecDocument.Markdown(LessonSpec.Root, 3);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(DocPath, doc = expected);
        Assert.True(doc == expected, "docs/lessons.md is not current: run the tests once with UPDATE_DOCS=1");
    }

    [Fact]
    public void Every_picture_is_explained()
    {
        string doc = File.ReadAllText(DocPath);
        foreach (var (name, shows) in Panels.All) Assert.Contains($"| `{name}` | {shows} |", doc);
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = System.IO.Path.GetDirectoryName(here)!;
        while (!File.Exists(System.IO.Path.Combine(folder, "Sim.sln"))) folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
