using Core;

namespace Sim.Tests;

public class OriginTests
{
    private static string Show(Origin origin) => $"{origin.Kind} {origin.Update}:{origin.Name}[{string.Join(',', origin.Element)}]";

    [Fact]
    public void Operands_come_from_this_update_the_one_before_or_are_given()
    {
        var xor = Runs.Of(Runs.Xor);
        var forward = xor.At(2, "layer2.z");
        Assert.Equal("ThisUpdate 2:layer1.a[0,1]", Show(Origin.Of(forward, "layer1.a", [0, 1])));
        Assert.Equal("EarlierUpdate 1:layer2.weight[0,1]", Show(Origin.Of(forward, "layer2.weight", [0, 1])));
        Assert.Equal("Given 0:layer2.weight[0,1]", Show(Origin.Of(xor.At(1, "layer2.z"), "layer2.weight", [0, 1])));
        Assert.Equal("ThisUpdate 2:batch.x[3,1]", Show(Origin.Of(xor.At(2, "layer1.z"), "batch.x", [3, 1])));
    }

    [Fact]
    public void Class_numbers_are_the_origin_of_one_hot_targets()
    {
        var view = Runs.Of(Runs.Digits).At(1, "data_loss");
        Assert.Equal("ThisUpdate 1:batch.y[3]", Show(Origin.Of(view, "batch.y.one_hot", [3, 7])));
    }

    [Fact]
    public void Every_origin_of_every_step_is_where_the_timeline_writes_that_value()
    {
        var runs = Runs.Of(Runs.Xor);
        var names = runs.At(2).Steps.Select(step => step.Name).ToArray();
        foreach (string name in names)
        {
            var data = StepPaneData.From(runs.At(2, name), [0, 0], ViewSettings.Default);
            for (int k = 0; k < data.Operands; k++)
            {
                var (operand, origin) = (data.Explanation!.Operands[k], data.OriginOf(k));
                if (!origin.CanFollow) continue;
                var there = runs.At(origin.Update, origin.Name);
                Assert.Equal(origin.Name, there.Step!.Name);
                Assert.Equal((float)operand.Value, there.Step.Output[origin.Element.AsSpan()]);
            }
        }
    }

    [Fact]
    public void The_trail_goes_back_the_way_it_came()
    {
        var trail = OriginTrail.Empty.Push(new TrailPlace(new Moment(2, 5), [1], 0)).Push(new TrailPlace(new Moment(1, 3), [], 2));
        Assert.Equal(2, trail.Depth);
        var (last, before) = trail.Pop()!.Value;
        Assert.Equal(new Moment(1, 3), last.Moment);
        Assert.Equal(new Moment(2, 5), before.Pop()!.Value.Place.Moment);
        Assert.Null(before.Pop()!.Value.Before.Pop());
    }
}
