using Snapshooter.Xunit;

namespace Sim.Tests;

public class DataPictureTests
{
    private const string Iris = """
        {"data": {"inputs": [[5.1, 3.5, 1.4, 0.2], [4.9, 3.0, 1.4, 0.2], [7.0, 3.2, 4.7, 1.4], [6.4, 3.2, 4.5, 1.5], [6.3, 3.3, 6.0, 2.5], [5.8, 2.7, 5.1, 1.9]],
                  "targets": [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]],
                  "inputNames": ["sepal length", "sepal width", "petal length", "petal width"]},
         "layers": [{"units": 3, "activation": "softmax"}], "seed": 2, "batches": 2,
         "loss": "softmax_ce", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"epochs": 100}}
        """;

    private const string Dying = """
        {"data": {"inputs": [[1, 0], [2, 0], [3, 0], [4, 0]], "targets": [[1], [1], [0], [0]]},
         "layers": [{"units": 4, "activation": "relu", "initialWeights": [[-1, 0], [1, 0], [1, 0], [1, 0]], "initialBias": [0, 0, -1.5, -3.5]},
                    {"units": 1, "activation": "sigmoid", "initialWeights": [[1, 100, 1, 1]], "initialBias": [0]}],
         "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0}, "length": {"updates": 3}}
        """;

    private const string Regression = """
        {"data": {"inputs": [[0], [0.5], [1], [1.5], [2]], "targets": [[0], [0.5], [0.8], [1.0], [0.9]]},
         "layers": [{"units": 3, "activation": "tanh"}, {"units": 1}], "seed": 4,
         "loss": "mse", "optimizer": {"type": "adam", "learningRate": 0.05}, "length": {"updates": 300}}
        """;

    [Fact]
    public void Inputs_that_say_a_word_together_are_one_column_of_words()
    {
        string[] names = ["size", "colour=red", "colour=blue", "a=b", "x=1", "y=1", "y=2"];
        InputColumn[] columns = [.. InputColumn.Of(names.Length, k => names[k])];
        Assert.Equal(["size", "colour", "a=b", "x=1", "y"], columns.Select(column => column.Name));
        double[] inputs = [3, -0.7, 1.4, 1, 0, 0, 0];
        Assert.Equal([null, "blue", null, null, ""], columns.Select(column => column.Word(inputs)));
    }

    [Fact]
    public void The_boundary_shows_what_the_network_says_at_every_place()
    {
        var runs = Runs.Of(Runs.Xor);
        var data = BoundaryData.From(runs.At(200), runs.Timeline.Program)!;
        Assert.Equal(BoundaryKind.Cut, data.Kind);
        Assert.All(data.Points, point => Assert.True(point.IsRight));
        foreach (var (x, y, isOne) in new[] { (0.0, 0.0, false), (0, 1, true), (1, 0, true), (1, 1, false) })
            Assert.Equal(isOne, data.At(data.X.Fraction(x), data.Y.Fraction(y)) > data.Cut);
        Assert.Equal([0, 1, 1, 0], data.Points.Select(point => point.Class));
    }

    [Fact]
    public void Inputs_that_are_not_shown_are_held_at_their_mean_and_images_have_no_boundary()
    {
        var runs = Runs.Of(Iris);
        var data = BoundaryData.From(runs.At(3), runs.Timeline.Program)!;
        Assert.Equal(["petal length", "petal width"], data.Held.Select(held => held.Name));
        Assert.Equal(23.1 / 6, data.Held[0].Value, 9);
        Assert.Equal(2, data.Points.Count(point => point.IsCurrent));
        var digits = Runs.Of(Runs.Digits);
        Assert.Null(BoundaryData.From(digits.View, digits.Timeline.Program));
    }

    [Fact]
    public void Boundaries_of_every_kind_have_their_picture()
    {
        Match("xor", Runs.Xor, 200);
        Match("spiral", Runs.Spiral, 25);
        Match("iris", Iris, 150);
        Match("curve", Regression, 300);

        static void Match(string name, string json, long update)
        {
            var runs = Runs.Of(json);
            var data = BoundaryData.From(runs.At(update), runs.Timeline.Program)!;
            Snapshot.Match(Look.Of("boundary-" + name, (region, settings) => BoundaryView.Draw(Frame.Draw(region, BoundaryView.Title(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Boundary");
            Look.AtAnySize((region, settings) => BoundaryView.Draw(region, data, settings));
        }
    }

    [Fact]
    public void The_census_counts_rows_on_which_a_unit_sleeps()
    {
        var runs = Runs.Of(Dying);
        var data = CensusData.From(runs.View, runs.Timeline.Program)!;
        // x = 1 … 4: −x never above 0; x always; x − 1.5 on three of four; x − 3.5 on one.
        Assert.Equal(new UnitCensus[] { new(CensusState.Dead, 1), new(CensusState.Active, 0), new(CensusState.Partly, 0.25), new(CensusState.Asleep, 0.75) }, data.Layers[0].Units.ToArray());
        Assert.Equal(new UnitCensus[] { new(CensusState.Dead, 1) }, data.Layers[1].Units.ToArray()); // σ′(100…) is 0 in float.
        Assert.Equal(4, data.Rows);
    }

    [Fact]
    public void A_census_has_its_picture()
    {
        foreach (var (name, json, update) in new[] { ("dying", Dying, 0L), ("spiral", Runs.Spiral, 25), ("chain", Runs.Chain(10, 8), 3), ("digits", Runs.Digits, 1) })
        {
            var runs = Runs.Of(json);
            var data = CensusData.From(runs.At(update), runs.Timeline.Program)!;
            Snapshot.Match(Look.Of("census-" + name, (region, settings) => CensusView.Draw(Frame.Draw(region, CensusView.Title(settings), note: CensusView.Note(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Census");
            Look.AtAnySize((region, settings) => CensusView.Draw(region, data, settings));
        }
    }

    [Fact]
    public void A_histogram_counts_every_activation_once()
    {
        var runs = Runs.Of(Dying);
        var layer = HistogramData.From(runs.View, runs.Timeline.Program).Layers[0];
        // 0 0 0 0 · 1 2 3 4 · 0 .5 1.5 2.5 · 0 0 0 .5
        Assert.Equal(16, layer.Counts.Sum());
        Assert.Equal(15.0 / 16, layer.Mean, 6);
        Assert.Equal(8.0 / 16, layer.Zeros, 6);
        Assert.Equal(Math.Sqrt(39.0 / 16 - 225.0 / 256), layer.Deviation, 6);
        Assert.Equal((0, 4), (layer.Low, layer.High));
    }

    [Fact]
    public void Histograms_have_their_picture()
    {
        foreach (var (name, json, update) in new[] { ("dying", Dying, 0L), ("spiral", Runs.Spiral, 25), ("chain", Runs.Chain(10, 8), 3), ("regression", Regression, 300) })
        {
            var runs = Runs.Of(json);
            var data = HistogramData.From(runs.At(update), runs.Timeline.Program);
            Snapshot.Match(Look.Of("histogram-" + name, (region, settings) => HistogramView.Draw(Frame.Draw(region, HistogramView.Title(data, settings), note: HistogramView.Note(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Histogram");
            Look.AtAnySize((region, settings) => HistogramView.Draw(region, data, settings));
        }
    }

    [Fact]
    public void On_the_way_back_the_histogram_counts_the_slopes_that_are_there()
    {
        var runs = Runs.Of(Runs.Chain(10, 8));
        var view = runs.At(1, "layer7.dz");
        var data = HistogramData.From(view, runs.Timeline.Program);
        Assert.Equal(["layer7", "layer8", "layer9", "layer10", "layer11"], data.Layers.Select(layer => layer.Name));
        Assert.All(data.Layers, layer => Assert.Equal(view.Find(layer.Name + ".dz")!.Values.Length, layer.Counts.Sum()));
        Assert.Equal(view.Find("layer7.dz")!.Values.Average(value => (double)value), data.Layers[0].Mean, 9);
        Assert.Single(data.Layers.Select(layer => (layer.Low, layer.High)).Distinct());
        Snapshot.Match(Look.Of("histogram-slopes", (region, settings) => HistogramView.Draw(Frame.Draw(region, HistogramView.Title(data, settings), note: HistogramView.Note(data, settings)), data, settings)), SnapshotNameExtension.Create("slopes"), method: "Histogram");
        Look.AtAnySize((region, settings) => HistogramView.Draw(region, data, settings));
    }

    [Fact]
    public void The_table_marks_the_batch_and_keeps_it_in_sight()
    {
        var runs = Runs.Of(Runs.Spiral);
        var data = DataTableData.From(runs.At(7), runs.Timeline.Program);
        int[] batch = [.. runs.View.Find("batch.index")!.Values.Select(value => (int)value)];
        Assert.Equal(batch.Order(), data.Samples.Where(sample => sample.IsInBatch).Select(sample => sample.Row));
        var grid = new Grid(80, 12);
        DataTableView.Draw(grid.All, data, ViewSettings.Default);
        Assert.Contains("▶", GridText.Of(grid));
    }

    [Fact]
    public void Tables_and_outputs_have_their_picture()
    {
        foreach (var (name, json, update) in new[] { ("melon", Runs.Melon, 3L), ("iris", Iris, 150), ("spiral", Runs.Spiral, 7), ("digits", Runs.Digits, 1) })
        {
            var runs = Runs.Of(json);
            var table = DataTableData.From(runs.At(update), runs.Timeline.Program);
            Snapshot.Match(Look.Of("data-" + name, (region, settings) => DataTableView.Draw(Frame.Draw(region, DataTableView.Title(settings)), table, settings)), SnapshotNameExtension.Create(name), method: "DataTable");
            Look.AtAnySize((region, settings) => DataTableView.Draw(region, table, settings));
            var outputs = OutputBarsData.From(runs.View, runs.Timeline.Program);
            Snapshot.Match(Look.Of("outputs-" + name, (region, settings) => OutputBarsView.Draw(Frame.Draw(region, OutputBarsView.Title(settings)), outputs, settings)), SnapshotNameExtension.Create(name), method: "Outputs");
            Look.AtAnySize((region, settings) => OutputBarsView.Draw(region, outputs, settings));
        }
    }

    [Fact]
    public void Labels_are_judged_one_by_one_and_classes_by_the_largest()
    {
        var labels = Outputs("""
            {"data": {"inputs": [[1], [1]], "targets": [[1, 0, 1], [1, 1, 1]], "classNames": ["funny", "sad", "old"]},
             "layers": [{"units": 3, "activation": "sigmoid", "bias": false, "initialWeights": [[1000], [-1000], [0.1]]}],
             "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 3}}
            """, "labels");
        Assert.Equal(OutputKind.Labels, labels.Kind);
        Assert.Equal([true, false], labels.Samples.Select(sample => sample.IsRight(labels.Kind)!.Value));
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(k => labels.Samples[0].IsChosen(labels.Kind, k)));
        Assert.Equal(new double[] { 1000, -1000, 0.1f }, labels.Samples[0].Sums.ToArray());

        var classes = Outputs("""
            {"data": {"inputs": [[1]], "targets": [[0, 1]]},
             "layers": [{"units": 2, "activation": "softmax", "bias": false, "initialWeights": [[1000], [-1000]]}],
             "loss": "softmax_ce", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 3}}
            """, "far");
        Assert.Equal(new double[] { 1, 0 }, classes.Samples[0].Outputs.ToArray());
        Assert.False(classes.Samples[0].IsRight(classes.Kind));

        var numbers = Outputs(Regression, "numbers");
        Assert.Null(numbers.Samples[0].IsRight(numbers.Kind));

        static OutputBarsData Outputs(string json, string name)
        {
            var runs = Runs.Of(json);
            var data = OutputBarsData.From(runs.View, runs.Timeline.Program);
            Snapshot.Match(Look.Of("outputs-" + name, (region, settings) => OutputBarsView.Draw(Frame.Draw(region, OutputBarsView.Title(settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Outputs");
            Look.AtAnySize((region, settings) => OutputBarsView.Draw(region, data, settings));
            return data;
        }
    }
}
