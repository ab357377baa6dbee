using System.Text;
using Core;

namespace Lessons.Tests;

public class SweepCurveTests
{
    private const string Line = """
        {"data": {"inputs": [[1], [2], [3]], "targets": [2, 4, 6]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[0]]}], "loss": "mse",
         "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 5}}
        """;

    private static Experiment Read(string json) => ExperimentReader.Read(Encoding.UTF8.GetBytes(json)).Experiment!;

    private static SweepCurve Sweep(string json, string over, double[] values, string? show = null, long? updates = null) =>
        Runner(json, over, values, show is null ? null : [Expression.Parse(show).OrThrow()], updates).Run().Curve;

    private static SweepGridRunner Runner(string json, string over, double[] values, Expression[]? shows, long? updates) =>
        SweepGridRunner.Prepare(Read(json), SweepAxis.Of(over, values, false), null, updates, shows, DataLoader.WithoutFiles, [])!;

    [Fact]
    public void Each_run_shows_the_expression_at_its_last_moment()
    {
        // w ← w − η·(2·14/3)(w − 2) from 0: after one update w = η·56/3.
        var curve = Sweep(Line, "optimizer.learningRate", [0.01, 0.03], "layer1.weight[0,0]", 1);
        Assert.Equal(0.01 * 56 / 3, curve.Points[0].Shown!.Value, 6);
        Assert.Equal(0.03 * 56 / 3, curve.Points[1].Shown!.Value, 6);
        Assert.Equal(0.01, curve.Least!.Value);
    }

    [Fact]
    public void Several_expressions_are_several_curves_and_the_least_is_that_of_the_last()
    {
        Expression[] shows = [Expression.Parse("layer1.weight[0,0]").OrThrow(), Expression.Parse("-layer1.weight[0,0]").OrThrow(), Expression.Parse("at(loss, 9)").OrThrow()];
        var curve = Runner(Line, "optimizer.learningRate", [0.01, 0.03], shows[..2], 1).Run().Curve;
        Assert.Equal(2, curve.Count);
        Assert.Equal(0.03 * 56 / 3, curve.Points[1].Shown!.Value, 6);
        Assert.Equal(-0.03 * 56 / 3, curve.Points[1].All[1]!.Value, 6);
        Assert.Equal(0.03, curve.Least!.Value);
        var none = Runner(Line, "optimizer.learningRate", [0.01, 0.03], shows, 1).Run().Curve;
        Assert.Null(none.Points[0].All[2]);
        Assert.Null(none.Least);
    }

    [Fact]
    public void Of_several_that_end_alike_the_middle_one_is_the_least()
    {
        // Every rate leaves the start weight alone in its first update's loss.
        var curve = Sweep(Line, "optimizer.learningRate", [0.01, 0.02, 0.03], "loss", 1);
        Assert.Equal(0.02, curve.Least!.Value);
    }

    [Fact]
    public void Losses_are_the_first_the_last_and_the_least()
    {
        var point = Sweep(Line, "optimizer.learningRate", [0.3]).Points[0];
        // Error shrinks by 1 − 0.3·28/3 = −1.8 an update, so that the loss grows by 3.24.
        Assert.Equal(56.0 / 3, point.First, 4);
        Assert.Equal(56.0 / 3 * Math.Pow(3.24, 4), point.Last, 1);
        Assert.Equal(point.First, point.Best);
        Assert.Equal(5, point.Updates);
        Assert.True(point.HasRisen);
        Assert.Null(point.DivergedAt);
    }

    [Fact]
    public void The_length_of_the_run_can_itself_be_swept()
    {
        Assert.Equal([2L, 4], Sweep(Line, "length.updates", [2, 4]).Points.Select(point => point.Updates));
    }

    [Theory]
    [InlineData("{\"type\": \"sgd\", \"learningRate\": 0.1}", "optimizer.learningRate", 1.0)]
    [InlineData("{\"type\": \"sgd\", \"learningRate\": 0.1, \"momentum\": 0.9}", "optimizer.learningRate", 1.9)]
    [InlineData("{\"type\": \"adam\", \"learningRate\": 0.1}", "optimizer.learningRate", null)]
    [InlineData("{\"type\": \"sgd\", \"learningRate\": 0.1}", "seed", null)]
    public void The_critical_rate_is_told_only_where_theory_speaks_of_this_run(string optimizer, string over, double? times)
    {
        var curve = Sweep(Line.Replace("{\"type\": \"sgd\", \"learningRate\": 0.1}", optimizer), over, [1, 2]);
        // 2/λmax, and with momentum μ (1 + μ) times as much (Polyak 1964).
        Assert.Equal(times is not null, curve.Critical is not null);
        if (times is not null) Assert.Equal(times.Value * 3 / 14, curve.Critical!.Value, 6);
    }

    [Fact]
    public void A_value_that_cannot_be_used_is_a_problem_with_its_text()
    {
        var problems = new Problems();
        Assert.Null(SweepGridRunner.Prepare(Read(Line), SweepAxis.Of("layers[0].units", [1, 1.5], false), null, null, null, DataLoader.WithoutFiles, problems));
        Assert.Contains("1.5", problems.ToString());
    }
}
