using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>What came of reading a lesson file.</summary>
/// <param name="Book">The lessons; null when anything but a translation is wrong.</param>
/// <param name="Problems">Everything that is wrong.</param>
/// <param name="Untranslated">Every text that is missing in one language: to be warned of in play, an error in a check.</param>
public sealed record LessonBookResult(LessonBook? Book, Problems Problems, Problems Untranslated)
{
    /// <summary>Every lesson that could be read, also when something is wrong with it or with another.</summary>
    internal ImmutableArray<Lesson> Readable { get; init; } = [];
}

/// <summary>Text to <see cref="LessonBook"/>. Reports everything that is wrong at once, each with its place; never throws on input.</summary>
public static class LessonReader
{
    /// <summary>Reads UTF-8 JSON.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="library">Lessons and terms that this file may refer to besides its own.</param>
    /// <param name="limits">How large texts and experiments may be.</param>
    public static LessonBookResult Read(ReadOnlyMemory<byte> utf8, LessonBook? library = null, ExperimentLimits? limits = null)
    {
        var (problems, untranslated) = (new Problems(), new Problems());
        var tree = JsonValue.Parse(utf8, problems, (limits ?? ExperimentLimits.Default).Json);
        if (tree is null || !IsKnownFormat(tree, problems)) return new(null, problems, untranslated);
        LessonSpec.Root.Check(tree, problems);
        var words = new TextBinder(problems, untranslated);
        var fields = LessonSpec.Root.Read(tree);
        ImmutableArray<GlossaryTerm> glossary = [.. (fields["glossary"]?.Items ?? []).Select(words.Term)];
        ImmutableArray<Lesson?> lessons = [.. (fields["lessons"]?.Items ?? []).Select(item => new LessonBinder(item, words, problems, limits).Lesson())];
        ImmutableArray<LessonPart> parts = [.. (fields["parts"]?.Items ?? []).Select(words.Part)];
        References.Check(tree, library ?? LessonBook.Empty, problems);
        return new(problems.None ? new(lessons!, glossary) { Parts = parts } : null, problems, untranslated) { Readable = [.. lessons.OfType<Lesson>()] };
    }

    // A newer file would drown the one thing to say in unknown fields.
    private static bool IsKnownFormat(JsonValue tree, Problems problems)
    {
        if (tree["format"] is not { Kind: JsonKind.Number } format || format.Number == LessonSpec.Format) return true;
        problems.Add(format, $"format {format.Shown}", $"format {LessonSpec.Format}",
            format.Number > LessonSpec.Format ? "this file was written for a newer program: update the program" : "write \"format\": 1");
        return false;
    }
}
