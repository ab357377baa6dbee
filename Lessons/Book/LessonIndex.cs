using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Lessons;

/// <summary>What a menu says of a lesson.</summary>
/// <param name="Id">Name in addresses and on the command line.</param>
/// <param name="Title">Title in the menu.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Topics">Words to find it by.</param>
/// <param name="Needs">Ids of lessons to be done before.</param>
/// <param name="Scenes">Ids of its scenes, in order.</param>
public sealed record LessonHead(string Id, Text Title, Text Summary, int Minutes, ImmutableArray<string> Topics, ImmutableArray<string> Needs, ImmutableArray<string> Scenes)
{
    /// <summary>Ids of the glossary terms it introduces.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>The heading it stands under; empty: none.</summary>
    public Text Part { get; init; } = Text.None;

    /// <summary>The head of a lesson that was read whole.</summary>
    public static LessonHead Of(Lesson lesson) =>
        new(lesson.Id, lesson.Title, lesson.Summary, lesson.Minutes, lesson.Topics, lesson.Needs, [.. lesson.Scenes.Select(scene => scene.Id)])
        {
            Terms = lesson.Terms,
        };
}

/// <summary>
/// A lesson file that is known to be right (the program's own), read as far as it is asked for: the heads at once, a lesson when it is opened.
/// A menu of thirty lessons then costs a scan of the bytes; <see cref="LessonReader"/> would check a megabyte of texts and bind every experiment.
/// </summary>
public sealed class LessonIndex
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly ReadOnlyMemory<byte> _glossary = "[]"u8.ToArray();
    private readonly List<Slice> _lessons = [];
    private readonly List<LessonPart> _parts = [];
    private readonly Lazy<ImmutableArray<GlossaryTerm>> _terms;
    private LessonBook? _library;

    /// <param name="utf8">A lesson file without problems.</param>
    public LessonIndex(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            if (name == "glossary") _glossary = utf8[Whole(ref reader)];
            else if (name == "lessons") _lessons = Slices(ref reader);
            else if (name == "parts") _parts = LessonScan.Parts(ref reader);
            else reader.Skip();
        }
        All = [.. UnderParts()];
        _terms = new(() => LessonScan.Glossary(_glossary.Span));
    }

    // Parts may stand before or behind the lessons in the file.
    private IEnumerable<LessonHead> UnderParts()
    {
        var part = Text.None;
        foreach (var (head, _) in _lessons)
        {
            part = _parts.Find(one => one.From == head.Id)?.Title ?? part;
            yield return head with { Part = part };
        }
    }

    /// <summary>Every lesson's head, in teaching order.</summary>
    public ImmutableArray<LessonHead> All { get; }

    /// <summary>The words of the field, in the order of the file.</summary>
    public ImmutableArray<GlossaryTerm> Glossary => _terms.Value;

    /// <summary>The glossary and the ids of all lessons: what a file may refer to besides its own.</summary>
    public LessonBook Library => _library ??= Read("") with { Elsewhere = LessonIds };

    /// <summary>The lesson of an id, and the glossary; null if there is none.</summary>
    public (Lesson Lesson, LessonBook Book)? Open(string id)
    {
        foreach (var slice in _lessons)
            if (slice.Head.Id == id && Read(Encoding.UTF8.GetString(_utf8.Span[slice.Bytes])) is { Lessons: [var lesson] } book) return (lesson, book);
        return null;
    }

    private ImmutableArray<string> LessonIds => [.. All.Select(head => head.Id)];

    private LessonBook Read(string lesson)
    {
        string glossary = Encoding.UTF8.GetString(_glossary.Span);
        byte[] file = Encoding.UTF8.GetBytes($$"""{"format": {{LessonSpec.Format}}, "glossary": {{glossary}}, "lessons": [{{lesson}}]}""");
        var known = LessonBook.Empty with { Elsewhere = LessonIds };
        return LessonReader.Read(file, known).Book ?? LessonBook.Empty;
    }

    private static List<Slice> Slices(ref Utf8JsonReader reader)
    {
        var slices = new List<Slice>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            int from = (int)reader.TokenStartIndex;
            var head = LessonScan.Head(ref reader);
            slices.Add(new(head, from..(int)reader.BytesConsumed));
        }
        return slices;
    }

    private static Range Whole(ref Utf8JsonReader reader)
    {
        int from = (int)reader.TokenStartIndex;
        reader.Skip();
        return from..(int)reader.BytesConsumed;
    }

    private sealed record Slice(LessonHead Head, Range Bytes);
}
