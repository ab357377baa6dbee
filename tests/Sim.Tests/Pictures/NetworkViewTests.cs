using System.Collections.Immutable;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class NetworkViewTests
{
    private static void Picture(Region region, ViewSettings settings, RunView view, ImmutableArray<int> element)
    {
        var data = NetworkData.From(view, element);
        NetworkView.Draw(Frame.Draw(region, NetworkView.Title(data, settings)), data, settings);
    }

    [Fact]
    public void Networks_of_every_kind_have_their_picture()
    {
        Match("melon", Runs.Of(Runs.Melon).At(1, "layer1.z"), [0, 0]);
        Match("melon-start", Runs.Of(Runs.Melon).View, []);
        var xor = Runs.Of(Runs.Xor);
        Match("xor-z", xor.At(1, "layer1.z"), [2, 1]);
        Match("xor-da", xor.At(2, "layer1.da"), [2, 1]);
        Match("xor-grad", xor.At(2, "layer1.weight.grad"), [2, 1]);
        Match("xor-loss", xor.At(2, "data_loss"), []);
        Match("spiral-a", Runs.Of(Runs.Spiral).At(20, "layer2.a"), [2, 1]);
        Match("spiral-z", Runs.Of(Runs.Spiral).At(20, "layer2.z"), [2, 3]);
        Match("chain1", Runs.Of(Runs.Chain(10, 1)).At(1, "layer3.dz"), [2, 0]);
        Match("chain8", Runs.Of(Runs.Chain(10, 8)).At(1, "layer3.z"), [2, 3]);
        Match("dropout", Runs.Of(Runs.Workers).At(1, "layer2.z"), [2, 0]);
        Match("workers", Runs.Of(Runs.Workers).At(1, "worker2.layer1.dz"), [1, 3]);
        Match("digits", Runs.Of(Runs.Digits).At(1, "layer1.z"), [2, 3]);

        static void Match(string name, RunView view, ImmutableArray<int> element) =>
            Snapshot.Match(Look.Of("net-" + name, (region, settings) => Picture(region, settings, view, element)), SnapshotNameExtension.Create(name), method: "Picture");
    }

    [Fact]
    public void Any_size_is_drawn()
    {
        foreach (var (json, step) in new[] { (Runs.Melon, "layer1.z"), (Runs.Spiral, "layer2.dz"), (Runs.Digits, "drop1.mask"), (Runs.Chain(30, 3), "layer20.weight.grad") })
        {
            var view = Runs.Of(json).At(1, step);
            Look.AtAnySize((region, settings) => Picture(region, settings, view, [1, 1]));
        }
    }
}
