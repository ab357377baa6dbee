using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>One question from its tree; null when it cannot be read (the check has said why).</summary>
internal sealed class QuestionBinder(JsonValue value, TextBinder words)
{
    /// <summary>The question.</summary>
    public Question? Question()
    {
        if (LessonSpec.Ask.Read(value) is not { } read) return null;
        var fields = read.Fields;
        var (prompt, explain) = (words.Spoken(fields["prompt"]), words.Spoken(fields["explain"]));
        ImmutableArray<Text> hints = [.. fields["hints"]!.Items.Select(words.Spoken)];
        switch (read.Tag)
        {
            case "choice":
                ImmutableArray<Choice?> choices = [.. (fields["choices"]?.Items ?? []).Select(Choice)];
                return choices.Contains(null) ? null : new ChoiceQuestion { Prompt = prompt, Hints = hints, Explain = explain, Place = value.Place, Choices = choices! };
            case "number":
                var answer = words.Expression(fields["answer"]);
                var slips = Slips(fields);
                return answer is null || slips is null ? null : new NumberQuestion
                {
                    Prompt = prompt,
                    Hints = hints,
                    Explain = explain,
                    Place = value.Place,
                    Answer = answer,
                    Tolerance = Tolerance(fields["tolerance"]),
                    Slips = slips.Value,
                };
            default:
                var usual = Slips(fields);
                return SceneBinder.Focus(fields["value"]) is not { } focus || usual is null ? null : new PredictQuestion
                {
                    Prompt = prompt,
                    Hints = hints,
                    Explain = explain,
                    Place = value.Place,
                    Value = focus,
                    Tolerance = Tolerance(fields["tolerance"]),
                    Slips = usual.Value,
                };
        }
    }

    private Choice? Choice(JsonValue item)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = LessonSpec.Choice.Read(item);
        var (text, right, feedback) = (words.Spoken(fields["text"]), words.Expression(fields["right"]), words.Spoken(fields["feedback"]));
        return right is null ? null : new(text, right, feedback, item.Place);
    }

    private ImmutableArray<Slip>? Slips(FieldReader fields)
    {
        ImmutableArray<Slip?> slips = [.. fields["slips"]!.Items.Select(Slip)];
        return slips.Contains(null) ? null : slips!;
    }

    private Slip? Slip(JsonValue item)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = LessonSpec.Slip.Read(item);
        var (number, feedback) = (words.Expression(fields["value"]), words.Spoken(fields["feedback"]));
        return number is null ? null : new(fields.Text("name"), number, feedback);
    }

    private static Tolerance Tolerance(JsonValue? value)
    {
        if (value is not { Kind: JsonKind.Object }) return new();
        var fields = LessonSpec.Tolerance.Read(value);
        return new(fields.Number("absolute"), fields.Number("relative"));
    }
}
