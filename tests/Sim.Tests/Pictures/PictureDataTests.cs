using Core;

namespace Sim.Tests;

public class PictureDataTests
{
    [Fact]
    public void The_strip_of_a_chain_of_single_units_is_the_product_of_slopes_and_weights()
    {
        var view = Runs.Of(Runs.Chain(10, 1)).At(1);
        var strip = GradientStripData.From(view);
        // ‖dz⁽¹⁾‖² = Σ over samples (dz⁽²⁾·w⁽²⁾·a(1 − a))²
        double sum = 0;
        for (int sample = 0; sample < 4; sample++)
        {
            double a = view.Find("layer1.a")![sample, 0];
            sum += Math.Pow(view.Find("layer2.dz")![sample, 0] * (double)view.Before["layer2.weight"][0, 0] * a * (1 - a), 2);
        }
        Assert.Equal(Math.Sqrt(sum), strip.Layers[0].Signal!.Value, Math.Sqrt(sum) * 1e-5);
        Assert.True(strip.Ratio < 1e-6);
    }

    [Fact]
    public void Norms_of_tiny_gradients_do_not_vanish() =>
        Assert.Equal(5e-40, GradientStripData.Norm(new Tensor<float>("g", [2], [3e-40f, 4e-40f]))!.Value, 1e-44);

    [Fact]
    public void The_optimizer_table_adds_up()
    {
        var data = OptimizerData.From(Runs.Of(Runs.Melon).At(1), "layer1.weight", [0, 2], ViewSettings.Default)!;
        var columns = data.Quantities.ToDictionary(quantity => quantity.Symbol);
        Assert.Equal(["w", "g", "Δw", "w ←"], data.Quantities.Select(quantity => quantity.Symbol));
        Assert.Equal(2, data.Place);
        Assert.Equal("w₁₃", data.Symbol(2));
        Assert.Equal(columns["w"].At(2) - 0.5f * columns["g"].At(2), columns["w ←"].At(2));
        Assert.Equal(columns["w ←"].At(2) - columns["w"].At(2), columns["Δw"].At(2));
    }

    [Theory]
    [InlineData("layer1.weight", "w", new[] { -1f, 0.5f })]
    [InlineData("layer1.bias", "b", new[] { 0.25f })]
    public void The_optimizer_table_shows_a_parameters_part_of_Newtons_step(string parameter, string letter, float[] after)
    {
        // y = −x₁ + 0.5·x₂ + 0.25 exactly: one step from anywhere.
        var view = Runs.Of("""
            {"data": {"inputs": [[1, 0], [0, 1], [2, 2], [0, 0]], "targets": [-0.75, 0.75, -0.75, 0.25]}, "layers": [{"units": 1}],
             "loss": "mse", "optimizer": "newton", "length": {"updates": 2}}
            """).At(1);
        var columns = OptimizerData.From(view, parameter, [], ViewSettings.Default)!.Quantities.ToDictionary(quantity => quantity.Symbol);
        for (int k = 0; k < after.Length; k++)
        {
            Assert.Equal(columns[letter].At(k) - columns["d"].At(k), columns[$"{letter} ←"].At(k));
            Assert.Equal(after[k], columns[$"{letter} ←"].At(k)!.Value, 1e-4);
        }
    }

    [Fact]
    public void State_that_this_update_has_not_changed_yet_is_told_from_new_state()
    {
        var view = Runs.Of(Runs.Xor).At(3, "layer1.weight.state.m");
        var columns = OptimizerData.From(view, OptimizerData.ParameterOf(view), [], ViewSettings.Default)!.Quantities.ToDictionary(quantity => quantity.Symbol);
        Assert.False(columns["m"].IsOld);
        Assert.True(columns["v"].IsOld);
        Assert.Null(columns["m̂"].Values);
        Assert.Null(columns["w ←"].Values);
    }

    [Theory]
    [InlineData("layer1.z", 1, 1, 1, -1, 1)]
    [InlineData("layer1.da", 1, 1, 2, 1, -1)]
    [InlineData("layer1.weight.grad", -1, -1, 1, 1, 1)]
    [InlineData("layer2.dz", 2, 0, -1, -1, -1)]
    [InlineData("batch.x", 0, 1, -1, -1, -1)]
    public void The_step_lights_what_it_touches(string step, int nodes, int unit, int edges, int from, int to)
    {
        var focus = NetworkData.From(Runs.Of(Runs.Xor).At(1, step), [1, 1]).Focus;
        Assert.Equal((nodes, unit, edges, from, to), (focus.Nodes, focus.Unit, focus.Edges, focus.From, focus.To));
    }

    [Fact]
    public void Units_that_are_off_are_told_from_units_off_for_the_whole_batch()
    {
        var view = Runs.Of(Runs.Spiral).At(1, "layer1.z");
        var z = view.Find("layer1.z")!;
        var units = NetworkData.From(view, [4, 0]).Columns[1].Units;
        for (int unit = 0; unit < 8; unit++)
        {
            bool isOff = z[4, unit] <= 0, isOffInBatch = Enumerable.Range(0, 10).All(row => z[row, unit] <= 0);
            Assert.Equal(isOffInBatch ? UnitState.OffInBatch : isOff ? UnitState.Off : UnitState.On, units[unit].State);
        }
    }

    [Fact]
    public void The_schedule_goes_through_the_rate_of_every_step()
    {
        var view = Runs.Of(Runs.Line("0.05").Replace("\"length\":", "\"schedule\": {\"type\": \"exponential\", \"gamma\": 0.5}, \"length\":")).At(3);
        var data = ScheduleData.From(view);
        Assert.Equal(view.Scalar("lr")!.Value, (float)data.Current!.Value);
        Assert.Equal((1, 0.05), data.Rates[0]);
    }
}
