using Snapshooter.Xunit;

namespace Sim.Tests;

public class FitTests
{
    private const string Line = """
        {"data": {"inputs": [[0], [1], [2], [3]], "targets": [1, 3, 4, 8], "validation": {"inputs": [[1.5]], "targets": [5]}},
         "layers": [{"units": 1, "initialWeights": [[0]]}],
         "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 400}}
        """;

    private const string Bent = """
        {"data": {"inputs": [[0], [0.5], [1], [1.5], [2]], "targets": [0, 0.5, 0.8, 1.0, 0.9]},
         "layers": [{"units": 3, "activation": "tanh"}, {"units": 1}], "seed": 4, "batches": 2,
         "loss": "mse", "optimizer": {"type": "adam", "learningRate": 0.05}, "length": {"updates": 300}}
        """;

    [Fact]
    public void The_line_of_least_squares_lies_where_descent_arrives()
    {
        var data = At(Line, 400)!;
        Assert.Equal(2.2, data.Line!.Weights[0], 9);
        Assert.Equal(0.7, data.Line.Intercept, 9);
        Assert.All(data.Points, point => Assert.Equal(0.7 + 2.2 * point.X, point.Output, 3));
        Assert.Equal(data.Points[3].Output - 8, data.Points[3].Residual);
        Assert.Equal((1.5, 5), Assert.Single(data.Validation));
    }

    [Fact]
    public void Before_training_the_answer_is_not_given_away() => Assert.Null(At(Line, 0)!.Line);

    [Fact]
    public void A_bent_network_has_a_curve_and_no_straight_line()
    {
        var data = At(Bent, 299)!;
        Assert.Null(data.Line);
        Assert.Equal(2, data.Points.Count(point => point.IsCurrent));
        Assert.True(data.Curve[100] > data.Curve[0] + 0.3);
    }

    [Fact]
    public void Two_inputs_or_two_outputs_have_no_such_picture()
    {
        Assert.Null(At(Runs.Xor, 1));
        Assert.Null(At(Line.Replace("[1, 3, 4, 8]", "[[1, 1], [3, 2], [4, 3], [8, 4]]").Replace("[5]}", "[[5, 5]]}").Replace("\"units\": 1, \"initialWeights\": [[0]]", "\"units\": 2"), 1));
    }

    [Fact]
    public void The_fit_has_its_picture()
    {
        foreach (var (name, json, update) in new[] { ("line", Line, 2L), ("bent", Bent, 300) })
        {
            var data = At(json, update, beside: Line.Replace("\"units\": 1,", "\"units\": 1, \"bias\": false,"))!;
            Snapshot.Match(Look.Of("fit-" + name, (region, settings) => FitView.Draw(Frame.Draw(region, FitView.Title(settings), note: FitView.Note(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Fit");
            Look.AtAnySize((region, settings) => FitView.Draw(region, data, settings));
        }
    }

    private static FitData? At(string json, long update, string? beside = null)
    {
        var (runs, other) = (Runs.Of(json), beside is null ? null : Runs.Of(beside));
        other?.At(update);
        return FitData.From(runs.At(update), runs.Timeline.Program, other?.Timeline.Program, new Phrase("no intercept", "没有截距"));
    }
}
