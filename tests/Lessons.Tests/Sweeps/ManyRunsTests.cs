using System.Text;
using Core;

namespace Lessons.Tests;

/// <summary>What comes of a run does not depend on whether it trained beside others.</summary>
public class ManyRunsTests
{
    private const string Line = """
        {"data": {"type": "line", "n": 20}, "layers": [{"units": 1}], "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 40}}
        """;

    private const string Moons = """
        {"data": {"type": "moons", "n": 60, "split": {"type": "fraction", "validation": 0.25}}, "layers": [{"units": 4, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}], "loss": "sigmoid_bce",
         "optimizer": {"type": "sgd", "learningRate": 0.1, "momentum": 0.5}, "batches": {"size": 8, "shuffle": true}, "regularizers": [{"type": "l2_half", "lambda": 0.01}], "length": {"epochs": 4}}
        """;

    public static TheoryData<string> ShippedSweeps =>
        [.. from lesson in ShippedBook.Book.Lessons from scene in lesson.Scenes where scene.Sweep is not null select $"{lesson.Id}/{scene.Id}"];

    [Theory]
    [MemberData(nameof(ShippedSweeps))]
    public void Every_shipped_sweep_comes_out_as_one_run_after_another(string name)
    {
        var found = ShippedBook.Book.Lessons.Single(one => one.Id == name.Split('/')[0]);
        var scene = found.Scenes.Single(one => one.Id == name.Split('/')[1]);
        var sweep = scene.Sweep!;
        var experiment = found.Variants.SingleOrDefault(variant => variant.Id == scene.Variant)?.Experiment ?? found.Experiment;
        var shows = sweep.Shows.Select(show => show.Value).ToArray();
        Compare(experiment.Source!, sweep.Over.Over, sweep.Over.Words.Where((_, k) => k % 4 == 0), shows.Length == 0 ? null : shows, 60);
    }

    [Theory]
    [InlineData("optimizer.learningRate", true)]
    [InlineData("optimizer.momentum", true)]
    [InlineData("optimizer.weightDecay", true)]
    [InlineData("regularizers[0].lambda", true)]
    [InlineData("layers[0].activation", false)]
    [InlineData("seed", false)]
    public void A_swept_field_leaves_losses_weights_and_evaluations_as_they_are_alone(string field, bool isTogether)
    {
        Expression[] shows = [Show("loss"), Show("eval.validation.loss"), Show("sum(layer1.weight)"), Show("norm(layer2.weight.grad)"), Show("at(loss, 3)"), Show("mean(history(loss))")];
        var values = field == "layers[0].activation" ? new[] { "tanh", "relu", "gelu", "elu", "swish" } : field == "seed" ? ["1", "2", "3", "4", "5"] : ["0.001", "0.25", "0.5", "0.75", "3e6", "0.002"];
        if (field == "optimizer.momentum") values[4] = "0.9";
        Assert.Equal(isTogether ? values.Length : 0, Compare(Parse(Moons), field, values, shows));
    }

    [Fact]
    public void Values_that_change_the_steps_train_apart_from_those_that_do_not() =>
        Assert.Equal(5, Compare(Parse(Moons), "optimizer.momentum", ["0.5", "0", "0.6", "0.7", "0.8", "0.9"], null));

    [Fact]
    public void A_few_runs_that_fill_the_registers_alone_train_one_after_another()
    {
        Assert.Equal(0, Compare(Parse(Moons.Replace("\"units\": 4", "\"units\": 40")), "optimizer.momentum", ["0.5", "0.6", "0.7", "0.8", "0.9"], null));
        Assert.Equal(0, Compare(Parse(Line), "optimizer.learningRate", ["0.1", "0.2", "0.3"], null));
        Assert.Equal(4, Compare(Parse(Line), "optimizer.learningRate", ["0.1", "0.2", "0.3", "0.4"], null));
    }

    [Theory]
    [InlineData(40, 0)]
    [InlineData(5000, 4)]
    public void A_sweep_that_is_done_in_a_moment_needs_no_loops_of_its_own(int updates, int together)
    {
        var runs = new ManyRuns(Experiments(Parse(Line.Replace("40", $"{updates}")), "optimizer.learningRate", ["0.1", "0.2", "0.3", "0.4"]), DataLoader.WithoutFiles, null, default, null);
        runs.Train();
        Assert.Equal(together, runs.Together);
    }

    [Fact]
    public void A_sweep_is_cancelled_between_two_updates_and_tells_how_far_it_is()
    {
        using var cancellation = new CancellationTokenSource();
        var told = new List<int>();
        var experiments = Experiments(Parse(Line), "optimizer.learningRate", Enumerable.Range(1, 20).Select(k => $"{k}e-3"));
        var runs = new ManyRuns(experiments, DataLoader.WithoutFiles, null, cancellation.Token, done =>
        {
            told.Add(done);
            if (done == 10) cancellation.Cancel();
        })
        { LeastUpdates = 0 };
        Assert.Throws<OperationCanceledException>(() => runs.Train());
        Assert.Equal(Enumerable.Range(1, 10), told);
    }

    private static int Compare(JsonValue source, string field, IEnumerable<string> values, Expression[]? shows, long? updates = null)
    {
        var experiments = Experiments(source, field, values, updates);
        var together = new ManyRuns(experiments, DataLoader.WithoutFiles, shows, default, null) { LeastUpdates = 0 };
        var (expected, actual) = (new ManyRuns(experiments, DataLoader.WithoutFiles, shows, default, null) { LeastUpdates = long.MaxValue }.Train(), together.Train());
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal(one with { All = [] }, other with { All = [] });
            Assert.Equal(one.All.AsEnumerable(), other.All);
        }
        return together.Together;
    }

    private static Experiment[] Experiments(JsonValue source, string field, IEnumerable<string> values, long? updates = null) =>
    [
        .. from value in values
            let read = ExperimentReader.Read(source, [$"{field}={value}"]).Experiment!
            select updates is null ? read : read with { Length = new(Math.Min(updates.Value, read.Length.Updates ?? updates.Value)) },
    ];

    private static JsonValue Parse(string json) =>
        ExperimentReader.Read(Encoding.UTF8.GetBytes(json)) is { Experiment: { } read } ? read.Source! : throw new ArgumentException(ExperimentReader.Read(Encoding.UTF8.GetBytes(json)).Problems.ToString());

    private static Expression Show(string text) => Expression.Parse(text).OrThrow();
}
