using Shared;

namespace Lessons.Tests;

/// <summary>The program's own lessons.</summary>
internal static class ShippedBook
{
    public static byte[] Utf8 { get; } = File.ReadAllBytes(Path.Combine(Repository.Root, "lessons.json"));

    public static LessonBook Book { get; } = LessonReader.Read(Utf8).Book ?? throw new InvalidOperationException("lessons.json cannot be read: run the checker's test.");

    private static readonly Lazy<CheckResult> Check = new(() => LessonChecker.Check(Utf8));

    /// <summary>What the checker says of all of them: run once for every test that asks.</summary>
    public static CheckResult Checked => Check.Value;

    /// <summary>Every text with where it stands, but claims: what they say is run.</summary>
    public static IEnumerable<(string Where, Text Text)> Texts() => Book.Glossary
        .SelectMany(term => Named($"glossary {term.Id}", [term.Term, term.Text]))
        .Concat(Book.Lessons.SelectMany(Texts));

    private static IEnumerable<(string, Text)> Texts(Lesson lesson) => Named(lesson.Id, [lesson.Title, lesson.Summary, lesson.Takeaway, lesson.Sandbox])
        .Concat(lesson.Variants.SelectMany(variant => Named($"{lesson.Id}/{variant.Id}", [variant.Title])))
        .Concat(lesson.Scenes.SelectMany(scene => Named($"{lesson.Id}, scene {scene.Id}", [scene.Title, scene.Text, scene.Notes, .. Texts(scene.Ask)])));

    private static IEnumerable<Text> Texts(Question? question) => question is null ? [] :
    [
        question.Prompt, question.Explain, .. question.Hints,
        .. question switch
        {
            ChoiceQuestion choice => choice.Choices.SelectMany(one => new[] { one.Text, one.Feedback }),
            NumberQuestion number => number.Slips.Select(slip => slip.Feedback),
            PredictQuestion predict => predict.Slips.Select(slip => slip.Feedback),
            _ => [],
        },
    ];

    private static IEnumerable<(string, Text)> Named(string where, Text[] texts) => texts.Where(text => !text.IsEmpty).Select(text => (where, text));
}
