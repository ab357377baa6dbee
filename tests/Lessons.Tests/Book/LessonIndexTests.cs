using System.Text;
using Shared;

namespace Lessons.Tests;

/// <summary>The quick look at the program's own lessons against the reader that checks everything.</summary>
public class LessonIndexTests
{
    private static readonly byte[] Shipped = File.ReadAllBytes(Path.Combine(Repository.Root, "lessons.json"));

    [Fact]
    public void Heads_are_those_of_the_lessons_read_whole()
    {
        var whole = LessonReader.Read(Shipped).Book!;
        var index = new LessonIndex(Shipped);
        Assert.Equal(whole.Lessons.Select(lesson => Line(LessonHead.Of(lesson))), index.All.Select(Line));
        Assert.Equal(whole.Glossary.Select(term => (term.Id, term.Term.En, term.Text.Zh)), index.Library.Glossary.Select(term => (term.Id, term.Term.En, term.Text.Zh)));
    }

    [Fact]
    public void A_lesson_opened_alone_is_the_lesson_read_with_all_others()
    {
        var index = new LessonIndex(Shipped);
        foreach (var lesson in LessonReader.Read(Shipped).Book!.Lessons)
        {
            var (opened, book) = index.Open(lesson.Id)!.Value;
            Assert.Equal(string.Join(",", lesson.Needs), string.Join(",", opened.Needs));
            Assert.Equal(lesson.Scenes.Select(scene => scene.Text.Zh), opened.Scenes.Select(scene => scene.Text.Zh));
            Assert.Equal(lesson.Variants.Select(variant => variant.Id), opened.Variants.Select(variant => variant.Id));
            Assert.Equal(lesson.Claims.Select(claim => (claim.Text.En, claim.Variant)), opened.Claims.Select(claim => (claim.Text.En, claim.Variant)));
            Assert.All(opened.Terms, term => Assert.NotNull(book.Term(term)));
        }
    }

    [Fact]
    public void Paragraphs_and_fields_in_any_order_are_understood()
    {
        var index = new LessonIndex(Encoding.UTF8.GetBytes("""
            {"lessons": [{"scenes": [{"text": {"en": "x"}, "id": "a"}, {"id": "b"}], "experiment": {"scenes": [1]}, "needs": ["other"], "minutes": 3,
              "summary": {"zh": ["一", "二"], "en": "s"}, "id": "one", "title": {"en": "t \u00e9"}, "topics": ["p", "q"]}], "format": 1}
            """));
        Assert.Equal("one|t é||s|一\n二|3|p,q|other|a,b|", Line(Assert.Single(index.All)));
        Assert.Null(index.Open("two"));
    }

    private static string Line(LessonHead head) =>
        $"{head.Id}|{head.Title.En}|{head.Title.Zh}|{head.Summary.En}|{head.Summary.Zh}|{head.Minutes}|{string.Join(',', head.Topics)}|{string.Join(',', head.Needs)}|{string.Join(',', head.Scenes)}|{string.Join(',', head.Terms)}";
}
