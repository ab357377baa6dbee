using Snapshooter.Xunit;

namespace Sim.Tests;

public class ActivationPictureTests
{
    private static string Net(string activation, string more = "", string outputs = "sigmoid") => $$$"""
        {"data": {"inputs": [[-8], [-1], [0], [0.5], [9]], "targets": [[0], [0], [1], [1], [1]]},
         "layers": [{"units": 1, "activation": {{{activation}}}, "initialWeights": [[1]]{{{more}}}}, {"units": 1, "activation": "{{{outputs}}}", "initialWeights": [[3]]}],
         "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 3}}
        """;

    private static ActivationData At(string json, long update, string? name = null)
    {
        var runs = Runs.Of(json);
        return ActivationData.From(name is null ? runs.At(update) : runs.At(update, name), runs.Timeline.Program)!;
    }

    [Fact]
    public void Marks_are_the_weighted_sums_of_the_layer_on_its_own_curve()
    {
        var data = At(Net("\"tanh\""), 1, "layer1.a");
        Assert.Equal(("layer1", "tanh"), (data.Layer, data.Kind));
        Assert.Equal([-8, -1, 0, 0.5, 9], data.Marks.Select(mark => mark.Z));
        Assert.All(data.Marks, mark => Assert.Equal(Math.Tanh(mark.Z), mark.Value, 1e-6));
        Assert.All(data.Curve, point => Assert.Equal(1 - Math.Tanh(point.Z) * Math.Tanh(point.Z), point.Slope, 1e-6));
        // tanh′(−8) and tanh′(9) are below 0.01, tanh′(±1) = 0.42 is not.
        Assert.Equal(0.4, data.Saturated, 9);
        Assert.Equal(data.Marks.Average(mark => 1 - Math.Tanh(mark.Z) * Math.Tanh(mark.Z)), data.MeanSlope, 1e-6);
    }

    [Fact]
    public void The_step_chooses_the_layer_and_before_any_step_the_first_with_an_activation_is_probed()
    {
        Assert.Equal("layer2", At(Net("\"tanh\""), 1, "layer2.a").Layer);
        var start = At(Net("\"identity\""), 0);
        Assert.Equal("layer2", start.Layer);
        Assert.Equal([-24, -3, 0, 1.5, 27], start.Marks.Select(mark => mark.Z));
    }

    [Fact]
    public void A_network_without_an_activation_has_no_such_picture()
    {
        var runs = Runs.Of(Net("\"identity\"", outputs: "identity"));
        Assert.False(ActivationData.Fits(runs.View.Network));
        Assert.Null(ActivationData.From(runs.View, runs.Timeline.Program));
    }

    [Fact]
    public void Huge_sums_leave_the_curve_readable()
    {
        var data = At(Net("\"sigmoid\"", ", \"initialBias\": [1000]"), 1, "layer1.a");
        Assert.Equal((-5, 40), (data.Curve[0].Z, data.Curve[^1].Z));
        Assert.Equal(1, data.Saturated);
    }

    [Fact]
    public void Activations_have_their_picture()
    {
        foreach (var (name, json) in new[]
                 {
                     ("tanh", Net("\"tanh\"")), ("leaky", Net("{\"type\": \"leaky_relu\", \"slope\": 0.1}")), ("gelu", Net("\"gelu\"")),
                     ("far", Net("\"sigmoid\"", ", \"initialBias\": [1000]")), ("moons", Net("\"swish\"").Replace("{\"inputs\": [[-8], [-1], [0], [0.5], [9]], \"targets\": [[0], [0], [1], [1], [1]]}", "{\"type\": \"line\", \"n\": 200}", StringComparison.Ordinal)),
                 })
        {
            var data = At(json, 1, "layer1.a");
            Snapshot.Match(Look.Of("activation-" + name, (region, settings) => ActivationView.Draw(Frame.Draw(region, ActivationView.Title(data, settings), note: ActivationView.Note(data, settings)), data, settings)), SnapshotNameExtension.Create(name), method: "Activation");
            Look.AtAnySize((region, settings) => ActivationView.Draw(region, data, settings));
        }
    }
}
