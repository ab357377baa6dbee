using System.Text;

namespace Lessons.Tests;

public class LessonReaderTests
{
    private static readonly Lesson Doubling = RunLessons.Doubling;

    [Fact]
    public void Everything_written_is_in_the_model()
    {
        Assert.Equal(("doubling", 5, "Learning to double", "学会加倍"), (Doubling.Id, Doubling.Minutes, Doubling.Title.En, Doubling.Title.In(Language.Chinese)));
        Assert.Equal("learning-rate", Assert.Single(Doubling.Terms));
        Assert.Equal(["question", "loss", "update", "end", "edge"], Doubling.Scenes.Select(scene => scene.Id));
        Assert.Equal(0.4, Doubling.Variant("edge")!.Experiment.Optimizer.LearningRate);
        Assert.Equal(new ValuePosition(1, "loss"), Doubling.Scenes[1].At!.Value);
        Assert.IsType<PredictQuestion>(Doubling.Scenes[1].Ask);
        Assert.Equal(new Tolerance(0.001, 0), Assert.IsType<NumberQuestion>(Doubling.Scenes[2].Ask).Tolerance);
        Assert.Equal(2, Assert.IsType<ChoiceQuestion>(Doubling.Scenes[3].Ask).Choices.Length);
        Assert.Equal(("edge", "edge"), (Doubling.Scenes[4].Variant, Doubling.Scenes[4].Compare));
        Assert.Equal(new EndPosition(), Doubling.Claims[0].At.Value);
    }

    [Fact]
    public void Paragraphs_are_lines_and_numbers_come_from_the_run()
    {
        var runs = Doubling.Start();
        Assert.Equal("One weight w. It sees 1 and 2 and should say 2 and 4.\nIt starts at w = 0. How does it find out that it should be 2?",
            Doubling.Scenes[0].Text.In(Language.English, runs.ValuesAt(0)!));
        Assert.Equal("梯度是 −10：权重增大，损失减小。", Doubling.Scenes[2].Text.In(Language.Chinese, runs.ValuesAt(2)!));
    }

    [Fact]
    public void A_number_that_does_not_exist_now_leaves_a_gap()
    {
        var values = Doubling.Start().ValuesAt(0)!;
        Assert.Equal("w is 0.0, the loss …", new Text("w is {{layer1.weight[0,0]:1}}, the loss {{loss}}", "").In(Language.Chinese, values));
    }

    [Fact]
    public void The_schema_holds_lessons_and_their_experiments()
    {
        var lesson = LessonSpec.Schema()["properties"]!["lessons"]!["items"]!;
        Assert.NotNull(lesson["properties"]!["experiment"]!["properties"]!["optimizer"]);
        Assert.Equal("object", (string?)lesson["properties"]!["variants"]!["items"]!["properties"]!["set"]!["type"]);
        Assert.Contains("takeaway", lesson["required"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void A_missing_translation_is_replaced_and_told()
    {
        var read = LessonReader.Read(Encoding.UTF8.GetBytes(LessonDocTests.Example.Replace(", \"zh\": \"学会加倍\"", "")));
        Assert.Equal("Learning to double", read.Book!.Lessons[0].Title.In(Language.Chinese));
        var missing = Assert.Single(read.Untranslated);
        Assert.Contains("no Chinese text", missing.ToString());
        Assert.Equal("lessons[0].title", missing.Place.Path);
    }

    [Fact]
    public void Scenes_without_an_id_are_counted()
    {
        var lesson = RunLessons.Of("""{"data": {"type": "xor"}, "layers": [1], "loss": "mse", "length": {"updates": 3}}""".Replace("[1]", """[{"units": 1}]"""),
            scenes: """{"text": {"en": "A", "zh": "A"}}, {"id": "b", "text": {"en": "B", "zh": "B"}}, {"text": {"en": "C", "zh": "C"}}""");
        Assert.Equal(["scene-1", "b", "scene-3"], lesson.Scenes.Select(scene => scene.Id));
    }

    [Fact]
    public void A_sweep_has_its_values()
    {
        var linear = SweepAxis.Range("k", 0, 1, 5, false);
        Assert.Equal(new double[] { 0, 0.25, 0.5, 0.75, 1 }, linear.Numbers.AsEnumerable());
        Assert.Equal(new double[] { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024 }, SweepAxis.Range("k", 1, 1024, 11, true).Numbers.AsEnumerable());
        var log = SweepAxis.Range("k", 0.01, 100, 5, true);
        Assert.Equal(new double[] { 0.01, 0.1, 1, 10, 100 }, log.Numbers.Select(value => Math.Round(value, 10)));
    }

    [Theory]
    [InlineData("", "loss")]
    [InlineData(""", "show": "2 * loss" """, "2 * loss")]
    [InlineData(""", "show": ["loss", "layer1.weight[0,0]"] """, "loss|layer1.weight[0,0]")]
    public void A_sweep_shows_the_loss_an_expression_or_several(string show, string expected)
    {
        var lesson = RunLessons.Of("""{"data": {"type": "xor"}, "layers": [{"units": 1}], "loss": "mse", "length": {"updates": 3}}""",
            scenes: """{"text": {"en": "A", "zh": "A"}, "sweep": {"over": "seed", "from": 1, "to": 3 SHOW}}""".Replace("SHOW", show));
        Assert.Equal(expected, string.Join('|', lesson.Scenes[0].Sweep!.Shows.Select(one => one.Value)));
    }

    [Fact]
    public void Books_are_joined_and_the_first_wins()
    {
        var book = new LessonBook([Doubling], []);
        Assert.Single(book.With(book).Lessons);
        Assert.Null(book.Find("none"));
    }
}
