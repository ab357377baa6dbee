using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lessons;

namespace Sim;

/// <summary><c>sim list</c>: the lessons.</summary>
internal sealed class ListCommand(CommandHost host)
{
    internal static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Run(bool json, Language language)
    {
        var lessons = new ExperimentOpener(host).Lessons;
        var book = LessonReader.Read(host.Lessons).Book ?? LessonBook.Empty;
        var (progress, warning) = host.Progress?.Invoke() ?? (Progress.None, null);
        if (warning is not null) host.Error.WriteLine($"sim: {warning.In(language)}");
        if (json)
        {
            host.Out.WriteLine(new JsonArray([.. lessons.Select(lesson => Json(lesson, book, progress.Of(lesson.Id)))]).ToJsonString(Readable));
            return ExitCode.Fine;
        }

        foreach (var lesson in lessons)
        {
            if (book.Parts.FirstOrDefault(part => part.From == lesson.Id) is { } begins) host.Out.WriteLine($"== {begins.Title.In(language)} ==");
            host.Out.WriteLine($"{lesson.Id}   {lesson.Title[language]}");
            if (book.Find(lesson.Id) is { } known) host.Out.WriteLine("    " + Standing(known, progress.Of(lesson.Id), language));
            foreach (var line in Flow.Wrap(lesson.Summary[language], 76)) host.Out.WriteLine("    " + line);
            if (book.Find(lesson.Id) is { } told)
                foreach (var line in Flow.Wrap(Connected(told, language), 76)) host.Out.WriteLine("    " + line);
            foreach (var variant in lesson.Variants) host.Out.WriteLine($"    {lesson.Id}/{variant.Id}   {variant.Title[language]}");
        }

        return ExitCode.Fine;
    }

    // Time, and how far the learner is.
    private static string Standing(Lesson lesson, LessonProgress progress, Language language)
    {
        int seen = Seen(lesson, progress);
        var standing = progress.IsDone ? SessionWords.DoneMark : seen > 0 ? SessionWords.ContinueAt.With(seen, lesson.Scenes.Length) : PlainWords.NotBegun;
        return $"{SessionWords.Minutes.With(lesson.Minutes).In(language)} · {standing.In(language)}";
    }

    // What it builds on, as ids that can be typed, and what it is about.
    private static string Connected(Lesson lesson, Language language) => string.Join('\n', new[]
    {
        lesson.Needs.IsEmpty ? "" : SessionWords.Needs.With(string.Join(", ", lesson.Needs)).In(language),
        string.Join(" · ", lesson.Topics),
    }.Where(line => line.Length > 0));

    // Counted from 1; 0: not begun.
    private static int Seen(Lesson lesson, LessonProgress progress) => progress.Scene is null ? 0 : lesson.Scenes.Select(scene => scene.Id).ToList().IndexOf(progress.Scene) + 1;

    private static JsonObject Json(CatalogueEntry lesson, LessonBook book, LessonProgress progress)
    {
        var known = book.Find(lesson.Id);
        var json = new JsonObject
        {
            ["id"] = lesson.Id,
            ["title"] = Json(lesson.Title),
            ["summary"] = Json(lesson.Summary),
            ["variants"] = new JsonArray([.. lesson.Variants.Select(variant => new JsonObject { ["id"] = variant.Id, ["title"] = Json(variant.Title) })]),
        };
        if (known is null) return json;
        json["minutes"] = known.Minutes;
        json["needs"] = new JsonArray([.. known.Needs.Select(need => (JsonNode)need)]);
        json["topics"] = new JsonArray([.. known.Topics.Select(topic => (JsonNode)topic)]);
        if (book.PartOf(known.Id) is { } part) json["part"] = new JsonObject { ["en"] = part.Title.En, ["zh"] = part.Title.Zh };
        json["progress"] = new JsonObject { ["done"] = progress.IsDone, ["scene"] = Seen(known, progress), ["scenes"] = known.Scenes.Length };
        return json;
    }

    private static JsonObject Json(Bilingual text) => new() { ["en"] = text.En, ["zh"] = text.Zh };
}
