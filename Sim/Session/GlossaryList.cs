using System.Collections.Immutable;

namespace Sim;

/// <summary>The words that the glossary shows: those of the open lesson first, then all others, as far as the search finds them.</summary>
internal static class GlossaryList
{
    public static ImmutableArray<(Phrase Word, Phrase Meaning)> OfLesson(SessionModel model) => Found(model, model.Lesson?.Glossary ?? []);

    public static ImmutableArray<(Phrase Word, Phrase Meaning)> Others(SessionModel model) => Found(model, model.Lesson?.OtherWords ?? model.Menu.Glossary);

    // A word itself first, then the words in whose explanation it stands.
    private static ImmutableArray<(Phrase Word, Phrase Meaning)> Found(SessionModel model, ImmutableArray<(Phrase Word, Phrase Meaning)> words)
    {
        string search = model.WordSearch.Trim();
        return search.Length == 0 ? words : [.. words.Where(word => Has(word.Word, search)), .. words.Where(word => !Has(word.Word, search) && Has(word.Meaning, search))];
    }

    private static bool Has(Phrase text, string search) =>
        text.En.Contains(search, StringComparison.OrdinalIgnoreCase) || text.Zh.Contains(search, StringComparison.OrdinalIgnoreCase);
}
