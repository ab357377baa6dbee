namespace Sim.Tests;

public class CompareTests
{
    private static FirstDifference? Find(string a, string b, long upTo) => FirstDifferenceSearch.Find(Runs.Of(a).Timeline, Runs.Of(b).Timeline, upTo);

    [Fact]
    public void Another_rate_differs_first_in_the_rate_of_update_1()
    {
        var first = Find(Runs.Line("0.05"), Runs.Line("0.06"), 20);
        Assert.Equal((1, "lr", 0.05f, 0.06f), (first!.Update, first.Name, first.A, first.B));
    }

    [Fact]
    public void Another_weight_differs_at_the_start()
    {
        var first = Find(Runs.Melon, Runs.Melon.Replace("-0.20", "-0.25"), 20);
        Assert.Equal((0, "layer1.weight", 1), (first!.Update, first.Name, first.Index[1]));
    }

    [Fact]
    public void A_schedule_that_acts_later_differs_first_where_it_acts()
    {
        const string Steps = "\"schedule\": {\"type\": \"step\", \"size\": 13, \"gamma\": 0.5}, \"length\":";
        var first = Find(Runs.Line("0.05"), Runs.Line("0.05").Replace("\"length\":", Steps), 40);
        Assert.Equal((14, "lr", 0.05f, 0.025f), (first!.Update, first.Name, first.A, first.B));
    }

    [Fact]
    public void Equal_runs_have_no_difference_and_stay_where_they_were()
    {
        var (a, b) = (Runs.Of(Runs.Xor), Runs.Of(Runs.Xor));
        a.At(3, "layer1.a");
        b.At(2);
        var (nowA, nowB) = (a.Timeline.Now, b.Timeline.Now);
        Assert.Null(FirstDifferenceSearch.Find(a.Timeline, b.Timeline, 9));
        Assert.Equal((nowA, nowB), (a.Timeline.Now, b.Timeline.Now));
    }

    [Fact]
    public void Differing_settings_are_named_by_their_path()
    {
        var data = CompareData.From(Runs.Of(Runs.Line("0.05")).At(2), "a", Runs.Of(Runs.Line("0.3")).At(2), "b", []);
        Assert.Equal(("optimizer.learningRate", "0.05", "0.3"), Assert.Single(data.Settings));
        Assert.Equal(2, data.FirstLoss);
    }
}
