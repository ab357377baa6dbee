using System.Text.Json;

namespace Sim.Tests;

public class TraceCommandTests
{
    [Fact]
    public void The_names_and_their_order_are_those_of_the_contract()
    {
        var lines = Lines("trace watermelon --format jsonl");
        Assert.Equal(
            ["batch.index", "batch.x", "batch.y", "layer1.z", "layer1.a", "data_loss", "penalty", "loss", "layer1.dz", "layer1.weight.grad", "layer1.bias.grad", "input.grad",
                "layer1.weight.grad_norm", "grad_norm", "lr", "layer1.weight", "layer1.bias", "eval.train.loss", "eval.train.a", "eval.train.accuracy"],
            lines.Select(line => line.GetProperty("name").GetString()));
        Assert.Equal(0.268f, lines[3].GetProperty("value")[0][0].GetSingle());
        Assert.Equal("forward", lines[3].GetProperty("phase").GetString());
    }

    [Fact]
    public void Only_and_from_choose_records_without_changing_them()
    {
        var all = Lines("trace xor --updates 5 --format jsonl");
        var some = Lines("trace xor --updates 2 --from 4 --only loss,layer1.weight --format jsonl");
        Assert.Equal(["loss", "layer1.weight", "loss", "layer1.weight"], some.Select(line => line.GetProperty("name").GetString()));
        var texts = all.Select(line => line.GetRawText()).ToHashSet();
        Assert.All(some, line => Assert.Contains(line.GetRawText(), texts));
    }

    [Fact]
    public void Double_precision_is_the_same_run_with_more_digits()
    {
        var single = Lines("trace xor --only loss --format jsonl")[0].GetProperty("value").GetDouble();
        var twice = Lines("trace xor --only loss --format jsonl --precision double")[0].GetProperty("value").GetRawText();
        Assert.True(twice.Length > 12, twice);
        Assert.Equal(single, double.Parse(twice, System.Globalization.CultureInfo.InvariantCulture), 6);
    }

    [Fact]
    public void More_updates_than_the_experiment_states_make_the_run_longer() =>
        Assert.Equal(43, Lines("trace watermelon --updates 43 --only loss --format jsonl").Count);

    [Fact]
    public void The_walk_shows_symbols_numbers_and_result()
    {
        var text = Typed.Run("trace watermelon").Out;
        Assert.Contains("z₁ = w₁₁·x₁ + w₁₂·x₂ + w₁₃·x₃ + b₁", text);
        Assert.Contains("= 0.31×0.8 + (−0.2)×0.6 + 0.1×0.9 + 0.05", text);
        Assert.Contains("= 0.268   ✓", text);
        Assert.Contains("w₁₁ ← w₁₁ − η·∂L/∂w₁₁", text);
        Assert.DoesNotContain("≠", text);
        Assert.DoesNotContain("{", text);
    }

    [Theory]
    [InlineData("trace watermelon --updates 2")]
    [InlineData("trace watermelon/basket")]
    [InlineData("trace xor --lang zh")]
    public void The_walk_fits_80_columns(string line)
    {
        var typed = Typed.Run(line);
        Assert.Equal(0, typed.Code);
        Assert.All(typed.Out.Split('\n'), text => Assert.True(TextWidth.Of(text) <= 80, text));
    }

    [Fact]
    public void The_chinese_walk_has_chinese_words_and_the_same_formulas()
    {
        var text = Typed.Run("trace watermelon --lang zh").Out;
        Assert.Contains("前向传播", text);
        Assert.Contains("= 0.31×0.8 + (−0.2)×0.6 + 0.1×0.9 + 0.05", text);
        Assert.DoesNotContain("Each unit", text);
    }

    [Fact]
    public void A_diverging_trace_is_valid_json_and_says_on_stderr_where_it_began()
    {
        const string Line = """
            { "data": {"inputs": [[1], [2]], "targets": [1, 2]}, "layers": [{"units": 1}], "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 1e20}, "length": {"updates": 9} }
            """;
        var typed = Typed.Run("trace line.json --updates 9 --format jsonl", ("line.json", Line));
        Assert.Equal(0, typed.Code);
        Assert.Contains(Read(typed.Out), line => line.GetProperty("value").ToString().Contains("NaN"));
        Assert.Contains("is the first value that is not finite", typed.Error);
        Assert.Contains("!!", Typed.Run("trace line.json --updates 9", ("line.json", Line)).Out);
    }

    [Fact]
    public void Csv_has_a_header_and_a_line_per_number()
    {
        var lines = Typed.Run("trace watermelon --only layer1.weight --format csv").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("update,step,phase,name,i,j,k,l,m,n,value", lines[0]);
        Assert.Equal(4, lines.Length);
    }

    private static List<JsonElement> Lines(string line) => Read(Typed.Run(line).Out);

    private static List<JsonElement> Read(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
