using System.Text.Json;

namespace Sim.Tests;

public class RunCommandTests
{
    private const string Line = """
        { "data": {"inputs": [[0], [1], [2]], "targets": [1, 3, 5]}, "layers": [{"units": 1}], "loss": "mse",
          "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 20} }
        """;

    [Fact]
    public void The_json_result_has_the_names_other_programs_rely_on()
    {
        var result = JsonDocument.Parse(Typed.Run("run xor --json").Out).RootElement;
        Assert.Equal(1000, result.GetProperty("updates").GetInt64());
        Assert.True(result.GetProperty("seconds").GetDouble() >= 0);
        Assert.InRange(result.GetProperty("loss").GetDouble(), 0, 0.1);
        Assert.Equal(1, result.GetProperty("metrics").GetProperty("train.accuracy").GetDouble());
        Assert.Matches("^[0-9a-f]{16}$", result.GetProperty("hash").GetString());
    }

    [Fact]
    public void The_same_run_has_the_same_hash_with_any_number_of_threads_and_another_seed_another_one()
    {
        var hash = Hash("run xor --updates 50 --json");
        Assert.Equal(hash, Hash("run xor --updates 50 --json --threads 2"));
        Assert.NotEqual(hash, Hash("run xor --updates 50 --json --set seed=8"));
        Assert.Equal(Hash("run xor --updates 50 --json --set seed=8"), Hash("run xor?seed=8 --updates 50 --json"));
    }

    [Fact]
    public void Updates_and_epochs_replace_the_experiments_length()
    {
        Assert.Equal(7, Number("run line.json --updates 7 --json", "updates", ("line.json", Line)));
        Assert.Equal(30, Number("run line.json --epochs 30 --json", "updates", ("line.json", Line)));
        Assert.Equal(0, Number("run line.json --updates 0 --json", "updates", ("line.json", Line)));
    }

    [Fact]
    public void A_variant_by_option_or_address_changes_the_run()
    {
        Assert.Equal(Hash("run watermelon/big-steps --json"), Hash("run watermelon --variant big-steps --json"));
        Assert.NotEqual(Hash("run watermelon --json"), Hash("run watermelon/big-steps --json"));
    }

    [Fact]
    public void The_result_table_names_what_it_shows_in_both_languages()
    {
        Assert.Contains("train.accuracy", Typed.Run("run xor").Out);
        Assert.Contains("weights' hash", Typed.Run("run xor").Out);
        Assert.Contains("权重哈希", Typed.Run("run xor --lang zh").Out);
    }

    [Fact]
    public void Divergence_is_a_result_and_stays_valid_json()
    {
        var typed = Typed.Run("run line.json --set optimizer.learningRate=1e20 --json", ("line.json", Line));
        Assert.Equal(0, typed.Code);
        var result = JsonDocument.Parse(typed.Out).RootElement;
        Assert.Equal("NaN", result.GetProperty("loss").GetString());
        Assert.InRange(result.GetProperty("diverged").GetProperty("update").GetInt64(), 1, 3);
        Assert.Contains("diverged at update", typed.Error);
    }

    [Fact]
    public void A_lesson_file_and_a_lesson_in_a_file_of_lessons_are_found()
    {
        var lesson = $$"""{"id": "own", "title": {"en": "Own", "zh": "自己的"}, "summary": {"en": "s", "zh": "s"}, "experiment": {{Line}} }""";
        var lessons = $$"""{"format": 1, "lessons": [{{lesson}}, {{lesson.Replace("\"own\"", "\"other\"")}}]}""";
        Assert.Equal(0, Typed.Run("run one.json --json", ("one.json", lesson)).Code);
        Assert.Equal(0, Typed.Run("run many.json/other --json", ("many.json", lessons)).Code);
        Typed.Run("run many.json", ("many.json", lessons)).Refused("holds 2 lessons", "many.json/own");
    }

    [Fact]
    public void A_csv_file_is_looked_for_beside_the_experiment()
    {
        var csv = Line.Replace("""{"inputs": [[0], [1], [2]], "targets": [1, 3, 5]}""", """{"type": "csv", "path": "line.csv", "target": "y", "targetKind": "numbers"}""");
        Assert.Equal(0, Typed.Run("run folder/line.json", ("folder/line.json", csv), ("folder/line.csv", "x,y\n0,1\n1,3\n")).Code);
        Typed.Run("run folder/line.json", ("folder/line.json", csv), ("folder/line.csv", "x,y\n0,1\n1,many\n")).Refused("line 3", "many");
        Typed.Run("run folder/line.json", ("folder/line.json", csv)).Refused("line.csv");
    }

    private static string? Hash(string line) => JsonDocument.Parse(Typed.Run(line).Out).RootElement.GetProperty("hash").GetString();

    private static long Number(string line, string name, params (string, string)[] files) =>
        JsonDocument.Parse(Typed.Run(line, files).Out).RootElement.GetProperty(name).GetInt64();
}
