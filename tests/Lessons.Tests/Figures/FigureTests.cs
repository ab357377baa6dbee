using Core;

namespace Lessons.Tests;

public class FigureTests
{
    private const string Panels = "\"panels\": [\"network\", \"data\"]";

    private static string With(string figures) => LessonDocTests.Example.Replace(Panels, $"\"figures\": {figures}");

    private static string Curve(string rest) => With($$"""[{"type": "curves", "title": {"en": "T", "zh": "题"}, {{rest}}}]""");

    [Fact]
    public void The_figures_of_the_manual_are_read_and_checked_and_draw_their_numbers()
    {
        string figures = LessonDocTests.Doc.Split("```figures\n")[1].Split("```")[0];
        var result = CheckerTests.Check(LessonDocTests.Example.Replace("\"panels\": [\"loss\"],", $"\"panels\": [\"loss\"], \"figures\": {figures},"));
        Assert.Empty(result.Findings.Select(finding => finding.ToString()));
        Assert.Equal(7, result.Book!.Lessons[0].Scenes[3].Figures.Length);
    }

    [Theory]
    [InlineData("\"x\": \"iota(3)\", \"series\": []", "format", "1 to 8 curves")]
    [InlineData("\"x\": \"iota(3)\", \"serie\": []", "format", "did you mean \"series\"?")]
    [InlineData("\"x\": \"iota(3)\", \"series\": [{\"y\": \"x +\"}]", "format", "expected a value")]
    [InlineData("\"x\": \"iota(3)\", \"series\": [{\"y\": \"x\"}], \"format\": \"z\"", "format", "decimals")]
    [InlineData("\"x\": \"iota(3)\", \"series\": [{\"y\": \"x\"}], \"lines\": [{\"name\": \"a\"}]", "format", "neither \"x\" nor \"y\"")]
    [InlineData("\"x\": {\"from\": 0, \"to\": 1, \"points\": 1}, \"series\": [{\"y\": \"x\"}]", "format", "from 2 to 2000")]
    [InlineData("\"x\": {\"from\": 0, \"to\": 1, \"name\": \"t\"}, \"series\": [{\"y\": \"x\"}]", "expression", "unknown name `x`")]
    [InlineData("\"x\": \"x\", \"series\": [{\"y\": \"x\"}]", "expression", "unknown name `x`")]
    [InlineData("\"x\": \"iota(3)\", \"series\": [{\"y\": \"[1, 2]\"}]", "figure", "the curve of 2 values beside x of 3")]
    [InlineData("\"x\": \"iota(3)\", \"series\": [{\"y\": \"loss * x\"}]", "figure", "`loss` has no value at this moment of update 0")]
    [InlineData("\"x\": \"eye(3)\", \"series\": [{\"y\": \"x\"}]", "figure", "`eye(3)`, shape [3,3]")]
    [InlineData("\"x\": {\"from\": 0, \"to\": 1}, \"logX\": true, \"series\": [{\"y\": \"x\"}]", "figure", "from and to above 0")]
    [InlineData("\"x\": \"iota(3)\", \"series\": [{\"y\": \"x\"}], \"note\": {\"en\": \"{{lss}}\", \"zh\": \"{{lss}}\"}", "expression", "unknown name `lss`")]
    public void What_is_wrong_in_a_figure_is_told_with_its_place(string rest, string rule, string words)
    {
        var findings = CheckerTests.Check(Curve(rest)).Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(rule, finding.Rule));
        Assert.Contains(findings, finding => finding.ToString().Contains(words));
        Assert.All(findings, finding => Assert.True(finding.Problem.Place.Line > 0, finding.ToString()));
    }

    [Theory]
    [InlineData("""{"type": "bars", "title": {"en": "T", "zh": "题"}, "labels": ["a"], "values": "[1, 2]"}""", "figure", "values of 2 values beside labels of 1")]
    [InlineData("""{"type": "bars", "title": {"en": "T", "zh": "题"}}""", "format", "neither \"values\" nor \"series\"")]
    [InlineData("""{"type": "table", "title": {"en": "T", "zh": "题"}, "columns": ["a"], "rows": [{"name": "r", "values": [1, 2]}]}""", "figure", "2 values")]
    [InlineData("""{"type": "matrix", "title": {"en": "T", "zh": "题"}, "value": "zeros(2, 2, 2)"}""", "figure", "shape [2,2,2]")]
    [InlineData("""{"type": "points", "title": {"en": "T", "zh": "题"}, "x": [1, 2]}""", "format", "x without y")]
    [InlineData("""{"type": "points", "title": {"en": "T", "zh": "题"}, "x": [1, 2], "y": [3, 4], "classes": "iota(3)"}""", "figure", "classes of 3 values beside x of 2")]
    [InlineData("""{"type": "pie", "title": {"en": "T", "zh": "题"}}""", "format", "one of curves, points, bars, table, matrix, histogram")]
    [InlineData("""{"type": "histogram", "title": {"en": "A title that is much longer than any pane could show", "zh": "题"}, "values": "iota(3)"}""", "fit", "too long in English")]
    public void Every_kind_is_checked(string figure, string rule, string words)
    {
        var findings = CheckerTests.Check(With($"[{figure}]")).Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(rule, finding.Rule));
        Assert.Contains(findings, finding => finding.ToString().Contains(words));
    }

    [Fact]
    public void A_panel_figure_needs_a_figure()
    {
        var finding = Assert.Single(CheckerTests.Check(LessonDocTests.Example.Replace(Panels, "\"panels\": [\"figure\"]")).Findings);
        Assert.Contains("the picture figure without \"figures\"", finding.ToString());
    }

    [Fact]
    public void The_variable_holds_in_other_moments_and_variants()
    {
        var plot = (PlotValues)Evaluate("""{"type": "curves", "title": {"en": "T", "zh": "题"}, "x": {"from": 0, "to": 2, "points": 3}, "series": [{"y": "variant(edge, at(x * layer1.weight[0,0], 1))"}, {"y": 7}]}""", 4);
        // At the critical rate 0.4 the first step goes from 0 to 4.
        Assert.Equal([0, 4, 8], plot.Series[0].Y.Select(y => Math.Round(y, 5)));
        Assert.Equal([7, 7, 7], plot.Series[1].Y.ToArray());
    }

    [Fact]
    public void A_logarithmic_range_has_equal_ratios()
    {
        var plot = (PlotValues)Evaluate("""{"type": "curves", "title": {"en": "T", "zh": "题"}, "x": {"from": 0.01, "to": 100, "points": 5}, "logX": true, "series": [{"y": "x"}]}""", 0);
        Assert.Equal([0.01, 0.1, 1, 10, 100], plot.Series[0].X.Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void Points_of_one_class_are_one_cloud()
    {
        var plot = (PlotValues)Evaluate("""{"type": "points", "title": {"en": "T", "zh": "题"}, "x": [1, 2, 3], "y": [4, 5, 6], "classes": "[1, 0, 1]", "classNames": ["no"]}""", 0);
        Assert.Equal(["no", "1"], plot.Series.Select(series => series.Name.En));
        Assert.Equal([1.0, 3.0], plot.Series[1].X.ToArray());
    }

    [Fact]
    public void Bins_hold_every_finite_value()
    {
        var histogram = (HistogramValues)Evaluate("""{"type": "histogram", "title": {"en": "T", "zh": "题"}, "values": "concat(iota(10), nan, inf)", "bins": 3}""", 0);
        Assert.Equal([3, 3, 4], histogram.Series[0].Counts.ToArray());
        Assert.Equal((2, 4.5, 0.0, 9.0), (histogram.Series[0].NotFinite, histogram.Series[0].Mean, histogram.Low, histogram.High));
    }

    [Fact]
    public void Cells_have_the_format_of_their_column_and_truth_has_a_sign()
    {
        var table = (TableValues)Evaluate("""{"type": "table", "title": {"en": "T", "zh": "题"}, "columns": ["a", "b", "c", "d"], "formats": ["2", "%"], "rows": [{"name": "r", "values": ["1/3", "1/3", "1 < 2", "loss"]}, {"name": "s", "values": "[1, 2]"}]}""", 0);
        Assert.Equal(["0.33", "33%", "✓", "…"], table.Rows[0].Cells.ToArray());
        Assert.Equal(["1.00", "200%"], table.Rows[1].Cells.ToArray());
        Assert.Single(table.Missing);
    }

    private static FigureValues Evaluate(string figure, long update)
    {
        var lesson = RunLessons.Read(With($"[{figure}]"));
        return FigureEvaluator.Evaluate(lesson.Scenes[0].Figures[0], lesson.Start().Of(null).ValuesAt(new Moment(update, int.MaxValue)));
    }
}
