using Shared;

namespace Lessons.Tests;

/// <summary>The page of the curriculum, and the map of the statements it corrects.</summary>
public class CurriculumTests
{
    private static readonly LessonBook Book = ShippedBook.Book;

    [Fact]
    public void The_page_is_current()
    {
        string path = Path.Combine(Repository.Root, "docs", "curriculum.md");
        string now = CurriculumDoc.Of(Book, ShippedBook.Checked.Measured, Statement.All);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, now);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == now, "docs/curriculum.md is not current: run the tests once with UPDATE_DOCS=1");
    }

    [Fact]
    public void Every_claim_was_measured_and_holds()
    {
        Assert.Equal(Book.Lessons.Sum(lesson => lesson.Claims.Length), ShippedBook.Checked.Measured.Length);
        Assert.All(ShippedBook.Checked.Measured, claim => Assert.True(claim.Holds && claim.Parts.Length > 0 && !claim.Parts.Contains("no value"), $"{claim.Lesson}: {claim.Claim.Text.En}: {string.Join("; ", claim.Parts)}"));
    }

    [Fact]
    public void Every_statement_is_shown_in_a_scene_that_exists_or_says_why_not()
    {
        foreach (var one in Statement.All)
        {
            Assert.True(one.Said.Length > 0 && one.Verdict.Length > 0 && one.Note.Length > 0, one.ToString());
            Assert.True((one.Lesson is null) == (one.Scene is null), one.ToString());
            if (one.Lesson is null) continue;
            var lesson = Book.Find(one.Lesson);
            Assert.True(lesson is not null, $"no lesson {one.Lesson}: {one.Said}");
            Assert.True(lesson.Scenes.Any(scene => scene.Id == one.Scene), $"no scene {one.Scene} in {one.Lesson}: {one.Said}");
            Assert.True(one.Claim is null || lesson.Claims.Count(claim => claim.Text.En == one.Claim) == 1, $"no such claim in {one.Lesson}: {one.Claim}");
        }
    }

    [Fact]
    public void No_statement_is_judged_twice() => Assert.Equal(Statement.All.Length, Statement.All.Select(one => one.Said).Distinct().Count());

    [Fact]
    public void Every_lesson_stands_under_a_part_in_both_indexes()
    {
        Assert.Equal(6, Book.Parts.Length);
        var index = new LessonIndex(ShippedBook.Utf8);
        Assert.All(index.All, head => Assert.False(head.Part.IsEmpty, head.Id));
        foreach (var part in Book.Parts) Assert.Equal(part.Title.Zh, index.All.Single(head => head.Id == part.From).Part.Zh);
    }
}
