using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Evaluates figures at one moment of a run. What cannot be evaluated is left out and reported; the rest is shown.</summary>
public sealed class FigureEvaluator
{
    private const int MostPoints = 100_000, MostCells = 10_000, MostBars = 200;

    private readonly IRunValues run;
    private readonly Action<Problem> report;
    private readonly List<string> missing = [];

    private FigureEvaluator(IRunValues run, Action<Problem> report) => (this.run, this.report) = (run, report);

    /// <summary>The figure with its numbers.</summary>
    /// <param name="figure">What is asked.</param>
    /// <param name="run">Of whom, and when.</param>
    /// <param name="report">Told everything that could not be evaluated, with its place in the file.</param>
    public static FigureValues Evaluate(Figure figure, IRunValues run, Action<Problem>? report = null)
    {
        var evaluator = new FigureEvaluator(run, report ?? (_ => { }));
        var values = evaluator.Of(figure);
        return values with { Missing = [.. evaluator.missing] };
    }

    private FigureValues Of(Figure figure) => figure switch
    {
        CurvesFigure curves => Curves(curves),
        PointsFigure points => new PlotValues(Say(points.Title), Say(points.Note), points.Format, [.. points.Clouds.SelectMany(Cloud)], Marks(points.Marks), Lines(points.Lines), Say(points.Scales)),
        BarsFigure bars => Bars(bars),
        TableFigure table => Table(table),
        MatrixFigure matrix => new MatrixValues(Say(matrix.Title), Say(matrix.Note), matrix.Format, [.. matrix.Parts.Select(Part).OfType<MatrixPart>()]),
        _ => Histogram((HistogramFigure)figure),
    };

    private PlotValues Curves(CurvesFigure figure)
    {
        var series = ImmutableArray.CreateBuilder<PlotSeries>();
        if (X(figure) is { } x)
        {
            var values = new ValuesWith(run, figure.X.Name, Tensor.Row([.. x]));
            foreach (var curve in figure.Series)
                if (Numbers(curve, values) is { } y && AsLong(y, x.Length, curve.Place, "the curve", "x") is { } fitting) series.Add(new(Say(curve.Name), x, fitting, false));
        }
        return new(Say(figure.Title), Say(figure.Note), figure.Format, series.ToImmutable(), Marks(figure.Marks), Lines(figure.Lines), Say(figure.Scales));
    }

    private ImmutableArray<double>? X(CurvesFigure figure)
    {
        if (figure.X.Values is { } values) return Row(values, run, MostPoints);
        var range = figure.X.Range!;
        if (Number(range.From) is not { } from || Number(range.To) is not { } to) return null;
        if (figure.Scales.LogX && !(from > 0 && to > 0))
        {
            Miss(new(range.From.Place, $"a logarithmic axis from {from} to {to}", "from and to above 0"));
            return null;
        }
        return figure.Scales.LogX
            ? [.. Linspace.Between(Math.Log(from), Math.Log(to), range.Points).Values.Select((log, k) => k == 0 ? from : k == range.Points - 1 ? to : Math.Exp(log))]
            : Linspace.Between(from, to, range.Points).Values;
    }

    private IEnumerable<PlotSeries> Cloud(FigureCloud cloud)
    {
        if (Row(cloud.X, run, MostPoints) is not { } x || Row(cloud.Y, run, MostPoints) is not { } y) return [];
        if (AsLong(y, x.Length, cloud.Place, "y", "x") is not { } fitting) return [];
        if (cloud.Classes is not { } classes) return [new(Say(cloud.Name), x, fitting, true)];
        if (Row(classes, run, MostPoints) is not { } labels || AsLong(labels, x.Length, classes.Place, "classes", "x") is not { } known) return [];
        return known.Distinct().Order().Select((label, k) =>
        {
            int[] its = [.. Enumerable.Range(0, x.Length).Where(i => known[i].Equals(label))];
            var name = k < cloud.ClassNames.Length ? Say(cloud.ClassNames[k]) : new Text(NumberText.Of(label), NumberText.Of(label));
            return new PlotSeries(name, [.. its.Select(i => x[i])], [.. its.Select(i => fitting[i])], true);
        });
    }

    private ImmutableArray<PlotMark> Marks(ImmutableArray<FigureMark> marks)
    {
        var shown = ImmutableArray.CreateBuilder<PlotMark>();
        foreach (var mark in marks)
            if (Row(mark.X, run, MostPoints) is { } x && Row(mark.Y, run, MostPoints) is { } y && AsLong(y, x.Length, mark.Y.Place, "the mark's y", "its x") is { } fitting)
                shown.Add(new(Say(mark.Name), x, fitting));
        return shown.ToImmutable();
    }

    private ImmutableArray<PlotLine> Lines(ImmutableArray<FigureLine> lines) =>
        [.. lines.Select(line => Number(line.At) is { } at ? new PlotLine(Say(line.Name), at, line.IsVertical) : null).OfType<PlotLine>()];

    private BarsValues Bars(BarsFigure figure)
    {
        var series = figure.Series.Select(one => (one, Values: Numbers(one, run))).Where(pair => pair.Values is not null).ToList();
        ImmutableArray<Text> labels = [.. figure.Labels.Select(Say)];
        if (figure.LabelNumbers is { } numbers)
            labels = [.. (Row(numbers, run, MostBars) ?? []).Select(number => (figure.Format ?? default).Write(number)).Select(text => new Text(text, text))];
        else if (labels.IsEmpty && series.Count > 0) labels = [.. Enumerable.Range(0, Math.Min(MostBars, series.Max(pair => pair.Values!.Value.Length))).Select(k => $"{k}").Select(text => new Text(text, text))];
        return new(Say(figure.Title), Say(figure.Note), figure.Format, labels,
            [.. series.Select(pair => AsLong(pair.Values!.Value, labels.Length, pair.one.Place, "values", "labels") is { } fitting ? new NamedNumbers(Say(pair.one.Name), fitting) : null).OfType<NamedNumbers>()]);
    }

    private TableValues Table(TableFigure figure)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var row in figure.Rows)
        {
            ImmutableArray<string> cells = row.IsList ? [.. row.Items.Select((item, k) => Cell(figure, Value(item, run), k))] : Row(row.Items[0], run, MostBars) is { } all ? [.. all.Select((number, k) => Written(figure, number, k))] : [];
            if (cells.Length > figure.Columns.Length)
                Miss(new(row.Place, $"{cells.Length} values", $"at most {figure.Columns.Length}, one for each of the columns"));
            rows.Add(new(Say(row.Name), [.. cells.Take(figure.Columns.Length)]));
        }
        return new(Say(figure.Title), Say(figure.Note), figure.Format, [.. figure.Columns.Select(Say)], rows.ToImmutable());
    }

    private static string Cell(TableFigure figure, ExpressionValue? value, int column) => value switch
    {
        null => "…",
        { Kind: ElementKind.Bool, Tensor.IsSingle: true } truth => truth.Tensor.Values[0] != 0 ? "✓" : "✗",
        { Kind: ElementKind.Bool } truths => truths.ToString(),
        _ => value.Tensor.Format(number => Written(figure, number, column)),
    };

    private static string Written(TableFigure figure, double number, int column) =>
        (column < figure.Formats.Length ? figure.Formats[column] : figure.Format ?? default).Write(number);

    private MatrixPart? Part(FigureMatrix part)
    {
        if (Value(part.Value, run) is not { } value) return null;
        var shape = value.Tensor.Shape;
        if (shape.Length > 2 || value.Tensor.Values.Length > MostCells)
            return Miss<MatrixPart>(new(part.Value.Place, $"`{part.Value}`, shape {Tensor.Show(shape)}", $"a matrix of at most {MostCells} elements"));
        return new(Say(part.Name), part.Sign, shape.Length == 2 ? shape[0] : 1, shape.IsEmpty ? 1 : shape[^1], value.Tensor.Values, [.. part.Rows.Select(Say)], [.. part.Columns.Select(Say)]);
    }

    private HistogramValues Histogram(HistogramFigure figure)
    {
        var found = figure.Series.Select(one => (one.Name, Values: Numbers(one, run, isFlat: true))).Where(pair => pair.Values is not null).ToList();
        double[] finite = [.. found.SelectMany(pair => pair.Values!.Value).Where(double.IsFinite)];
        var (low, high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        return new(Say(figure.Title), Say(figure.Note), figure.Format, low, high,
            [.. found.Select(pair => Binned(Say(pair.Name), pair.Values!.Value, figure.Bins, low, high))], Lines(figure.Lines));
    }

    private static HistogramSeries Binned(Text name, ImmutableArray<double> values, int bins, double low, double high)
    {
        var (counts, finite) = (new int[bins], values.Where(double.IsFinite).ToArray());
        foreach (var value in finite) counts[Math.Clamp((int)((value - low) / (high - low) * bins), 0, bins - 1)]++;
        return new(name, [.. counts], Lessons.Number.Mean(finite), Lessons.Number.Deviation(finite), values.Length - finite.Length);
    }

    private ImmutableArray<double>? Numbers(FigureNumbers numbers, IRunValues values, bool isFlat = false)
    {
        if (!numbers.IsList) return isFlat ? Value(numbers.Items[0], values)?.Tensor.Values : Row(numbers.Items[0], values, MostPoints);
        var items = numbers.Items.Select(item => Number(item)).ToArray();
        return items.All(item => item is null) ? null : [.. items.Select(item => item ?? double.NaN)];
    }

    // A single number is repeated.
    private ImmutableArray<double>? AsLong(ImmutableArray<double> values, int length, Core.Place place, string what, string beside)
    {
        if (values.Length == length) return values;
        if (values.Length == 1) return [.. Enumerable.Repeat(values[0], length)];
        Miss(new(place, $"{what} of {values.Length} values beside {beside} of {length}", $"{length} values, or one number"));
        return null;
    }

    private double? Number(Placed<Expression> expression)
    {
        if (Value(expression, run) is not { } value) return null;
        if (value.Tensor.Values.Length == 1) return value.Tensor.Values[0];
        Miss(new(expression.Place, $"`{expression}`, shape {Tensor.Show(value.Tensor.Shape)}", "one number"));
        return null;
    }

    // A matrix of one row or one column is a row, too.
    private ImmutableArray<double>? Row(Placed<Expression> expression, IRunValues values, int most)
    {
        if (Value(expression, values) is not { } value) return null;
        if (value.Tensor.Values.Length <= most && value.Tensor.Shape.Count(length => length != 1) <= 1) return value.Tensor.Values;
        Miss(new(expression.Place, $"`{expression}`, shape {Tensor.Show(value.Tensor.Shape)}", $"a row of at most {most} numbers"));
        return null;
    }

    private ExpressionValue? Value(Placed<Expression> expression, IRunValues values)
    {
        var value = expression.Value.Evaluate(values);
        if (value.Ok) return value.Value;
        missing.Add(value.Error.Message);
        report(value.Error.At(expression.Place));
        return null;
    }

    private T? Miss<T>(Problem problem) where T : class
    {
        Miss(problem);
        return null;
    }

    private void Miss(Problem problem)
    {
        missing.Add($"{problem.Given}; {problem.Expected}");
        report(problem);
    }

    private Text Say(Text text) => text.IsEmpty ? text : text with { En = text.In(Language.English, run), Zh = text.In(Language.Chinese, run) };

    private FigureScales Say(FigureScales scales) => scales with { XName = Say(scales.XName), YName = Say(scales.YName) };
}
