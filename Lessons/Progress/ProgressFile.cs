using System.Text.Encodings.Web;
using System.Text.Json;
using Core;

namespace Lessons;

/// <summary>What came of reading a progress file.</summary>
/// <param name="Progress">The progress; null when anything is wrong: set the file aside then, never overwrite it.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record ProgressResult(Progress? Progress, Problems Problems);

/// <summary>Progress as JSON and back. Strict: a file that was damaged or written by a newer program is refused, never half read.</summary>
public static class ProgressFile
{
    /// <summary>The version written.</summary>
    public const int Format = 1;

    private const long MostBytes = 16L << 20;

    private static readonly ObjectSpec Answer = Spec.Object("answer", "The state of a question.",
        Field.Required("scene", Spec.Text("a scene's id", 1, 200), "Its scene."),
        Field.Required("tries", Spec.Integer(0), "Answers given."),
        Field.Required("hints", Spec.Integer(0, LessonSpec.MostHints), "Hints seen."),
        Field.Required("right", Spec.Boolean(), "Whether the right answer was found."),
        Field.Optional("given", Spec.Text("the last answer"), "The last answer."));

    private static readonly ObjectSpec Lesson = Spec.Object("lesson progress", "The state of a lesson.",
        Field.Required("id", Spec.Text("a lesson's id", 1, 200), "The lesson."),
        Field.Required("when", Spec.Integer(0, 1L << 53), "Milliseconds since 1970."),
        Field.Required("done", Spec.Boolean(), "Whether the last scene was reached."),
        Field.Optional("scene", Spec.Text("a scene's id", 1, 200), "Where the learner was."),
        Field.Optional("at", Spec.Text("an address", 1), "The moment."),
        Field.Optional("answers", Spec.List(Answer, "answers"), "Questions.", "[]"));

    private static readonly ObjectSpec Root = Spec.Object("progress", "What a learner has done.",
        Field.Required("format", Spec.Integer(Format, Format), "Version."),
        Field.Required("lessons", Spec.List(Lesson, "lessons"), "Lessons opened."));

    /// <summary>Reads UTF-8 JSON.</summary>
    public static ProgressResult Read(ReadOnlyMemory<byte> utf8)
    {
        var problems = new Problems();
        var tree = JsonValue.Parse(utf8, problems, new JsonLimits(MostBytes));
        if (tree is null) return new(null, problems);
        Root.Check(tree, problems);
        if (!problems.None) return new(null, problems);
        var progress = Progress.None;
        foreach (var item in Root.Read(tree)["lessons"]!.Items)
        {
            var fields = Lesson.Read(item);
            var state = State(fields, problems);
            var id = fields.Text("id");
            progress = progress.With(id, progress.Lessons.TryGetValue(id, out var known) ? known.Merge(state) : state);
        }
        return problems.None ? new(progress, problems) : new(null, problems);
    }

    /// <summary>UTF-8 JSON, one lesson after another in the order of their ids.</summary>
    public static byte[] Write(Progress progress)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteStartArray("lessons");
            foreach (var (id, state) in progress.Lessons) Write(json, id, state);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static LessonProgress State(FieldReader fields, Problems problems)
    {
        Address? at = null;
        if (fields["at"] is { } text)
        {
            var read = Address.Parse(text.Text);
            if (read.Ok) at = read.Value;
            else problems.Add(read.Error.At(text.Place));
        }
        var state = new LessonProgress { When = fields.LongOrNull("when") ?? 0, IsDone = fields.Boolean("done"), Scene = fields.TextOrNull("scene"), At = at };
        return fields["answers"]!.Items.Select(Answer.Read).Aggregate(state, (all, answer) => all.With(answer.Text("scene"),
            new(answer.Integer("tries"), answer.Integer("hints"), answer.Boolean("right"), answer.TextOrNull("given"))));
    }

    private static void Write(Utf8JsonWriter json, string id, LessonProgress state)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteNumber("when", state.When);
        json.WriteBoolean("done", state.IsDone);
        if (state.Scene is not null) json.WriteString("scene", state.Scene);
        if (state.At is not null) json.WriteString("at", state.At.ToString());
        json.WriteStartArray("answers");
        foreach (var (scene, answer) in state.Answers)
        {
            json.WriteStartObject();
            json.WriteString("scene", scene);
            json.WriteNumber("tries", answer.Tries);
            json.WriteNumber("hints", answer.Hints);
            json.WriteBoolean("right", answer.IsRight);
            if (answer.Given is not null) json.WriteString("given", answer.Given);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
