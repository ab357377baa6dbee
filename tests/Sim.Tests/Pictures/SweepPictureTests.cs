using Core;
using Lessons;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class SweepPictureTests
{
    private static SweepData Of(string json, string over, double from, double to, int count, bool log, long updates, double? current = null)
    {
        var experiment = ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).Experiment!;
        double[] values = [.. Enumerable.Range(0, count).Select(k => log ? from * Math.Pow(to / from, k / (count - 1.0)) : from + (to - from) * k / (count - 1))];
        return new SweepData(SweepGridRunner.Prepare(experiment, SweepAxis.Of(over, values, log), null, updates, null, DataLoader.WithoutFiles, [])!.Run(), ["loss"], current);
    }

    [Fact]
    public void Sweeps_have_their_picture()
    {
        Match("rates", Of(Runs.Line("0.1").Replace("[[0]]}", "[[0]], \"bias\": false}"), "optimizer.learningRate", 0.01, 0.3, 30, false, 20, 0.1));
        Match("log", Of(Runs.Line("0.1"), "optimizer.learningRate", 0.0001, 10, 26, true, 40));
        Match("units", Of(Runs.Xor, "layers[0].units", 1, 8, 8, false, 60));

        static void Match(string name, SweepData data)
        {
            Snapshot.Match(Look.Of("sweep-" + name, (region, settings) => SweepView.Draw(Frame.Draw(region, SweepView.Title(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Sweep");
            Look.AtAnySize((region, settings) => SweepView.Draw(region, data, settings));
        }
    }

    [Fact]
    public void Several_curves_differ_by_mark_and_name()
    {
        const string Melons = """
            {"data": {"type": "melons", "n": 60, "extraFeatures": 17, "standardise": true, "split": {"type": "count", "validation": 30}},
             "layers": [{"units": 1, "activation": "sigmoid", "initialWeights": "zeros"}], "loss": "sigmoid_bce", "regularizers": [{"type": "l2_half", "lambda": 0}],
             "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 200}, "evaluation": {"every": 0}}
            """;
        var experiment = ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(Melons)).Experiment!;
        double[] values = [.. Enumerable.Range(0, 17).Select(k => 0.001 * Math.Pow(3000, k / 16.0))];
        string[] shows = ["eval.train.loss", "eval.validation.loss", "norm(layer1.weight) / 10"];
        Expression[] expressions = [.. shows.Select(show => Expression.Parse(show).Value!)];
        var data = new SweepData(SweepGridRunner.Prepare(experiment, SweepAxis.Of("regularizers[0].lambda", values, true), null, null, expressions, DataLoader.WithoutFiles, [])!.Run(), [.. shows], null);
        Snapshot.Match(Look.Of("sweep-curves", (region, settings) => SweepView.Draw(Frame.Draw(region, SweepView.Title(data, settings)), data, settings)), SnapshotNameExtension.Create("curves"), method: "Sweep");
        Look.AtAnySize((region, settings) => SweepView.Draw(region, data, settings));
    }

    // A bowl of curvatures 1 and 100, from (−4, 2) to (1, 1).
    private const string Bowl = """
        {"data": {"type": "bowl", "curvatures": [1, 100], "minimum": [1, 1]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[-4, 2]]}], "loss": "mse",
         "optimizer": {"type": "sgd", "learningRate": 0.018}, "length": {"updates": 60}, "evaluation": {"every": 0}}
        """;

    private static SweepGridRunner MapRunner(SweepAxis over, SweepAxis by, string json = Bowl, long? updates = null) =>
        SweepGridRunner.Prepare(ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).Experiment!, over, by, updates, null, DataLoader.WithoutFiles, [])!;

    private static SweepData Map() =>
        new(MapRunner(SweepAxis.Range("optimizer.learningRate", 0.002, 0.05, 16, false), SweepAxis.List("optimizer.momentum", ["0", "0.3", "0.6", "0.8", "0.9", "0.95"])).Run(), ["loss"], null);

    [Fact]
    public void Two_fields_are_a_map()
    {
        Match("map", Map());
        Match("map-words", new SweepData(MapRunner(SweepAxis.Range("optimizer.learningRate", 0.003, 3, 9, true), SweepAxis.List("optimizer.type", ["sgd", "adam", "rmsprop", "adagrad"])).Run(), ["loss"], null));
        Match("map-large", new SweepData(MapRunner(SweepAxis.Range("optimizer.learningRate", 0.0002, 0.05, 44, false), SweepAxis.Range("optimizer.momentum", 0, 0.95, 24, false), updates: 20).Run(), ["loss"], null));
        Match("words", new SweepData(SweepGridRunner.Prepare(ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(Runs.Xor)).Experiment!, SweepAxis.List("optimizer.type", ["sgd", "adam", "rmsprop"]), null, 20, null, DataLoader.WithoutFiles, [])!.Run(), ["loss"], null));

        static void Match(string name, SweepData data)
        {
            Snapshot.Match(Look.Of("sweep-" + name, (region, settings) => SweepView.Draw(Frame.Draw(region, SweepView.Title(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Sweep");
            Look.AtAnySize((region, settings) => SweepView.Draw(region, data, settings));
        }
    }

    [Fact]
    public void The_line_of_the_map_parts_runs_that_fall_from_runs_that_rise()
    {
        var grid = Map().Grid;
        double[] momentum = [0, 0.3, 0.6, 0.8, 0.9, 0.95];
        for (int row = 0; row < grid.Height; row++)
        {
            Assert.Equal(2 * (1 + momentum[row]) / 100, grid.Critical[row]!.Value, 6);
            for (int column = 0; column < grid.Width; column++)
                // At the border itself the way is neither there nor back yet.
                if (Math.Abs(grid.Columns.Numbers[column] / grid.Critical[row]!.Value - 1) > 0.05)
                    Assert.True(grid[row, column]!.HasRisen == grid.Columns.Numbers[column] > grid.Critical[row], $"{row}, {column}");
        }
    }

    [Fact]
    public void The_line_is_drawn_between_the_values_it_lies_between()
    {
        var grid = Map().Grid;
        var layout = SweepMapLayout.Of(new Size(4 + 1 + 16 * 4, 6), grid);
        Assert.Equal(new Size(4, 1), layout.Cell);
        for (int k = 0; k < 16; k++) Assert.Equal(4 * k + 2, layout.At(grid.Columns, grid.Columns.Numbers[k]));
        Assert.Equal(4, layout.At(grid.Columns, (0.002 + 0.0052) / 2));
        Assert.Null(layout.At(grid.Columns, 0.06));
        Assert.Null(layout.At(grid.Columns, 0.0001));
    }

    [Fact]
    public void A_map_that_is_not_done_says_how_far_it_is()
    {
        var runner = MapRunner(SweepAxis.Range("optimizer.learningRate", 0.01, 0.03, 3, false), SweepAxis.List("optimizer.type", ["sgd", "adam", "rmsprop", "adagrad"]), updates: 20);
        var none = new SweepData(runner.Now, ["loss"], null);
        Look.AtAnySize((region, settings) => SweepView.Draw(region, none, settings));
        // Three runs of a shape train one after another.
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => runner.Run(cancellation.Token, done =>
        {
            if (done == 3) cancellation.Cancel();
        }));
        var half = new SweepData(runner.Now, ["loss"], null) { IsStopped = true };
        Assert.Equal(3, half.Grid.Done);
        Assert.Equal((false, false), (half.Grid.IsWhole, half.GoesOn));
        Assert.True(((SweepData)half.GoingOn()).GoesOn);
        var grid = new Grid(80, 24);
        SweepView.Draw(grid.All, half, ViewSettings.Default);
        Assert.Contains("3 of 12 runs", GridText.Of(grid));
        Assert.Contains("stopped", GridText.Of(grid));
        Look.AtAnySize((region, settings) => SweepView.Draw(region, half, settings));
    }
}
