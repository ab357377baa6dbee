using Snapshooter.Xunit;

namespace Sim.Tests;

public class PictureTests
{
    private static void Match(string name, Action<Region, ViewSettings> draw)
    {
        Snapshot.Match(Look.Of(name, draw), SnapshotNameExtension.Create(name), method: "Picture");
        Look.AtAnySize(draw);
    }

    [Fact]
    public void Loss_curve()
    {
        Match("loss-spiral", Curve(Runs.Of(Runs.Spiral).At(75, "layer1.z"), [new(20, TimeMarkKind.Scene), new(60, TimeMarkKind.Breakpoint)]));
        Match("loss-line", Curve(Runs.Of(Runs.Line("0.05")).At(60)));
        Match("loss-diverging", Curve(Runs.Of(Runs.Line("2")).At(120)));
        Match("loss-waiting", Curve(Runs.Of(Runs.Overfit).At(60)));
        Match("loss-stopped", Curve(Runs.Of(Runs.Overfit).At(400)));
        Match("loss-none", Curve(Runs.Of(Runs.Line("0.05")).View));

        static Action<Region, ViewSettings> Curve(RunView view, params TimeMark[] marks) => (region, settings) =>
        {
            var data = LossCurveData.From(view, marks);
            LossCurveView.Draw(Frame.Draw(region, LossCurveView.Title(data, settings), note: LossCurveView.Note(data, settings)), data, settings);
        };
    }

    [Fact]
    public void Gradient_strip()
    {
        Match("strip-chain", Strip(Runs.Of(Runs.Chain(10, 1)).At(1)));
        Match("strip-halfway", Strip(Runs.Of(Runs.Chain(10, 8)).At(1, "layer6.dz")));
        Match("strip-xor", Strip(Runs.Of(Runs.Xor).At(3)));

        static Action<Region, ViewSettings> Strip(RunView view) => (region, settings) =>
            GradientStripView.Draw(Frame.Draw(region, GradientStripView.Title(settings)), GradientStripData.From(view), settings);
    }

    [Fact]
    public void Optimizer_table()
    {
        Match("optimizer-adam", Table(Runs.Of(Runs.Xor).At(3), "layer1.weight"));
        Match("optimizer-halfway", Table(Runs.Of(Runs.Xor).At(3, "layer1.weight.state.m"), "layer1.weight"));
        Match("optimizer-momentum", Table(Runs.Of(Runs.Spiral).At(9), "layer2.weight"));
        Match("optimizer-start", Table(Runs.Of(Runs.Melon).View, "layer1.bias"));

        static Action<Region, ViewSettings> Table(RunView view, string parameter) => (region, settings) =>
        {
            var data = OptimizerData.From(view, parameter, [1, 1], settings);
            OptimizerView.Draw(Frame.Draw(region, OptimizerView.Title(data, settings)), data, settings);
        };
    }

    [Fact]
    public void Schedule_curve()
    {
        const string Cosine = "\"schedule\": {\"type\": \"cosine\", \"steps\": 400}, \"length\":";
        var view = Runs.Of(Runs.Line("0.05").Replace("\"length\":", Cosine)).At(130);
        Match("schedule-cosine", (region, settings) =>
        {
            var data = ScheduleData.From(view);
            ScheduleView.Draw(Frame.Draw(region, ScheduleView.Title(settings), note: ScheduleView.Note(data, settings)), data, settings);
        });
    }

    [Fact]
    public void Two_runs()
    {
        Match("compare-rates", Pair(Runs.Of(Runs.Line("0.05")).At(30, "layer1.z"), Runs.Of(Runs.Line("0.3")).At(30, "layer1.z")));
        Match("compare-first", Pair(Runs.Of(Runs.Line("0.05")).At(1), Runs.Of(Runs.Line("0.3")).At(1)));
        Match("compare-same", Pair(Runs.Of(Runs.Xor).At(5), Runs.Of(Runs.Xor).At(5)));

        static Action<Region, ViewSettings> Pair(RunView a, RunView b) => (region, settings) =>
        {
            var data = CompareData.From(a, "0.05", b, "0.3", [0, 0]);
            CompareView.Draw(Frame.Draw(region, CompareView.Title(data, settings)), data, settings);
        };
    }
}
