using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>One lesson from its tree, as far as it can be read.</summary>
internal sealed class LessonBinder(JsonValue value, TextBinder words, Problems problems, ExperimentLimits? limits)
{
    /// <summary>The lesson, or null with the problems reported.</summary>
    public Lesson? Lesson()
    {
        if (value.Kind != JsonKind.Object) return null;
        var fields = LessonSpec.Lesson.Read(value);
        var (title, summary) = (words.Plain(fields["title"]), words.Plain(fields["summary"]));
        var source = fields["experiment"];
        var experiment = source is null ? null : Experiment(source, []);
        ImmutableArray<Variant?> variants = [.. fields["variants"]!.Items.Select(item => Variant(item, source, experiment is not null))];
        ImmutableArray<Scene?> scenes = [.. (fields["scenes"]?.Items ?? []).Select((item, index) => new SceneBinder(item, index, words, problems).Scene())];
        ImmutableArray<Claim?> claims = [.. fields["claims"]!.Items.Select(Claim)];
        var (takeaway, sandbox) = (words.Spoken(fields["takeaway"]), words.Plain(fields["sandbox"]));
        if (experiment is null || variants.Contains(null) || scenes.IsEmpty || scenes.Contains(null) || claims.Contains(null)) return null;
        return new()
        {
            Id = fields.Text("id"),
            Title = title,
            Summary = summary,
            Minutes = fields.Integer("minutes"),
            Topics = [.. fields.Texts("topics")!],
            Needs = [.. fields.Texts("needs")!],
            Terms = [.. fields.Texts("terms")!],
            Source = source!,
            Experiment = experiment,
            Variants = variants!,
            Scenes = scenes!,
            Claims = claims!,
            Takeaway = takeaway,
            Sandbox = sandbox,
            Place = value.Place,
        };
    }

    private Experiment? Experiment(JsonValue source, IEnumerable<JsonValue> changes)
    {
        var changed = source;
        foreach (var change in changes)
        {
            if (Override.Apply(changed, ExperimentSpec.Root, change.Key!, change, problems) is not { } next) return null;
            changed = next;
        }
        var read = ExperimentReader.Read(changed, limits: limits);
        foreach (var problem in read.Problems) problems.Add(problem);
        if (read.Experiment?.Precision == Precision.Double)
            problems.Add(changed["precision"] ?? changed, "\"double\"", "a lesson in single precision, whose bits are the same everywhere", "leave \"precision\" out");
        return read.Experiment;
    }

    private Variant? Variant(JsonValue item, JsonValue? source, bool isReadable)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = LessonSpec.Variant.Read(item);
        var title = words.Plain(fields["title"]);
        if (fields["set"] is not { } set || source is null) return null;
        if (set.Kind != JsonKind.Object || set.Count == 0)
        {
            problems.Add(set, set.Shown, "an object of at least one changed field", "for example {\"optimizer.learningRate\": 1.2}");
            return null;
        }
        var experiment = isReadable ? Experiment(source, set.Members) : null;
        return experiment is null ? null : new(fields.Text("id"), title, [.. set.Members.Select(change => KeyValuePair.Create(change.Key!, change))], experiment);
    }

    private Claim? Claim(JsonValue item)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = LessonSpec.Claim.Read(item);
        var (text, holds, at) = (words.Spoken(fields["text"]), words.Expression(fields["holds"]), words.Position(fields["at"]));
        return holds is null || at is null ? null : new(text, holds, fields.TextOrNull("variant"), at);
    }
}
