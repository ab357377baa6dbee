using Core;

namespace Lessons;

/// <summary>Reads texts, expressions and positions; collects what is wrong in them and which translations are missing.</summary>
internal sealed class TextBinder(Problems problems, Problems untranslated)
{
    public GlossaryTerm Term(JsonValue value)
    {
        var fields = LessonSpec.Term.Read(value);
        return new(fields.Text("id"), Plain(fields["term"]), Plain(fields["text"]));
    }

    public LessonPart Part(JsonValue value)
    {
        var fields = LessonSpec.Part.Read(value);
        return new(Plain(fields["title"]), fields.TextOrNull("from") ?? "");
    }

    /// <summary>A text in which braces mean nothing.</summary>
    public Text Plain(JsonValue? value) => Text(value, _ => { });

    /// <summary>A text with numbers of the run in it.</summary>
    public Text Spoken(JsonValue? value) => Text(value, part =>
    {
        if (InterpolatedText.Parse(Joined(part)).Error is { } error) Report(part, error);
    });

    /// <summary>An expression; true and false are expressions too. Null with the problem reported when it cannot be read.</summary>
    public Placed<Expression>? Expression(JsonValue? value)
    {
        if (value is null || value.Kind is not (JsonKind.String or JsonKind.Boolean)) return null;
        return Placed(value, Lessons.Expression.Parse(value.Kind == JsonKind.String ? value.Text : value.Shown));
    }

    /// <summary>A position. Null with the problem reported when it cannot be read.</summary>
    public Placed<Position>? Position(JsonValue? value) => value is null || value.Kind != JsonKind.String ? null : Placed(value, Lessons.Position.Parse(value.Text));

    private Placed<T>? Placed<T>(JsonValue value, TextResult<T> read)
        where T : notnull
    {
        if (read.Ok) return new(read.Value, value.Place);
        if (value.Text.Length > 0) Report(value, read.Error); // An empty text is reported by the check.
        return null;
    }

    private Text Text(JsonValue? value, Action<JsonValue> check)
    {
        if (value is null) return Lessons.Text.None;
        var fields = LessonSpec.Text.Read(value);
        foreach (var tag in new[] { "en", "zh" })
            if (fields[tag] is { } part) check(part);
            else if (value.Kind == JsonKind.Object && value[tag] is null)
                untranslated.Add(value, $"no {(tag == "en" ? "English" : "Chinese")} text", "every text in both languages", $"add \"{tag}\": \"…\"");
        return new(Joined(fields["en"]), Joined(fields["zh"])) { Place = value.Place };
    }

    private static string Joined(JsonValue? part) =>
        part is null ? "" : part.Kind == JsonKind.Array ? string.Join('\n', part.Items.Select(paragraph => paragraph.Text)) : part.Text;

    private void Report(JsonValue value, TextError error) => problems.Add(error.At(value.Place));
}

/// <summary>Errors of the expression language as problems of the file.</summary>
internal static class TextProblems
{
    /// <summary>The error as a problem at the place of the value that holds the text.</summary>
    public static Problem At(this TextError error, Core.Place place) =>
        new(place, $"`{TextError.Cut(error.Source)}`", $"a text that can be read: {error.Where}: {error.Message}");
}
