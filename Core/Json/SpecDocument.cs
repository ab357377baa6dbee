using System.Text;
using System.Text.Json.Nodes;

namespace Core;

/// <summary>A whole specification as a document: JSON Schema and Markdown reference.</summary>
public static class SpecDocument
{
    /// <summary>JSON Schema, draft 2020-12, with title and description.</summary>
    public static JsonObject Schema(ObjectSpec root)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = root.Name,
            ["description"] = root.Doc,
        };
        foreach (var (name, node) in root.Schema().ToArray()) schema[name] = node?.DeepClone();
        return schema;
    }

    /// <summary>One section per object and choice, depth first, each once: text, then a table of fields.</summary>
    /// <param name="root">The outermost object.</param>
    /// <param name="level">Level of the headings.</param>
    public static string Markdown(ObjectSpec root, int level = 2)
    {
        var text = new StringBuilder();
        Sections(root, new string('#', level), [], text);
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>GitHub's anchor of a heading.</summary>
    internal static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    private static void Sections(Spec spec, string heading, HashSet<string> done, StringBuilder text)
    {
        if (spec is ObjectSpec obj && done.Add(obj.Name))
        {
            text.Append($"{heading} {obj.Name}\n\n{Paragraph(obj.Doc)}");
            Table(obj.Fields, text);
        }
        else if (spec is TaggedSpec tagged && done.Add(tagged.Name)) Choice(tagged, heading, text);
        else if (spec is ObjectSpec or TaggedSpec) return;
        foreach (var part in spec.Parts) Sections(part, heading, done, text);
    }

    private static void Choice(TaggedSpec tagged, string heading, StringBuilder text)
    {
        text.Append($"{heading} {tagged.Name}\n\n{Paragraph(tagged.Doc)}");
        string note = (tagged.DefaultTag is { } tag ? $" Without `type` it is `\"{tag}\"`." : "") + tagged.ShorthandNote;
        if (note.Length > 0) text.Append(Paragraph(note.Trim()));
        if (tagged.SameCasesAs is { } other) text.Append($"The same choices as in [{other}](#{Anchor(other)}).\n\n");
        else Cases(tagged, text);
        if (tagged.Common.Count == 0) return;
        text.Append("Fields of all of them:\n\n");
        Table(tagged.Common, text);
    }

    private static void Cases(TaggedSpec tagged, StringBuilder text)
    {
        text.Append("| `type` | meaning | fields |\n| --- | --- | --- |\n");
        foreach (string name in tagged.Tags)
        {
            var own = tagged[name].Fields.Except(tagged.Common).ToArray();
            text.Append($"| `\"{name}\"` | {Cell(tagged[name].Doc)} | {(own.Length == 0 ? "–" : string.Join("<br>", own.Select(Line)))} |\n");
        }
        text.Append('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|");

    private static string Line(Field field) => $"`{field.Name}` ({field.Spec.Markdown}; {Default(field)}) {Cell(field.Doc)}";

    private static void Table(IEnumerable<Field> fields, StringBuilder text)
    {
        text.Append("| field | what | default | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var field in fields) text.Append($"| `{field.Name}` | {field.Spec.Markdown} | {Default(field)} | {Cell(field.Doc)} |\n");
        text.Append('\n');
    }

    private static string Default(Field field) => field.IsRequired ? "required" : field.Default is null ? "none" : $"`{field.Default}`";

    private static string Paragraph(string doc) => doc.Length == 0 ? "" : doc + "\n\n";
}
