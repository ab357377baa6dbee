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

    [Fact]
    public void A_sweep_can_be_ended_and_tells_how_far_it_is()
    {
        var experiment = ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(Runs.Line("0.1"))).Experiment!;
        var runner = SweepRunner.Prepare(experiment, "optimizer.learningRate", [0.1, 0.2, 0.3], false, 5, DataLoader.WithoutFiles, [])!;
        using var cancellation = new CancellationTokenSource();
        int seen = 0;
        Assert.Throws<OperationCanceledException>(() => runner.Run(null, cancellation.Token, done =>
        {
            seen = done;
            if (done == 2) cancellation.Cancel();
        }));
        Assert.Equal(2, seen);
    }
}
