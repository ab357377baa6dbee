namespace Lessons;

/// <summary>Everything a figure asks of a run.</summary>
internal static class FigureExpressions
{
    /// <summary>Every expression, and whether it may use the figure's own row.</summary>
    public static IEnumerable<(Placed<Expression> Expression, string? Variable)> Of(Figure figure) => figure switch
    {
        CurvesFigure curves =>
            [.. Axis(curves.X), .. curves.Series.SelectMany(Items).Select(item => (item, (string?)curves.X.Name)), .. Plain(Marked(curves.Marks, curves.Lines))],
        PointsFigure points => Plain([
            .. points.Clouds.SelectMany(cloud => cloud.Classes is { } classes ? new[] { cloud.X, cloud.Y, classes } : [cloud.X, cloud.Y]),
            .. Marked(points.Marks, points.Lines)]),
        BarsFigure bars => Plain([.. bars.Series.SelectMany(Items), .. bars.LabelNumbers is { } labels ? new[] { labels } : []]),
        TableFigure table => Plain(table.Rows.SelectMany(Items)),
        MatrixFigure matrix => Plain(matrix.Parts.Select(part => part.Value)),
        HistogramFigure histogram => Plain([.. histogram.Series.SelectMany(Items), .. histogram.Lines.Select(line => line.At)]),
        _ => [],
    };

    /// <summary>Every text with numbers in it.</summary>
    public static IEnumerable<Text> Texts(Figure figure) => (figure switch
    {
        CurvesFigure curves => [.. curves.Series.Select(one => one.Name), .. Names(curves.Marks, curves.Lines, curves.Scales)],
        PointsFigure points => [.. points.Clouds.SelectMany(cloud => cloud.ClassNames.Append(cloud.Name)), .. Names(points.Marks, points.Lines, points.Scales)],
        BarsFigure bars => [.. bars.Labels, .. bars.Series.Select(one => one.Name)],
        TableFigure table => [.. table.Columns, .. table.Rows.Select(row => row.Name)],
        MatrixFigure matrix => matrix.Parts.SelectMany(part => part.Rows.Concat(part.Columns).Append(part.Name)),
        HistogramFigure histogram => [.. histogram.Series.Select(one => one.Name), .. histogram.Lines.Select(line => line.Name)],
        _ => Enumerable.Empty<Text>(),
    }).Prepend(figure.Note).Prepend(figure.Title);

    private static IEnumerable<Placed<Expression>> Items(FigureNumbers numbers) => numbers.Items;

    private static IEnumerable<(Placed<Expression>, string?)> Axis(FigureAxis axis) => Plain(axis.Values is { } values ? [values] : [axis.Range!.From, axis.Range.To]);

    private static IEnumerable<(Placed<Expression>, string?)> Plain(IEnumerable<Placed<Expression>> items) => items.Select(item => (item, (string?)null));

    private static IEnumerable<Placed<Expression>> Marked(IEnumerable<FigureMark> marks, IEnumerable<FigureLine> lines) =>
        [.. marks.SelectMany(mark => new[] { mark.X, mark.Y }), .. lines.Select(line => line.At)];

    private static IEnumerable<Text> Names(IEnumerable<FigureMark> marks, IEnumerable<FigureLine> lines, FigureScales scales) =>
        [.. marks.Select(mark => mark.Name), .. lines.Select(line => line.Name), scales.XName, scales.YName];
}
