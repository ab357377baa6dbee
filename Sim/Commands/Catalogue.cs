using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>A lesson as commands need it.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">For people.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Experiment">Not yet checked.</param>
/// <param name="Variants">Named changes of the experiment.</param>
internal sealed record CatalogueEntry(string Id, Bilingual Title, Bilingual Summary, JsonValue Experiment, ImmutableArray<CatalogueVariant> Variants);

/// <summary>A variant of a lesson: keys and their values.</summary>
internal sealed record CatalogueVariant(string Id, Bilingual Title, ImmutableArray<JsonValue> Set);

/// <summary>The lessons of a lessons file, in teaching order.</summary>
internal static class Catalogue
{
    /// <summary>The lessons of a tree with a <c>lessons</c> list; what is wrong goes to <paramref name="problems"/>.</summary>
    public static ImmutableArray<CatalogueEntry> Read(JsonValue root, Problems problems)
    {
        if (root["format"] is not { Kind: JsonKind.Number, Number: LessonSpec.Format })
            problems.Add(root["format"] ?? root, root["format"] is { } given ? $"format {given.Shown}" : "a file of lessons without \"format\"", $"\"format\": {LessonSpec.Format}");
        var lessons = root["lessons"];
        if (lessons is not { Kind: JsonKind.Array })
        {
            problems.Add(lessons ?? root, lessons?.Shown ?? "no \"lessons\"", "a list of lessons");
            return [];
        }

        var entries = lessons.Items.Select(item => Entry(item, problems)).OfType<CatalogueEntry>().ToImmutableArray();
        foreach (var twice in entries.GroupBy(entry => entry.Id).Where(group => group.Count() > 1))
            problems.Add(lessons, $"lesson id {twice.Key} {twice.Count()} times", "each id once", "rename one");
        return entries;
    }

    /// <summary>One lesson; nothing if it has no id or no experiment.</summary>
    public static CatalogueEntry? Entry(JsonValue item, Problems problems)
    {
        if (item["id"] is not { Kind: JsonKind.String } id || !Address.IsId(id.Text))
        {
            problems.Add(item["id"] ?? item, item["id"]?.Shown ?? "a lesson without \"id\"", "an id of letters, digits, - and _");
            return null;
        }

        if (item["experiment"] is not { Kind: JsonKind.Object } experiment)
        {
            problems.Add(item["experiment"] ?? item, item["experiment"]?.Shown ?? "a lesson without \"experiment\"", "an experiment");
            return null;
        }

        return new(id.Text, Text(item["title"], id.Text), Text(item["summary"], ""), experiment, [.. Variants(item["variants"])]);
    }

    private static IEnumerable<CatalogueVariant> Variants(JsonValue? variants) =>
        from variant in variants?.Items ?? []
        where variant["id"] is { Kind: JsonKind.String }
        select new CatalogueVariant(variant["id"]!.Text, Text(variant["title"], variant["id"]!.Text), [.. variant["set"]?.Members ?? []]);

    private static Bilingual Text(JsonValue? text, string otherwise) =>
        new(Words(text?["en"]) ?? otherwise, Words(text?["zh"]) ?? Words(text?["en"]) ?? otherwise);

    private static string? Words(JsonValue? text) => text is null ? null : text.Kind == JsonKind.Array ? string.Join(' ', text.Items.Select(part => part.Text)) : text.Text;
}
