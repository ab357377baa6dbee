using Core;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class SurfacePictureTests
{
    private const string Valley = """
        {"data": {"inputs": [[1, 0], [0, 3]], "targets": [[1], [3]]},
         "layers": [{"units": 1, "bias": false, "initialWeights": [[-1, 0.2]]}], "loss": "mse_half",
         "optimizer": {"type": "sgd", "learningRate": 0.2}, "length": {"updates": 60}}
        """;

    private static SurfaceData At(string json, long update, params string[] wanted)
    {
        var runs = Runs.Of(json);
        var source = SurfaceSource.Of(runs.Timeline.Program, wanted)!;
        return source.From(runs.At(update), runs.Timeline.Program);
    }

    [Fact]
    public void The_surface_is_the_loss_of_all_samples_and_the_minimum_is_where_it_is_least()
    {
        var data = At(Valley, 5);
        // L = ((w₁ − 1)² + (3w₂ − 3)²) / 4.
        Assert.Equal(1, data.Minimum!.Value.X, 6);
        Assert.Equal(1, data.Minimum!.Value.Y, 6);
        for (int k = 0; k < data.Losses.Length; k += 97)
        {
            double x = data.X.Min + (data.X.Max - data.X.Min) * (k % data.Columns) / (data.Columns - 1), y = data.Y.Min + (data.Y.Max - data.Y.Min) * (k / data.Columns) / (data.Rows - 1);
            Assert.Equal(((x - 1) * (x - 1) + 9 * (y - 1) * (y - 1)) / 4, data.Losses[k], 9);
        }
    }

    [Fact]
    public void The_path_is_that_of_the_run_and_the_run_does_not_notice()
    {
        var runs = Runs.Of(Valley);
        var source = SurfaceSource.Of(runs.Timeline.Program)!;
        runs.At(4);
        ulong before = runs.Timeline.StateHash();
        var path = source.From(runs.View, runs.Timeline.Program).Path;
        Assert.Equal(before, runs.Timeline.StateHash());
        Assert.Equal([0L, 1, 2, 3, 4], path.Select(point => point.Update));
        for (int k = 0; k <= 4; k++)
        {
            var weights = runs.At(k).Find("layer1.weight")!.Values;
            Assert.Equal((weights[0], weights[1]), ((float)path[k].X, (float)path[k].Y));
        }
        Assert.Equal(3, source.From(runs.At(2), runs.Timeline.Program).Path.Length);
    }

    [Fact]
    public void After_a_change_by_hand_the_path_goes_through_the_changed_weights()
    {
        var runs = Runs.Of(Valley);
        var source = SurfaceSource.Of(runs.Timeline.Program)!;
        source.From(runs.At(2), runs.Timeline.Program);
        runs.Timeline.SeekUpdate(3);
        runs.Timeline.Change("layer1.weight", [0, 0], 0.5f);
        var path = source.From(runs.View, runs.Timeline.Program).Path;
        Assert.Equal(0.5, path[^1].X);
        Assert.Equal([0L, 1, 2, 3], path.Select(point => point.Update));
    }

    [Fact]
    public void Parameters_can_be_chosen_and_the_others_are_said_to_be_held()
    {
        var data = At(Runs.Xor, 10, "layer2.weight[0,1]", "layer1.bias[2]");
        Assert.Equal(("layer2.weight[0,1]", "layer1.bias[2]"), (data.XName, data.YName));
        Assert.Equal(15, data.HeldCount);
        Assert.Null(data.Minimum);
    }

    [Fact]
    public void Surfaces_have_their_picture()
    {
        Match("valley", At(Valley, 12));
        Match("xor", At(Runs.Xor, 60));
        Match("line", At(Runs.Line("0.05").Replace("[[0]]}", "[[0]], \"bias\": false}"), 6));
        Match("diverging", At(Valley.Replace("0.2}, \"length", "0.47}, \"length"), 8));

        static void Match(string name, SurfaceData data)
        {
            Snapshot.Match(Look.Of("surface-" + name, (region, settings) => SurfaceView.Draw(Frame.Draw(region, SurfaceView.Title(data, settings), note: SurfaceView.Note(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Surface");
            Look.AtAnySize((region, settings) => SurfaceView.Draw(region, data, settings));
        }
    }
}
