using System.Text;
using Lessons;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class FigurePictureTests
{
    private const string Scene =
        """
        {"text": {"en": "Look.", "zh": "看。"}, "at": "300", "figures": [
          {"type": "curves", "title": {"en": "tanh and its slope", "zh": "tanh 与它的斜率"}, "x": {"from": -4, "to": 4},
           "series": [{"name": "tanh x", "y": "tanh(x)"}, {"name": {"en": "slope", "zh": "斜率"}, "y": "1 - tanh(x)^2"}],
           "marks": [{"x": "layer1.z[:,0]", "y": "layer1.a[:,0]", "name": {"en": "unit 0", "zh": "单元 0"}}], "lines": [{"y": 0}]},
          {"type": "curves", "title": {"en": "loss so far", "zh": "至今的损失"}, "x": "iota(update + 1)", "logY": true, "xName": {"en": "update", "zh": "更新"}, "yName": {"en": "loss", "zh": "损失"},
           "series": [{"name": "η 0.5", "y": "history(loss)"}, {"name": "η 5", "y": "variant(fast, history(loss))"}]},
          {"type": "bars", "title": {"en": "weights, start and now", "zh": "权重：起点与现在"}, "labels": ["w₀₀", "w₀₁", "w₁₀", "w₁₁"], "series": [
            {"name": {"en": "start", "zh": "起点"}, "values": "at(flatten(layer1.weight[0:2]), 0)"}, {"name": {"en": "now", "zh": "现在"}, "values": "flatten(layer1.weight[0:2])"}]},
          {"type": "table", "title": {"en": "two samples", "zh": "两个样本"}, "columns": ["x₀", "x₁", "y", {"en": "output", "zh": "输出"}, {"en": "right?", "zh": "对吗？"}], "formats": ["g3", "g3", "0", "3"], "rows": [
            {"name": {"en": "sample 0", "zh": "样本 0"}, "values": ["data.x[0,0]", "data.x[0,1]", "data.y[0,0]", "train.a[0,0]", "(train.a[0,0] > 0.5) == (data.y[0,0] > 0.5)"]},
            {"name": {"en": "sample 3", "zh": "样本 3"}, "values": ["data.x[3,0]", "data.x[3,1]", "data.y[3,0]", "train.a[3,0]", "(train.a[3,0] > 0.5) == (data.y[3,0] > 0.5)"]}]},
          {"type": "matrix", "title": {"en": "X · Wᵀ = Z − b", "zh": "X · Wᵀ = Z − b"}, "parts": [
            {"name": "X", "value": "data.x"}, {"name": "Wᵀ", "sign": "·", "value": "transpose(layer1.weight)"}, {"name": "Z − b", "sign": "=", "value": "matmul(data.x, transpose(layer1.weight))"}]},
          {"type": "histogram", "title": {"en": "weights", "zh": "权重"}, "series": [{"name": "layer1", "values": "layer1.weight"}, {"name": "layer2", "values": "layer2.weight"}], "bins": 16, "lines": [{"x": 0, "name": "0"}]},
          {"type": "points", "title": {"en": "hidden units 0 and 1", "zh": "隐藏单元 0 与 1"}, "x": "train.layer1.a[:,0]", "y": "train.layer1.a[:,1]", "classes": "data.y[:,0]", "classNames": [{"en": "no", "zh": "否"}, {"en": "yes", "zh": "是"}]},
          {"type": "matrix", "title": {"en": "all weights", "zh": "全部权重"}, "value": "layer1.weight", "rows": ["a", "b", "c", "d"], "columns": ["x₀", "x₁"], "note": {"en": "update {{update}}", "zh": "更新 {{update}}"}}]}
        """;

    private static readonly LessonRuns Runs = Start(Scene);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Figures_are_drawn_at_every_size_and_in_both_languages(int number)
    {
        var data = FigureData.From(Source(), number)!;
        Assert.Empty(data.Values.Missing);
        Snapshot.Match(Look.Of($"figure-{number}", (region, settings) => FigureView.Draw(Frame.Draw(region, FigureView.Title(data, settings), note: FigureView.Note(data, settings)), data, settings)),
            SnapshotNameExtension.Create(number), method: "Figure");
        Look.AtAnySize((region, settings) => FigureView.Draw(region, data, settings));
    }

    [Fact]
    public void Numbers_of_figures_are_those_of_the_run_and_move_with_it()
    {
        var before = (TableValues)FigureData.From(Source(), 4)!.Values;
        var run = Runs.Of(null);
        Assert.Equal(run.Values.TryGet("train.a", out var outputs) ? new NumberFormatOf3().Write(outputs.Values[0]) : "", before.Rows[0].Cells[3]);
        run.Go(new UpdatePosition(1500));
        var after = (TableValues)FigureData.From(Source(move: false), 4)!.Values;
        Assert.NotEqual(before.Rows[0].Cells[3], after.Rows[0].Cells[3]);
        Assert.Equal("✓", after.Rows[0].Cells[4]);
    }

    [Fact]
    public void What_does_not_exist_at_a_moment_is_left_out_and_named()
    {
        Runs.Of(null).Go(new UpdatePosition(0));
        var curves = (PlotValues)FigureData.From(Source(move: false), 1)!.Values;
        Assert.Equal(2, curves.Series.Length);
        Assert.Empty(curves.Marks);
        Assert.Contains("`layer1.z` has no value at this moment of update 0", curves.Missing);
    }

    [Fact]
    public void A_scene_has_no_more_figures_than_it_defines()
    {
        Assert.Null(FigureData.From(Source(), 9));
        Assert.Equal(["figure", "figure2"], new[] { FigureData.NameOf(1), FigureData.NameOf(2) });
        for (int number = 1; number <= Figure.Most; number++) Assert.NotNull(PictureRegistry.Find(FigureData.NameOf(number)));
    }

    private static PictureSource Source(bool move = true)
    {
        if (move) Assert.True(Runs.GoToScene(0).Ok);
        var run = Runs.Of(null);
        return new PictureSource(RunView.Of(run.Timeline, LossRecord.Empty), run, null, null, Phrase.Empty, Phrase.Empty, Runs.Lesson.Scenes[0]);
    }

    private static LessonRuns Start(string scene)
    {
        var read = LessonReader.Read(Encoding.UTF8.GetBytes(
            $$"""
            {"format": 1, "lessons": [{"id": "figures", "title": {"en": "F", "zh": "图"}, "summary": {"en": "F.", "zh": "图。"}, "minutes": 1,
              "experiment": {"data": {"type": "xor"}, "layers": [
                {"units": 4, "activation": "tanh", "initialWeights": {"type": "lcg", "seed": 1} }, {"units": 1, "activation": "sigmoid", "initialWeights": {"type": "lcg", "seed": 1} }],
                "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 2000}, "evaluation": {"every": 0} },
              "variants": [{"id": "fast", "title": {"en": "fast", "zh": "快"}, "set": {"optimizer.learningRate": 5} }],
              "scenes": [{{scene}}], "takeaway": {"en": "It works.", "zh": "可以。"} }]}
            """));
        Assert.Equal("", read.Problems.ToString());
        return LessonRuns.Start(read.Book!.Lessons[0]).Runs!;
    }

    private sealed class NumberFormatOf3
    {
        public string Write(double value) => value.ToString("F3", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
