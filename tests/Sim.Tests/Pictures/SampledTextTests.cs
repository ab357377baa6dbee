using Snapshooter.Xunit;

namespace Sim.Tests;

public class SampledTextTests
{
    // Behind a comes b, behind b c, behind c a: with these weights nearly surely.
    private const string Ring = """
        {"data": {"type": "text", "text": "abcabc"}, "loss": "softmax_ce", "length": {"updates": 3},
         "layers": [{"units": 3, "activation": "softmax", "bias": false, "initialWeights": [[0, 0, WEIGHT], [WEIGHT, 0, 0], [0, WEIGHT, 0]]}]}
        """;

    private const string Rhyme = """
        {"data": {"type": "text", "context": 2, "text": "three blind mice three blind mice see how they run see how they run"}, "seed": 4, "loss": "softmax_ce",
         "layers": [{"units": 16, "activation": "tanh"}, {"units": 17, "activation": "softmax"}],
         "optimizer": {"type": "adam", "learningRate": 0.05}, "length": {"updates": 120}}
        """;

    [Fact]
    public void What_is_nearly_certain_is_written()
    {
        var data = Of(Runs.Of(Ring.Replace("WEIGHT", "60")), 0);
        Assert.Equal("a", data.Start);
        Assert.StartsWith("bcabcabca", data.Drawn);
        Assert.StartsWith("bcabcabca", data.Likeliest);
        Assert.Equal(["a", "b", "c"], data.Names.ToArray());
        Assert.Equal(1, data.Next[1], 1e-6);
    }

    [Fact]
    public void Without_knowledge_every_character_is_drawn_about_equally_often_and_by_the_seed_of_the_moment()
    {
        var runs = Runs.Of(Ring.Replace("WEIGHT", "0"));
        var (first, again, later) = (Of(runs, 0), Of(runs, 0), Of(runs, 1));
        Assert.Equal(first.Drawn, again.Drawn);
        Assert.NotEqual(first.Drawn, later.Drawn);
        // 1200 draws at one third: 400 ± 6 standard deviations of 16.3.
        Assert.All("abc", letter => Assert.InRange(first.Drawn.Count(one => one == letter), 302, 498));
        Assert.Equal(new string('a', first.Likeliest.Length), first.Likeliest);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.24, 1)]
    [InlineData(0.26, 3)]
    [InlineData(0.999999, 3)]
    public void A_draw_falls_into_the_part_of_its_share(double u, int character) => Assert.Equal(character, SampledTextData.Draw([0, 1, 0, 3, 0], u));

    [Fact]
    public void Outputs_that_are_no_numbers_write_nothing()
    {
        Assert.Equal(-1, SampledTextData.Draw([0.5f, float.NaN], 0.1));
        Assert.Equal(-1, SampledTextData.Largest([0.5f, float.NaN]));
        Assert.Equal(1, SampledTextData.Largest([0.2f, 0.4f, 0.4f]));
    }

    [Fact]
    public void Only_texts_are_written()
    {
        var run = Runs.Of(Runs.Xor);
        Assert.Null(SampledTextData.From(run.At(1), run.Timeline.Program));
    }

    [Fact]
    public void The_text_of_now_has_its_picture()
    {
        Match("ring", Of(Runs.Of(Ring.Replace("WEIGHT", "2")), 0));
        Match("rhyme", Of(Runs.Of(Rhyme), 120));
        Match("broken", new SampledTextData("a", "", "", ["a", "b"], [double.NaN, double.NaN]));
    }

    private static SampledTextData Of(Runs runs, long update) => SampledTextData.From(runs.At(update), runs.Timeline.Program)!;

    private static void Match(string name, SampledTextData data)
    {
        void Draw(Region region, ViewSettings settings) => SampledTextView.Draw(Frame.Draw(region, SampledTextView.Title(settings)), data, settings);
        Snapshot.Match(Look.Of("sample-" + name, Draw), SnapshotNameExtension.Create(name), method: "Sample");
        Look.AtAnySize((region, settings) => SampledTextView.Draw(region, data, settings));
    }
}
