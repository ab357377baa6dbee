using System.Globalization;
using System.Text.Json;

namespace Sim.Tests;

public class SweepGridCommandTests
{
    private const string Rates = "--over optimizer.learningRate=0.002:0.05:9", Momentum = "--over optimizer.momentum=0,0.5,0.9";

    private const string Bowl = """
        {"data": {"type": "bowl", "curvatures": [1, 100], "minimum": [1, 1]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[-4, 2]]}], "loss": "mse",
         "optimizer": {"type": "sgd", "learningRate": 0.018}, "length": {"updates": 60}, "evaluation": {"every": 0}}
        """;

    private static Typed Sweep(string options) => Typed.Run($"sweep bowl.json {options}", ("bowl.json", Bowl));

    private static string[][] Csv(string options) => [.. Sweep(options + " --format csv").Out.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];

    [Fact]
    public void A_run_of_the_map_is_the_run_with_both_values()
    {
        string[][] lines = Csv($"{Rates} {Momentum}");
        Assert.Equal(["optimizer.learningRate", "optimizer.momentum", "updates", "first", "loss", "best", "diverged"], lines[0]);
        Assert.Equal(1 + 9 * 3, lines.Length);
        string[] one = lines.Single(line => line[0] == "0.008" && line[1] == "0.9");
        var alone = JsonDocument.Parse(Typed.Run("run bowl.json --json --set optimizer.learningRate=0.008 --set optimizer.momentum=0.9", ("bowl.json", Bowl)).Out).RootElement;
        Assert.Equal(alone.GetProperty("loss").GetRawText(), one[4]);
        Assert.Equal("60", one[2]);
        // At the start: (25·1 + 1·100)/2.
        Assert.Equal("62.5", one[3]);
    }

    [Fact]
    public void Json_tells_the_critical_rate_of_every_row_and_the_learning_rate_is_the_horizontal_field()
    {
        foreach (string options in new[] { $"{Rates} {Momentum}", $"{Momentum} {Rates}" })
        {
            var root = JsonDocument.Parse(Sweep(options + " --format json").Out).RootElement;
            Assert.Equal(("optimizer.learningRate", "optimizer.momentum"), (root.GetProperty("over").GetString(), root.GetProperty("by").GetString()));
            double[] expected = [0.02, 0.03, 0.038];
            Assert.All(root.GetProperty("critical").EnumerateArray().Zip(expected), pair => Assert.Equal(pair.Second, pair.First.GetDouble(), 6));
            var runs = root.GetProperty("runs").EnumerateArray().ToArray();
            Assert.Equal(27, runs.Length);
            Assert.Equal((0.002, 0), (runs[0].GetProperty("value").GetDouble(), runs[0].GetProperty("by").GetDouble()));
            Assert.False(root.TryGetProperty("interrupted", out _));
        }
    }

    [Fact]
    public void Words_are_an_axis_and_theory_speaks_of_plain_descent_only()
    {
        var root = JsonDocument.Parse(Sweep("--over optimizer.learningRate=0.01,0.1,1 --over optimizer.type=sgd,adam --format json").Out).RootElement;
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null], root.GetProperty("critical").EnumerateArray().Select(rate => rate.ValueKind));
        Assert.Equal(["sgd", "sgd", "sgd", "adam", "adam", "adam"], root.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("by").GetString()));
        Assert.Equal(["sgd", "adam"], Csv("--over optimizer.type=sgd,adam").Skip(1).Select(line => line[0]));
        string table = Sweep("--over optimizer.type=sgd,adam").Out;
        foreach (string part in new[] { "adam", "optimizer.type", "best loss", "█" }) Assert.Contains(part, table);
    }

    [Fact]
    public void A_whole_optimizer_and_a_field_of_it_do_not_undo_each_other()
    {
        foreach (string options in new[] { "--over optimizer=sgd,adam --over optimizer.learningRate=0.001,0.002", "--over optimizer.learningRate=0.001,0.002 --over optimizer=sgd,adam" })
            Assert.Equal(4, Csv(options).Skip(1).Select(line => line[4]).Distinct().Count());
    }

    [Fact]
    public void Values_may_be_json()
    {
        string[] lines = Sweep("""--over layers[0].initialWeights=[[-4,2]],[[0,0]] --format csv""").Out.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("\"[[-4,2]]\",60,", lines[1]);
        Assert.StartsWith("\"[[0,0]]\",60,", lines[2]);
    }

    [Fact]
    public void Something_else_than_the_loss_is_shown()
    {
        string[][] lines = Csv("--over optimizer.learningRate=0.001,0.01 --updates 1 --show layer1.weight[0,1] --show 2*loss");
        Assert.Equal(["value", "updates", "loss", "best", "diverged"], lines[0][..5]);
        // w ← w − η·100·(w − 1).
        Assert.Equal(1.9, double.Parse(lines[1][5], CultureInfo.InvariantCulture), 5);
        Assert.Equal(125, double.Parse(lines[1][6], CultureInfo.InvariantCulture), 4);
        Assert.Equal(1, double.Parse(lines[2][5], CultureInfo.InvariantCulture), 5);
        Assert.Contains("layer1.weight[0,1]", Sweep($"{Rates} {Momentum} --show layer1.weight[0,1]").Out);
    }

    [Fact]
    public void The_table_shows_the_map_and_as_many_numbers_as_fit_and_says_so()
    {
        string table = Sweep($"--over optimizer.learningRate=0.002:0.05:30 {Momentum}").Out;
        foreach (string part in new[] { "◉ least at", "critical 2(1+μ)/λmax", "optimizer.momentum ↓", "optimizer.learningRate →", "┃", "▲", "✕", "of 30 columns are shown; --format csv has all." }) Assert.Contains(part, table);
        Assert.All(table.Split('\n'), line => Assert.InRange(TextWidth.Of(line), 0, 80));
        string chinese = Sweep($"{Rates} {Momentum} --lang zh").Out;
        foreach (string part in new[] { "扫描", "临界值", "变大", "发散", "最低在" }) Assert.Contains(part, chinese);
        Assert.StartsWith("<svg", Sweep($"{Rates} {Momentum} --format svg").Out);
    }

    [Theory]
    [InlineData("--over optimizer.learningRate=0.1:1:3 --over optimizer.learningRate=0.1,0.2", "two fields")]
    [InlineData("--over optimizer.learningRate=0.1:1:3 --over seed=1,2 --over optimizer.momentum=0,0.9", "3 times", "once or twice")]
    [InlineData("--over optimizer.learningRate=0.1:1:0", "from 2 to 10000")]
    [InlineData("--over optimizer.learningRate=0.1:1:1000000000", "from 2 to 10000 instead of 1000000000")]
    [InlineData("--over optimizer.learningRate=0.1:1:200 --over seed=1:200:200", "200 × 200 runs", "10000")]
    [InlineData("--over optimizer.learningRate=0:1:3:log --over seed=1,2", "above 0")]
    [InlineData("--over optimizer.learningRate=0.1,0.2 --over optimizer.momentun=0,0.9", "did you mean \"momentum\"")]
    [InlineData("--over optimizer.type=sgd,adem", "adem", "did you mean \"adam\"")]
    [InlineData("--over layers[0].units=1,2 --over seed=1,2", "weights of shape [1, 2] with seed=1, layers[0].units=2")]
    [InlineData("--over optimizer.type=sgd,sgd", "twice")]
    [InlineData("--over optimizer.learningRate=0.1,,0.3", "between every two commas")]
    [InlineData("--over optimizer.learningRate=0.1:1:3,5", "not both")]
    [InlineData("--over optimizer.type=adam", "several values", "sim run --set optimizer.type=adam")]
    [InlineData("--over =1,2", "expected KEY=")]
    [InlineData("--over optimizer.learningRate=", "expected KEY=")]
    [InlineData("--over seed=1,2 --show los", "--show los", "loss")]
    [InlineData("--over seed=1,2 --show 1+", "--show 1+")]
    [InlineData("--over seed=1,2 --over optimizer.momentum=0,0.5 --show loss --show loss", "shows one value")]
    [InlineData("--over seed=1,2 --show loss --show loss --show loss --show loss", "at most 3")]
    public void A_wrong_map_is_refused(string options, params string[] said) => Sweep(options).Refused(said);

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("table")]
    [InlineData("svg")]
    public void Ctrl_C_writes_what_is_done_and_says_that_it_is_not_all(string format)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        using var ctrlC = new CancellationTokenSource();
        int looked = 0;
        var host = new CommandHost
        {
            Out = output,
            Error = error,
            ErrorIsTerminal = true,
            Files = new MemoryFiles(new() { ["bowl.json"] = System.Text.Encoding.UTF8.GetBytes(Bowl) }),
            Lessons = Typed.Own(),
            Clock = () =>
            {
                if (++looked == 4) ctrlC.Cancel();
                return TimeSpan.FromSeconds(looked);
            },
            Cancellation = ctrlC.Token,
        };
        // Three runs of a shape train one after another.
        string[] line = ["sweep", "bowl.json", "--over", "optimizer.learningRate=0.001:0.01:3", "--over", "optimizer.type=sgd,adam,rmsprop,adagrad", "--format", format];
        Assert.Equal(ExitCode.Interrupted, CommandLine.Run(line, host));
        Assert.Contains("interrupted after 3 of 12 runs", error.ToString());
        Assert.Contains("1/12 runs  1 s  11 s left", error.ToString());
        if (format == "json")
        {
            var root = JsonDocument.Parse(output.ToString()).RootElement;
            Assert.Equal((true, 12, 3), (root.GetProperty("interrupted").GetBoolean(), root.GetProperty("asked").GetInt32(), root.GetProperty("runs").GetArrayLength()));
        }
        else if (format == "csv")
        {
            string[] lines = output.ToString().TrimEnd('\n').Split('\n');
            Assert.Equal(13, lines.Length);
            Assert.Equal(9, lines.Count(each => each.EndsWith(",,,,,", StringComparison.Ordinal)));
            Assert.Equal("0.01,adagrad,,,,,", lines[^1]);
        }
        else Assert.Contains(format == "svg" ? ">runs<" : "3 of 12 runs", output.ToString());
    }
}
