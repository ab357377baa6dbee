using System.Text;
using Core;

namespace Lessons.Tests;

public class SweepGridTests
{
    private const string Bowl = """
        {"data": {"type": "bowl", "curvatures": [1, 100], "minimum": [1, 1]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[-4, 2]]}], "loss": "mse",
         "optimizer": {"type": "sgd", "learningRate": 0.018}, "length": {"updates": 30}, "evaluation": {"every": 0}}
        """;

    private static SweepGridRunner? Prepare(string json, SweepAxis over, SweepAxis? by, Problems? problems = null, long? updates = null) =>
        SweepGridRunner.Prepare(ExperimentReader.Read(Encoding.UTF8.GetBytes(json)).Experiment!, over, by, updates, null, DataLoader.WithoutFiles, problems ?? []);

    [Fact]
    public void A_cell_is_the_run_with_both_values_set()
    {
        var grid = Prepare(Bowl, SweepAxis.List("optimizer.learningRate", ["0.01", "0.03"]), SweepAxis.List("optimizer.momentum", ["0", "0.5", "0.9"]))!.Run();
        Assert.Equal((2, 3, true), (grid.Width, grid.Height, grid.IsWhole));
        for (var row = 0; row < 3; row++)
            for (var column = 0; column < 2; column++)
            {
                var alone = Prepare(Bowl.Replace("0.018", $"{grid.Columns.Words[column]}, \"momentum\": {grid.Rows!.Words[row]}"), SweepAxis.List("seed", ["0", "1"]), null)!.Run().Curve.Points[0];
                Assert.Equal((alone.First, alone.Last, alone.Best, alone.Updates), (grid[row, column]!.First, grid[row, column]!.Last, grid[row, column]!.Best, grid[row, column]!.Updates));
            }
    }

    [Theory]
    [InlineData("optimizer.momentum", "0.9", 2 * 1.9 / 100)]
    [InlineData("optimizer.momentum", "0", 2.0 / 100)]
    [InlineData("optimizer.type", "adam", null)]
    [InlineData("optimizer.weightDecay", "0.1", null)]
    [InlineData("batches", "2", null)]
    [InlineData("data.curvatures", "[4, 25]", 2.0 / 25)]
    public void Each_row_has_its_critical_rate_where_theory_speaks_of_it(string field, string value, double? expected)
    {
        var grid = Prepare(Bowl, SweepAxis.Range(SweepAxis.Rate, 0.01, 0.02, 2, false), new SweepAxis(field, [value, value], [], false))!.Run();
        foreach (var critical in grid.Critical)
            if (expected is { } rate) Assert.Equal(rate, critical!.Value, 6);
            else Assert.Null(critical);
    }

    [Fact]
    public void Nesterov_bears_less()
    {
        // z² − (1 + μ)(1 − ηλ)z + μ(1 − ηλ) has the root −1 at ηλ = 2(1 + μ)/(1 + 2μ).
        var grid = Prepare(Bowl.Replace("0.018", "0.018, \"momentum\": 0.5, \"nesterov\": true"), SweepAxis.Range(SweepAxis.Rate, 0.0101, 0.0177, 5, false), SweepAxis.List("optimizer.momentum", ["0.5", "0.9"]), updates: 300)!.Run();
        Assert.Equal(2 * 1.9 / 2.8 / 100, grid.Critical[1]!.Value, 6);
        for (var column = 0; column < grid.Width; column++) Assert.Equal(grid.Columns.Numbers[column] > grid.Critical[1], grid[1, column]!.HasRisen);
    }

    [Fact]
    public void A_field_inside_the_other_is_set_after_it()
    {
        foreach (var swaps in new[] { false, true })
        {
            var (rate, whole) = (SweepAxis.List("optimizer.learningRate", ["0.01", "0.02"]), SweepAxis.List("optimizer", ["sgd", "adam"]));
            var grid = Prepare(Bowl, swaps ? whole : rate, swaps ? rate : whole)!.Run();
            Assert.Equal("optimizer.learningRate", grid.Columns.Over);
            Assert.Equal(4, grid.Points.Select(point => point!.Last).Distinct().Count());
        }
    }

    [Fact]
    public void Numbers_of_a_list_are_put_in_order_and_words_are_left_in_theirs()
    {
        Assert.Equal(new double[] { 0.1, 0.3, 1 }, SweepAxis.List("k", ["1", "0.1", "3e-1"]).Numbers.AsEnumerable());
        Assert.Equal(new[] { "0.1", "0.3", "1" }, SweepAxis.List("k", ["1", "0.1", "3e-1"]).Words.AsEnumerable());
        Assert.Equal(new[] { "relu", "1" }, SweepAxis.List("k", ["relu", "1"]).Words.AsEnumerable());
        Assert.True(SweepAxis.List("k", ["0.01", "1"]).Log);
        Assert.False(SweepAxis.List("k", ["0", "1"]).Log);
        Assert.Equal(new double[] { 1, 2.5, 4 }, SweepAxis.Range("k", 1, 4, 3, false).Numbers.AsEnumerable());
    }

    [Fact]
    public void Runs_that_are_done_stay_when_the_others_are_ended_and_are_not_trained_again()
    {
        var runner = Prepare(Bowl, SweepAxis.Range(SweepAxis.Rate, 0.01, 0.03, 3, false), SweepAxis.List("optimizer.type", ["sgd", "adam", "rmsprop", "adagrad"]), updates: 5)!;
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => runner.Run(cancellation.Token, done =>
        {
            if (done == 7) cancellation.Cancel();
        }));
        // Three runs of a shape train one after another.
        var half = runner.Now;
        Assert.Equal(7, half.Done);
        Assert.NotNull(half.Least);
        var told = new List<int>();
        var whole = runner.Run(default, told.Add);
        Assert.True(whole.IsWhole);
        Assert.All(half.Points.Zip(whole.Points).Where(pair => pair.First is not null), pair => Assert.Same(pair.First, pair.Second));
        Assert.Equal(8, told[0]);
        Assert.Equal(12, told[^1]);
    }

    [Fact]
    public void A_run_that_is_not_possible_is_a_problem()
    {
        var problems = new Problems();
        Assert.Null(Prepare(Bowl, SweepAxis.Range(SweepAxis.Rate, 0.1, 1, 2, false), SweepAxis.List("optimizer.type", ["sgd", "adem"]), problems));
        Assert.Contains("adam", problems.ToString());
    }
}
