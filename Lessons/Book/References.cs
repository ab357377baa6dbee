using Core;

namespace Lessons;

/// <summary>Ids that must be there once, and ids that must refer to something. Works on the tree, so that it also sees lessons that cannot be read.</summary>
internal static class References
{
    public static void Check(JsonValue tree, LessonBook library, Problems problems)
    {
        var lessons = Members(tree, "lessons");
        var terms = Members(tree, "glossary");
        Once(terms, "glossary term", problems);
        Once(lessons, "lesson", problems);
        Parts(Members(tree, "parts"), [.. lessons.Select(lesson => lesson["id"]?.Text ?? "")], problems);
        var earlier = library.Lessons.Select(lesson => lesson.Id).Concat(library.Elsewhere).ToHashSet();
        var all = Ids(lessons).Concat(earlier).ToHashSet();
        var known = Ids(terms).Concat(library.Glossary.Select(term => term.Id)).ToHashSet();
        foreach (var lesson in lessons)
        {
            foreach (var need in Texts(lesson, "needs"))
                if (!all.Contains(need.Text)) problems.Add(need, need.Shown, "the id of an earlier lesson", Nearest.Advice(need.Text, all));
                else if (!earlier.Contains(need.Text))
                    problems.Add(need, $"the need {need.Shown}, which does not come before this lesson", "needs that come earlier in teaching order", "move one of the two lessons, or remove the need");
            foreach (var term in Texts(lesson, "terms"))
                if (!known.Contains(term.Text)) problems.Add(term, term.Shown, "the id of a glossary term", Nearest.Advice(term.Text, known));
            Lesson(lesson, problems);
            if (lesson["id"] is { Kind: JsonKind.String } id) earlier.Add(id.Text);
        }
    }

    // Each part begins with a lesson of the file, behind the beginning of the part before it; the first one with the first lesson.
    private static void Parts(IReadOnlyList<JsonValue> parts, List<string> lessons, Problems problems)
    {
        int last = -1;
        foreach (var from in parts.Select(part => part["from"]))
        {
            if (from is not { Kind: JsonKind.String }) continue;
            int at = lessons.IndexOf(from.Text);
            if (at < 0) problems.Add(from, from.Shown, "the id of a lesson of this file", Nearest.Advice(from.Text, lessons));
            else if (at <= last) problems.Add(from, $"a part from {from.Shown}, which does not come behind the part before", "parts in the order of the lessons", "move the part");
            else if (last < 0 && at > 0) problems.Add(from, $"a first part from {from.Shown}", $"the first part from the first lesson, \"{lessons[0]}\"", "so that every lesson has a part");
            last = Math.Max(last, at);
        }
    }

    private static void Lesson(JsonValue lesson, Problems problems)
    {
        var (variants, scenes) = (Members(lesson, "variants"), Members(lesson, "scenes"));
        Once(variants, "variant", problems);
        Once(scenes, "scene", problems);
        var names = Ids(variants).ToHashSet();
        var referring = scenes.SelectMany(scene => new[] { scene["variant"], scene["compare"] }).Concat(Members(lesson, "claims").Select(claim => claim["variant"]));
        foreach (var name in referring)
            if (name is { Kind: JsonKind.String } && !names.Contains(name.Text))
                problems.Add(name, name.Shown, "the id of a variant of this lesson", names.Count == 0 ? "add it to \"variants\"" : Nearest.Advice(name.Text, names));
        foreach (var scene in scenes)
            if (NeedsSweep(scene) && scene["sweep"] is null)
                problems.Add(scene, "the picture sweep without a sweep", "\"sweep\": {\"over\": KEY, \"from\": …, \"to\": …}");
    }

    private static bool NeedsSweep(JsonValue scene) => scene["zoom"]?.Text == "sweep" || Texts(scene, "panels").Any(panel => panel.Text == "sweep");

    private static void Once(IReadOnlyList<JsonValue> items, string what, Problems problems)
    {
        var seen = new Dictionary<string, JsonValue>();
        foreach (var item in items)
            if (item["id"] is { Kind: JsonKind.String } id && !seen.TryAdd(id.Text, id))
                problems.Add(id, $"{id.Shown} a second time", $"every {what} has its own id", $"the first is at line {seen[id.Text].Place.Line}");
    }

    private static IReadOnlyList<JsonValue> Members(JsonValue value, string field) => [.. (value[field]?.Items ?? []).Where(item => item.Kind == JsonKind.Object)];

    private static IEnumerable<JsonValue> Texts(JsonValue value, string field) => (value[field]?.Items ?? []).Where(item => item.Kind == JsonKind.String);

    private static IEnumerable<string> Ids(IEnumerable<JsonValue> items) => items.Select(item => item["id"]?.Text ?? "");
}
