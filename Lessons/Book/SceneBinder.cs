using Core;

namespace Lessons;

/// <summary>One scene from its tree, as far as it can be read.</summary>
internal sealed class SceneBinder(JsonValue value, int index, TextBinder words, Problems problems)
{
    /// <summary>The id of a scene that states none.</summary>
    public static string StandardId(int index) => $"scene-{index + 1}";

    /// <summary>The scene, or null with the problems reported.</summary>
    public Scene? Scene()
    {
        if (value.Kind != JsonKind.Object) return null;
        int before = problems.Count + problems.Left;
        var fields = LessonSpec.Scene.Read(value);
        var path = fields["path"]?.Items.Select(words.Expression).ToArray() ?? [];
        var scene = new Scene
        {
            Id = fields.TextOrNull("id") ?? StandardId(index),
            Title = words.Plain(fields["title"]),
            Text = words.Spoken(fields["text"]),
            Variant = fields.TextOrNull("variant"),
            At = words.Position(fields["at"]),
            Until = words.Expression(fields["until"]),
            Steps = fields.Integer("steps"),
            Per = Enum.TryParse<Ladder>(fields.Text("per"), ignoreCase: true, out var per) ? per : Ladder.Operation,
            Compare = fields.TextOrNull("compare"),
            Focus = Focus(fields["focus"]),
            Panels = [.. fields.Texts("panels")!],
            Figures = [.. fields["figures"]!.Items.Select(new FigureBinder(words, problems).Figure).OfType<Figure>()],
            Zoom = fields.TextOrNull("zoom"),
            Path = [.. path.OfType<Placed<Expression>>()],
            Sweep = new SweepBinder(words, problems).Sweep(fields["sweep"]),
            Ask = fields["ask"] is { } ask ? new QuestionBinder(ask, words).Question() : null,
            Notes = words.Spoken(fields["notes"]),
            Place = value.Place,
        };
        return problems.Count + problems.Left == before ? scene : null;
    }

    internal static Focus? Focus(JsonValue? at)
    {
        if (at is not { Kind: JsonKind.Object }) return null;
        var fields = LessonSpec.Focus.Read(at);
        return new(fields.Text("step"), [.. (fields["index"]?.Items ?? []).Select(item => (int)item.Number)], at.Place);
    }
}
