using System.Collections.Immutable;

namespace Lessons;

/// <summary>A lesson file: lessons in teaching order and the glossary they use.</summary>
/// <param name="Lessons">In teaching order.</param>
/// <param name="Glossary">Terms with their explanation.</param>
public sealed record LessonBook(ImmutableArray<Lesson> Lessons, ImmutableArray<GlossaryTerm> Glossary)
{
    /// <summary>A book without lessons.</summary>
    public static LessonBook Empty { get; } = new([], []);

    /// <summary>Ids of further lessons that exist and are not held here; a lesson may need them.</summary>
    public ImmutableArray<string> Elsewhere { get; init; } = [];

    /// <summary>Headings over the lessons, in teaching order; none: the lessons stand in one list.</summary>
    public ImmutableArray<LessonPart> Parts { get; init; } = [];

    /// <summary>The lesson of an id, or null.</summary>
    public Lesson? Find(string id) => Lessons.FirstOrDefault(lesson => lesson.Id == id);

    /// <summary>The glossary's term of an id, or null.</summary>
    public GlossaryTerm? Term(string id) => Glossary.FirstOrDefault(term => term.Id == id);

    /// <summary>The heading a lesson stands under, or null.</summary>
    public LessonPart? PartOf(string id) => Lessons.TakeWhile(lesson => lesson.Id != id).Select(lesson => lesson.Id).Append(id)
        .Select(lesson => Parts.FirstOrDefault(part => part.From == lesson)).LastOrDefault(part => part is not null);

    /// <summary>This book, followed by what another adds; of equal ids this book's stay.</summary>
    public LessonBook With(LessonBook more) => new(
        [.. Lessons, .. more.Lessons.Where(lesson => Find(lesson.Id) is null)],
        [.. Glossary, .. more.Glossary.Where(term => Term(term.Id) is null)])
    {
        Elsewhere = Elsewhere,
        Parts = Parts,
    };
}

/// <summary>A heading over lessons that belong together.</summary>
/// <param name="Title">The heading.</param>
/// <param name="From">Id of its first lesson; the part ends where the next one begins.</param>
public sealed record LessonPart(Text Title, string From);

/// <summary>A word of the field, explained.</summary>
/// <param name="Id">Name in lessons' <c>terms</c>.</param>
/// <param name="Term">The word.</param>
/// <param name="Text">What it means.</param>
public sealed record GlossaryTerm(string Id, Text Term, Text Text);
