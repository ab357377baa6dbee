using Core;

namespace Lessons.Tests;

public class SceneMomentTests
{
    private const string Text = "\"text\": {\"en\": \"Look.\", \"zh\": \"看。\"}";

    private static LessonRuns Start(params string[] scenes) => RunLessons.Of(
        """{"data": {"inputs": [[1], [2]], "targets": [2, 4]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[0]]}], "loss": "mse", "optimizer": {"learningRate": 0.1}, "length": {"updates": 20}}""",
        """{"id": "fast", "title": {"en": "fast", "zh": "快"}, "set": {"optimizer.learningRate": 0.3}}""",
        string.Join(',', scenes.Select(scene => $"{{{Text}{(scene.Length == 0 ? "" : ", " + scene)}}}"))).Start();

    [Fact]
    public void A_scene_is_where_the_one_before_is_unless_it_says_otherwise()
    {
        var runs = Start("", "\"at\": \"3:layer1.z\"", "", "\"steps\": 1", "\"steps\": 2, \"per\": \"update\"", "\"until\": \"layer1.weight[0,0] > 1.99\"", "\"variant\": \"fast\"", "\"steps\": -1, \"per\": \"update\", \"variant\": \"fast\"");
        SceneMoment At(int index) => runs.Scene(index)!;
        Assert.Equal(Moment.Start, At(0).At);
        Assert.Equal(At(1), At(2));
        Assert.Equal(At(2).At with { Step = At(2).At.Step + 1 }, At(3).At);
        Assert.Equal(4, At(4).At.Update);
        Assert.Equal(8, At(5).At.Update); // 2·(1 − ½ᵏ) > 1.99
        Assert.Equal(("fast", 8L), (At(6).Variant, At(6).At.Update));
        Assert.Equal(7, At(7).At.Update);
    }

    [Fact]
    public void A_scene_is_found_alike_in_any_order_and_from_anywhere()
    {
        string[] scenes = ["\"at\": \"2\"", "\"steps\": 3", "\"until\": \"update > 6\"", "\"at\": \"until layer1.weight[0,0] > 1.9\""];
        var (ordered, wandering) = (Start(scenes), Start(scenes));
        for (var k = 0; k < scenes.Length; k++) Assert.True(ordered.GoToScene(k).Ok);
        wandering.Of(null).Go("17:layer1.a");
        for (var k = scenes.Length - 1; k >= 0; k--)
        {
            Assert.Equal(ordered.Scene(k), wandering.Scene(k));
            Assert.True(ordered.GoToScene(k).Ok);
            wandering.GoToScene(k);
            Assert.Equal(ordered.Of(null).Timeline.StateHash(), wandering.Of(null).Timeline.StateHash());
        }
    }

    [Fact]
    public void A_scene_that_cannot_be_reached_says_why_and_moves_nothing()
    {
        var runs = Start("\"at\": \"5\"", "\"until\": \"loss > 1e9\"", "\"steps\": 1");
        runs.GoToScene(0);
        Assert.Contains("end of the run", runs.GoToScene(1).Message);
        Assert.Contains("the scene before cannot be reached", runs.GoToScene(2).Message);
        Assert.Null(runs.ValuesAt(2));
        Assert.Equal(5, runs.Of(null).Now.Update);
    }

    [Fact]
    public void The_address_of_a_moment_leads_back_to_it()
    {
        var runs = RunLessons.Doubling.Start("optimizer.learningRate=0.3");
        runs.Of("edge").Go("3:layer1.weight.grad");
        var address = runs.AddressOf(runs.Of("edge"));
        Assert.Equal("doubling/edge?optimizer.learningRate=0.3@3:layer1.weight.grad", address.ToString());
        var again = RunLessons.Doubling.Start([.. address.Settings.Select(setting => $"{setting.Key}={setting.Value}")]).Of(address.Variant);
        again.Go(address.At!);
        Assert.Equal(runs.Of("edge").Timeline.StateHash(), again.Timeline.StateHash());
    }
}
