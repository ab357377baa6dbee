using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>One figure from its tree; null when it cannot be read (the check has said why).</summary>
internal sealed class FigureBinder(TextBinder words, Problems problems)
{
    public Figure? Figure(JsonValue value)
    {
        if (value.Kind != JsonKind.Object || FigureSpec.Figure.Read(value) is not { } read) return null;
        var before = problems.Count + problems.Left;
        var fields = read.Fields;
        var (title, note, format, place) = (words.Spoken(fields["title"]), words.Spoken(fields["note"]), Format(fields["format"]), value.Place);
        Figure? figure = read.Tag switch
        {
            "curves" => Axis(fields["x"]) is { } x
                ? new CurvesFigure { Title = title, Note = note, Format = format, Place = place, X = x, Series = All(fields["series"], Curve), Marks = All(fields["marks"], Mark), Lines = All(fields["lines"], Line), Scales = Scales(fields) } : null,
            "points" => new PointsFigure { Title = title, Note = note, Format = format, Place = place, Clouds = Clouds(fields), Marks = All(fields["marks"], Mark), Lines = All(fields["lines"], Line), Scales = Scales(fields) },
            "bars" => new BarsFigure { Title = title, Note = note, Format = format, Place = place, Labels = Labels(fields["labels"]), LabelNumbers = words.Expression(fields["labels"]), Series = Series(fields) },
            "table" => new TableFigure { Title = title, Note = note, Format = format, Place = place, Columns = Labels(fields["columns"]), Formats = [.. (fields["formats"]?.Items ?? []).Select(Format).OfType<NumberFormat>()], Rows = All(fields["rows"], item => Named(item, FigureSpec.Row, "values")) },
            "matrix" => new MatrixFigure { Title = title, Note = note, Format = format, Place = place, Parts = Parts(fields) },
            _ => new HistogramFigure { Title = title, Note = note, Format = format, Place = place, Series = Series(fields), Bins = fields.Integer("bins"), Lines = All(fields["lines"], Line) },
        };
        return problems.Count + problems.Left == before && IsWhole(figure) ? figure : null;
    }

    // Empty lists and lists that are missing are reported by the check.
    private static bool IsWhole(Figure? figure) => figure switch
    {
        CurvesFigure curves => !curves.Series.IsEmpty,
        PointsFigure points => !points.Clouds.IsEmpty,
        BarsFigure bars => !bars.Series.IsEmpty,
        TableFigure table => !table.Rows.IsEmpty && !table.Columns.IsEmpty,
        MatrixFigure matrix => !matrix.Parts.IsEmpty,
        HistogramFigure histogram => !histogram.Series.IsEmpty,
        _ => false,
    };

    private FigureAxis? Axis(JsonValue? x)
    {
        if (x is null) return null;
        if (x.Kind == JsonKind.String) return words.Expression(x) is { } values ? new("x", values, null) : null;
        var fields = FigureSpec.Range.Read(x);
        return Number(fields["from"]) is { } from && Number(fields["to"]) is { } to ? new(fields.Text("name"), null, new(from, to, fields.Integer("points"))) : null;
    }

    private FigureNumbers? Curve(JsonValue item) => Named(item, FigureSpec.Curve, "y");

    private FigureNumbers? Named(JsonValue item, ObjectSpec spec, string key)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = spec.Read(item);
        return Numbers(Label(fields["name"]), fields[key]);
    }

    // One series under "values", or several under "series".
    private ImmutableArray<FigureNumbers> Series(FieldReader fields)
    {
        One(fields, "values", "series");
        return fields["values"] is { } values ? Numbers(Text.None, values) is { } numbers ? [numbers] : [] : All(fields["series"], item => Named(item, FigureSpec.Bars, "values"));
    }

    private ImmutableArray<FigureCloud> Clouds(FieldReader fields)
    {
        One(fields, "x", "clouds");
        return fields["x"] is not null ? Cloud(fields, Text.None) is { } cloud ? [cloud] : [] : All(fields["clouds"], item =>
            item.Kind == JsonKind.Object && FigureSpec.Cloud.Read(item) is { } its ? Cloud(its, Label(its["name"])) : null);
    }

    private FigureCloud? Cloud(FieldReader fields, Text name)
    {
        if (fields["y"] is null) problems.Add(fields.Value, "x without y", "\"y\": a row as long as x");
        return Row(fields["x"]) is { } x && Row(fields["y"]) is { } y ? new(name, x, y, words.Expression(fields["classes"]), Labels(fields["classNames"]), fields.Value.Place) : null;
    }

    private ImmutableArray<FigureMatrix> Parts(FieldReader fields)
    {
        One(fields, "value", "parts");
        return words.Expression(fields["value"]) is { } value
            ? [new(Text.None, "", value, Labels(fields["rows"]), Labels(fields["columns"]))]
            : All(fields["parts"], Part);
    }

    private FigureMatrix? Part(JsonValue item)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = FigureSpec.Part.Read(item);
        return words.Expression(fields["value"]) is { } value ? new(Label(fields["name"]), fields.Text("sign"), value, Labels(fields["rows"]), Labels(fields["columns"])) : null;
    }

    private FigureMark? Mark(JsonValue item)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = FigureSpec.Mark.Read(item);
        return Number(fields["x"]) is { } x && Number(fields["y"]) is { } y ? new(Label(fields["name"]), x, y) : null;
    }

    private FigureLine? Line(JsonValue item)
    {
        if (item.Kind != JsonKind.Object) return null;
        var fields = FigureSpec.Line.Read(item);
        One(fields, "x", "y");
        return Number(fields["x"] ?? fields["y"]) is { } at ? new(Label(fields["name"]), at, fields["x"] is not null) : null;
    }

    private FigureScales Scales(FieldReader fields) => new(Label(fields["xName"]), Label(fields["yName"]), fields.Boolean("logX"), fields.Boolean("logY"));

    private void One(FieldReader fields, string first, string second)
    {
        if (fields[first] is null == fields[second] is null)
            problems.Add(fields.Value, fields[first] is null ? $"neither \"{first}\" nor \"{second}\"" : $"both \"{first}\" and \"{second}\"", "exactly one of them");
    }

    private FigureNumbers? Numbers(Text name, JsonValue? value)
    {
        if (value is null) return null;
        Placed<Expression>?[] items = value.Kind == JsonKind.Array ? [.. value.Items.Select(Number)] : [Number(value)];
        return items.Contains(null) || items.Length == 0 ? null : new(name, [.. items.OfType<Placed<Expression>>()], value.Kind == JsonKind.Array, value.Place);
    }

    // A list of numbers is the literal list of the language.
    private Placed<Expression>? Row(JsonValue? value)
    {
        if (value is not { Kind: JsonKind.Array }) return words.Expression(value);
        Placed<Expression>?[] items = [.. value.Items.Select(Number)];
        return items.Contains(null) ? null : new(Expression.Parse($"[{string.Join(", ", items.Select(item => item!.Value))}]").OrThrow(), value.Place);
    }

    private Placed<Expression>? Number(JsonValue? value) =>
        value is { Kind: JsonKind.Number } ? new(Expression.Parse(Lessons.Number.Shortest(value.Number)).OrThrow(), value.Place) : words.Expression(value);

    private ImmutableArray<Text> Labels(JsonValue? value) => value is { Kind: JsonKind.Array } ? [.. value.Items.Select(Label)] : [];

    private Text Label(JsonValue? value) => value is { Kind: JsonKind.String } ? new Text(value.Text, value.Text) { Place = value.Place } : words.Spoken(value);

    private NumberFormat? Format(JsonValue? value)
    {
        if (value is not { Kind: JsonKind.String }) return null;
        if (NumberFormat.Parse(value.Text) is { } format) return format;
        problems.Add(value, value.Shown, NumberFormat.Expected);
        return null;
    }

    private static ImmutableArray<T> All<T>(JsonValue? list, Func<JsonValue, T?> read) where T : class => [.. (list?.Items ?? []).Select(read).OfType<T>()];
}
