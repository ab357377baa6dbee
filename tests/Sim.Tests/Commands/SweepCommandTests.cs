using System.Globalization;
using System.Text.Json;

namespace Sim.Tests;

public class SweepCommandTests
{
    // L = 2/3·Σ(w·x − y)²… for x = 1, 2, 3: λ = 2·(1 + 4 + 9)/3, so that 2/λ = 3/14.
    private const string Line = """
        { "data": {"inputs": [[1], [2], [3]], "targets": [2, 4, 6]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[0]]}], "loss": "mse",
          "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 20} }
        """;

    private static Typed Sweep(string options) => Typed.Run($"sweep line.json {options}", ("line.json", Line));

    [Fact]
    public void The_critical_rate_parts_runs_that_fall_from_runs_that_rise()
    {
        var typed = Sweep("--over optimizer.learningRate=0.02:0.4:39 --format json");
        Assert.Equal((0, ""), (typed.Code, typed.Error));
        var root = JsonDocument.Parse(typed.Out).RootElement;
        double critical = root.GetProperty("critical").GetDouble();
        Assert.Equal(3.0 / 14, critical, 6);
        Assert.Equal("optimizer.learningRate", root.GetProperty("over").GetString());
        var runs = root.GetProperty("runs").EnumerateArray().ToArray();
        Assert.Equal(39, runs.Length);
        double start = 4 * 14 / 3.0;
        Assert.All(runs, run => Assert.Equal(run.GetProperty("value").GetDouble() < critical, run.GetProperty("loss").GetDouble() < start));
    }

    [Fact]
    public void A_run_of_the_sweep_is_the_run_with_that_value()
    {
        var rows = Sweep("--over optimizer.learningRate=0.05:0.15:3 --updates 7 --format csv").Out.Split('\n');
        Assert.Equal("value,updates,loss,best,diverged", rows[0]);
        string[] middle = rows[2].Split(',');
        Assert.Equal(("0.1", "7"), (middle[0], middle[1]));
        var alone = JsonDocument.Parse(Typed.Run("run line.json --updates 7 --json --set optimizer.learningRate=0.1", ("line.json", Line)).Out).RootElement;
        Assert.Equal(alone.GetProperty("loss").GetRawText(), middle[2]);
    }

    [Fact]
    public void A_run_that_diverges_is_a_result_and_says_when()
    {
        var typed = Sweep("--over optimizer.learningRate=0.1:100:2:log --updates 60 --format csv");
        Assert.Equal(0, typed.Code);
        string[] last = typed.Out.TrimEnd('\n').Split('\n')[^1].Split(',');
        Assert.Contains(last[2], new[] { "NaN", "Infinity" });
        Assert.InRange(int.Parse(last[4], CultureInfo.InvariantCulture), 2, 60);
    }

    [Fact]
    public void Log_steps_have_equal_ratios_and_both_ends()
    {
        string[] rows = Sweep("--over optimizer.learningRate=0.001:0.1:3:log --format csv").Out.TrimEnd('\n').Split('\n');
        Assert.Equal(["0.001", "0.01", "0.1"], rows.Skip(1).Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void Sizes_can_be_swept_and_have_no_critical_value()
    {
        var root = JsonDocument.Parse(Typed.Run("sweep xor --over layers[0].units=1:3:3 --updates 5 --format json").Out).RootElement;
        Assert.Equal(JsonValueKind.Null, root.GetProperty("critical").ValueKind);
        Assert.Equal([1, 2, 3], root.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("value").GetInt32()));
    }

    [Fact]
    public void The_table_shows_curve_runs_and_what_went_wrong()
    {
        var typed = Sweep("--over optimizer.learningRate=0.05:0.35:7");
        foreach (string part in new[] { "critical 2/λmax = 0.2143", "optimizer.learningRate", "best loss", "▲ larger than at the start", "◉ least" }) Assert.Contains(part, typed.Out);
        Assert.Contains("临界值", Sweep("--over optimizer.learningRate=0.05:0.35:7 --lang zh").Out);
        Assert.StartsWith("<svg", Sweep("--over optimizer.learningRate=0.05:0.35:7 --format svg").Out);
    }

    [Theory]
    [InlineData("optimizer.learningRate", "KEY=FROM:TO:COUNT")]
    [InlineData("optimizer.learningRate=0.1:1", "KEY=FROM:TO:COUNT")]
    [InlineData("optimizer.learningRate=a:1:5", "instead of a")]
    [InlineData("optimizer.learningRate=0.1:1:1", "from 2 to")]
    [InlineData("optimizer.learningRate=0:1:5:log", "above 0")]
    [InlineData("optimizer.learningRate=1:1:5", "sim run")]
    [InlineData("optimizer.learningRate=0.1:1:5:cubic", "cubic")]
    [InlineData("optimizer.learningRat=0.1:1:5", "learningRate")]
    [InlineData("optimizer.learningRate=-1:1:5", "-1")]
    [InlineData("layers[0].units=1:2:3", "1.5")]
    public void A_wrong_range_is_refused(string over, string said) => Sweep($"--over {over}").Refused(said);

    [Fact]
    public void What_a_sweep_cannot_do_is_refused()
    {
        Typed.Run("sweep xor").Refused("--over");
        Typed.Run("sweep xor@3 --over optimizer.learningRate=0.1:1:3").Refused("@", "--updates");
        Typed.Run("sweep xor --over optimizer.learningRate=0.1:1:3 --precision double").Refused("single");
        Typed.Run("sweep xor --over optimizer.learningRate=0.1:1:3 --format pdf").Refused("pdf", "table");
        Typed.Run("sweep xor --over optimizer.learningRate=0.1:1:3 --updates 0").Refused("--updates");
    }
}
