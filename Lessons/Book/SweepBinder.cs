using System.Globalization;
using Core;

namespace Lessons;

/// <summary>The runs of the picture <c>sweep</c> from their tree, as far as they can be read.</summary>
internal sealed class SweepBinder(TextBinder words, Problems problems)
{
    /// <summary>The sweep, or null if there is none or with the problems reported.</summary>
    public Sweep? Sweep(JsonValue? at)
    {
        if (at is not { Kind: JsonKind.Object }) return null;
        var fields = LessonSpec.Sweep.Read(at);
        var shows = (fields["show"] is { Kind: JsonKind.Array } list ? list.Items : [fields["show"]!]).Select(words.Expression).ToArray();
        var by = fields["by"] is { Kind: JsonKind.Object } second ? Axis(second, LessonSpec.SweepAxis.Read(second)) : null;
        if (shows.Contains(null) || Axis(at, fields) is not { } over || fields["by"] is not null && by is null) return null;
        if (by?.Over == over.Over) problems.Add(at, $"a sweep over {over.Over} by the same field", "two fields; leave `by` out for one");
        if (by is not null && shows.Length > 1) problems.Add(fields["show"]!, $"{shows.Length} expressions for a map", "one expression, for a map of two fields shows one");
        if (by is not null && (long)over.Count * by.Count > SweepGridRunner.Most) problems.Add(at, $"{over.Count} × {by.Count} runs", $"at most {SweepGridRunner.Most}");
        return new(over, by, [.. shows.OfType<Placed<Expression>>()], fields.LongOrNull("updates"), at.Place);
    }

    private SweepAxis? Axis(JsonValue at, FieldReader fields)
    {
        var over = fields.Text("over");
        if (fields["values"] is { } values) return Listed(values, over, hasRange: fields["from"] is not null || fields["to"] is not null);
        if (fields["from"] is null || fields["to"] is null)
        {
            problems.Add(at, $"a sweep over {over} without values", "`from` and `to`, or `values`");
            return null;
        }
        if (!fields.Boolean("log") || fields.Number("from") > 0 && fields.Number("to") > 0) return SweepAxis.Range(over, fields.Number("from"), fields.Number("to"), fields.Integer("count"), fields.Boolean("log"));
        problems.Add(at, "a logarithmic sweep from or to 0 or below", "`from` and `to` above 0");
        return null;
    }

    private SweepAxis? Listed(JsonValue values, string over, bool hasRange)
    {
        if (hasRange) problems.Add(values, "`values` beside `from` and `to`", "one of the two");
        var axis = SweepAxis.List(over, [.. values.Items.Select(item => item.Kind == JsonKind.String ? item.Text! : item.Number.ToString("R", CultureInfo.InvariantCulture))]);
        if (axis.Words.Distinct().Count() == axis.Count) return axis;
        problems.Add(values, "a value given twice", "each value once");
        return null;
    }
}
