using System.Text.RegularExpressions;

namespace Lessons.Tests;

public partial class GlossaryTests
{
    private static readonly LessonBook Book = ShippedBook.Book;

    [Fact]
    public void It_explains_at_least_sixty_words_each_once_in_both_languages()
    {
        Assert.True(Book.Glossary.Length >= 60);
        Assert.Equal(Book.Glossary.Length, Book.Glossary.Select(term => term.Id).Distinct().Count());
        Assert.Equal(Book.Glossary.Length, Book.Glossary.Select(term => term.Term.En).Distinct().Count());
        Assert.All(Book.Glossary, term => Assert.True(new[] { term.Term.En, term.Term.Zh, term.Text.En, term.Text.Zh }.All(text => text.Length > 0), term.Id));
    }

    [Fact]
    public void Every_term_of_every_lesson_is_explained() =>
        Assert.All(Book.Lessons, lesson => Assert.All(lesson.Terms, term => Assert.True(Book.Term(term) is not null, $"{lesson.Id}: {term}")));

    [Fact]
    public void An_explanation_is_one_or_two_sentences()
    {
        foreach (var term in Book.Glossary)
        {
            Assert.True(EnglishEnd().Matches(term.Text.En).Count is 1 or 2, $"{term.Id}: {term.Text.En}");
            Assert.True(ChineseEnd().Matches(term.Text.Zh).Count is 1 or 2, $"{term.Id}: {term.Text.Zh}");
        }
    }

    [Fact]
    public void The_menu_reads_the_same_words()
    {
        var scanned = new LessonIndex(ShippedBook.Utf8).Glossary;
        Assert.Equal(Book.Glossary.Select(Line), scanned.Select(Line));
    }

    private static string Line(GlossaryTerm term) => $"{term.Id}|{term.Term.En}|{term.Term.Zh}|{term.Text.En}|{term.Text.Zh}";

    [GeneratedRegex(@"(?<!e\.g)[.!?](?=\s|$)")]
    private static partial Regex EnglishEnd();

    [GeneratedRegex("[。！？]")]
    private static partial Regex ChineseEnd();
}
