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
        if (json)
        {
            host.Out.WriteLine(new JsonArray([.. lessons.Select(Json)]).ToJsonString(Readable));
            return ExitCode.Fine;
        }

        foreach (var lesson in lessons)
        {
            host.Out.WriteLine($"{lesson.Id}   {lesson.Title[language]}");
            foreach (var line in Flow.Wrap(lesson.Summary[language], 76)) host.Out.WriteLine("    " + line);
            foreach (var variant in lesson.Variants) host.Out.WriteLine($"    {lesson.Id}/{variant.Id}   {variant.Title[language]}");
        }

        return ExitCode.Fine;
    }

    private static JsonNode Json(CatalogueEntry lesson) => new JsonObject
    {
        ["id"] = lesson.Id,
        ["title"] = Json(lesson.Title),
        ["summary"] = Json(lesson.Summary),
        ["variants"] = new JsonArray([.. lesson.Variants.Select(variant => new JsonObject { ["id"] = variant.Id, ["title"] = Json(variant.Title) })]),
    };

    private static JsonObject Json(Bilingual text) => new() { ["en"] = text.En, ["zh"] = text.Zh };
}
