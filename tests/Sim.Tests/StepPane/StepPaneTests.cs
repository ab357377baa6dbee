using System.Collections.Immutable;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class StepPaneTests
{
    private static void Pane(Region region, RunView view, ViewSettings settings, ImmutableArray<int> element, StepPaneState state = default)
    {
        var data = StepPaneData.From(view, element, settings);
        StepPaneView.Draw(Frame.Draw(region, StepPaneView.Title(view, settings), note: StepPaneView.Note(view, settings)), data, settings, state);
    }

    private static void Match(string name, RunView view, ImmutableArray<int> element, int operand = -1) =>
        Snapshot.Match(Look.Of("step-" + name, (region, settings) => Pane(region, view, settings, element, new StepPaneState(operand))), SnapshotNameExtension.Create(name));

    [Fact]
    public void Every_kind_of_step_has_its_picture()
    {
        var melon = Runs.Of(Runs.Melon);
        Match("start", melon.View, []);
        Match("z", melon.At(1, "layer1.z"), [0, 0], operand: 2);
        Match("loss", melon.At(1, "data_loss"), []);
        var xor = Runs.Of(Runs.Xor);
        Match("da", xor.At(2, "layer1.da"), [1, 2]);
        Match("weight-grad", xor.At(2, "layer1.weight.grad"), [3, 1]);
        Match("adam", xor.At(2, "layer1.weight.state.v"), [0, 1], operand: 0);
        Match("weight", xor.At(3, "layer1.weight"), [0, 1]);
        Match("784", Runs.Of(Runs.Digits).At(1, "layer1.z"), [3, 100]);
    }
}
