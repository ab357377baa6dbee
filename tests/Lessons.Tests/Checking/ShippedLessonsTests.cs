using Shared;

namespace Lessons.Tests;

/// <summary>The lessons that ship: read, run, asked, claimed and measured like anybody's.</summary>
public class ShippedLessonsTests
{
    [Fact]
    public void The_shipped_lessons_pass_the_checker()
    {
        var result = LessonChecker.Check(File.ReadAllBytes(System.IO.Path.Combine(Repository.Root, "lessons.json")));
        Assert.True(result.Ok, result.Summary + "\n" + string.Join('\n', result.Findings));
        Assert.NotEmpty(result.Book!.Lessons);
    }
}
