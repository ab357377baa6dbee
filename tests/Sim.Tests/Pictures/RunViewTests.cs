using System.Reflection;

namespace Sim.Tests;

public class RunViewTests
{
    [Fact]
    public void Holds_state_and_what_this_update_has_written_and_nothing_else()
    {
        var runs = Runs.Of(Runs.Xor);
        var view = runs.At(2, "layer1.a");
        Assert.Equal(
            ["batch.index", "batch.x", "batch.y", "layer1.a", "layer1.bias", "layer1.weight", "layer1.z", "layer2.bias", "layer2.weight"],
            view.Values.Keys.Where(name => !name.Contains(".state.")).Order(StringComparer.Ordinal));
        Assert.Contains("layer1.weight.state.m", view.Values.Keys);
        Assert.DoesNotContain("layer1.weight.state.m_hat", view.Values.Keys);
        Assert.Null(view.Scalar("loss"));
        Assert.DoesNotContain(runs.At(0).Values.Keys, name => name.StartsWith("batch", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_changes_in_it_when_the_run_goes_on()
    {
        var runs = Runs.Of(Runs.Xor);
        var view = runs.At(3);
        float[] weights = [.. view.Find("layer1.weight")!.Values];
        long losses = view.Losses.Batches.Length;
        runs.At(50);
        Assert.Equal(weights, view.Find("layer1.weight")!.Values);
        Assert.Equal(losses, view.Losses.Batches.Length);
    }

    [Fact]
    public void Parameters_before_the_update_are_those_after_the_last_one()
    {
        var runs = Runs.Of(Runs.Xor);
        float[] after = [.. runs.At(4).Find("layer1.weight")!.Values];
        Assert.Equal(after, runs.At(5).Before["layer1.weight"].Values);
        Assert.Equal(after, runs.At(5, "layer1.z").Before["layer1.weight"].Values);
        Assert.NotEqual(after, runs.At(5).Find("layer1.weight")!.Values);
    }

    [Fact]
    public void Large_tensors_are_left_out_unless_asked_for()
    {
        const string Large = """{"data": {"type": "noise", "n": 4, "shape": [500]}, "layers": [{"units": 401, "activation": "relu"}, {"units": 10, "activation": "softmax"}], "loss": "softmax_ce", "length": {"updates": 3}}""";
        var runs = Runs.Of(Large);
        Assert.Equal([401, 500], runs.View.LeftOut["layer1.weight"].ToArray());
        Assert.Null(runs.View.Find("layer1.weight"));
        var asked = RunView.Of(runs.Timeline, LossRecord.Empty, new HashSet<string> { "layer1.weight" });
        Assert.Equal(401 * 500, asked.Find("layer1.weight")!.Values.Length);
        Look.AtAnySize((region, settings) => NetworkView.Draw(region, NetworkData.From(runs.View, []), settings));
        Assert.Null(OptimizerData.From(runs.View, "layer1.weight", [], ViewSettings.Default));
    }

    [Fact]
    public void Losses_are_the_same_however_the_run_got_there()
    {
        var (stepped, jumped) = (Runs.Of(Runs.Spiral), Runs.Of(Runs.Spiral));
        for (long update = 1; update <= 25; update++) stepped.At(update);
        jumped.At(25);
        Assert.Equal(stepped.View.Losses.Batches.ToArray(), jumped.View.Losses.Batches.ToArray());
        Assert.Equal(stepped.View.Losses.Train.ToArray(), jumped.View.Losses.Train.ToArray());
        Assert.Equal(Enumerable.Range(1, 25).Select(i => (long)i), jumped.View.Losses.Batches.Select(point => point.Update));
        jumped.At(3);
        Assert.Equal(25, jumped.View.Losses.Batches.Length);
    }

    [Fact]
    public void Long_histories_are_thinned_and_keep_their_shape()
    {
        var points = new LossPoints();
        for (long update = 1; update <= 100_000; update++) points.Offer(update, new LossPoint(update, 1, update));
        var kept = points.Copy();
        Assert.InRange(kept.Length, 2000, 4096);
        Assert.Equal(1, kept[0].Update);
        Assert.InRange(kept[^1].Update, 99_900, 100_000);
        Assert.Single(kept.Skip(2).Zip(kept.Skip(1), (later, earlier) => later.Update - earlier.Update).Distinct());
    }

    [Fact]
    public void Divergence_is_dated_at_the_first_update_whose_loss_is_not_finite()
    {
        var losses = Runs.Of(Runs.Line("2")).At(100).Losses;
        var first = losses.Batches.First(point => !double.IsFinite(point.Loss));
        Assert.Equal(first.Update, losses.FirstNotFinite);
    }

    [Fact]
    public void Every_text_of_steps_and_pictures_exists_in_both_languages()
    {
        var texts = typeof(RunView).Assembly.GetTypes()
            .Where(type => type.Namespace == "Sim" && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Lessons.Text))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Text: (Lessons.Text)field.GetValue(null)!)).ToArray();
        Assert.True(texts.Length > 40);
        Assert.Empty(texts.Where(entry => entry.Text.En.Length == 0 || entry.Text.Zh.Length == 0).Select(entry => entry.Name));
        foreach (string json in new[] { Runs.Xor, Runs.Spiral, Runs.Digits })
            Assert.Empty(Runs.Of(json).At(1).Steps.Where(step => PaneWords.OfStep(step.Name).Zh.Length == 0).Select(step => step.Name));
    }
}
