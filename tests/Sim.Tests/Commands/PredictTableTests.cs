using System.Text.Json;

namespace Sim.Tests;

/// <summary>New rows as people have them: gaps, new words, other columns in another order.</summary>
public class PredictTableTests
{
    private static readonly string Houses = "size;district;price\n" + string.Concat(Enumerable.Range(0, 60).Select(k =>
        $"{(k % 10 == 3 ? "" : 50 + k * 7 % 60)};{(k % 10 == 7 ? "NA" : k % 3 == 0 ? "north" : "south")};{1000 * (50 + k * 7 % 60) + (k % 3 == 0 ? 20000 : 0)}.5\n"));

    private static string Model(TemporaryFolder folder, string missing, params string[] more)
    {
        var model = Path.Combine(folder.Path, $"{missing}.safetensors");
        var typed = RunDigitsTests.Disk(["run", "--csv", folder.Write("houses.csv", Houses), "--delimiter", ";", "--missing", missing, "--save", model, "--json", .. more]);
        Assert.Equal(0, typed.Code);
        return model;
    }

    private static double[] Outputs(Typed typed) => [.. JsonDocument.Parse(typed.Out).RootElement.GetProperty("outputs").EnumerateArray().Select(row => row[0].GetDouble())];

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void What_stood_for_gaps_in_the_training_stands_for_them_in_a_prediction(string standardise)
    {
        using var folder = new TemporaryFolder();
        var model = Model(folder, "mean", "--set", $"data.standardise={standardise}", "--test-share", "0", "--set", "batches.size=60");
        // Without a test set the training rows are all there are: their mean is that of the column.
        double[] sizes = [.. Enumerable.Range(0, 60).Where(k => k % 10 != 3).Select(k => 50.0 + k * 7 % 60)];
        var mean = sizes.Average().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var gap = RunDigitsTests.Disk("predict", model, "--csv", folder.Write("gap.csv", "district;size\nnorth;\nnorth;70\n"), "--json");
        var filled = RunDigitsTests.Disk("predict", model, "--csv", folder.Write("full.csv", $"size;district\n{mean};north\n70;north\n"), "--json");
        Assert.Contains("gap.csv: line 2, column 7 ('size'): given nothing; expected a number; the mean of the training rows stands in", gap.Error);
        Assert.Equal(Outputs(filled), Outputs(gap));
        Assert.Equal(Outputs(filled)[1..], Outputs(RunDigitsTests.Disk("predict", model, "--csv", folder.Write("comma.csv", "size,district\n70,north\n"), "--delimiter", ",", "--json")));
    }

    [Fact]
    public void Rows_with_gaps_or_new_words_are_told_and_left_out_and_the_others_keep_their_numbers()
    {
        using var folder = new TemporaryFolder();
        var model = Model(folder, "drop");
        var rows = folder.Write("new.csv", "id;district;size;note\n1;north;70;x\n2;;80;y\n3;harbour;80;z\n4;south;90;\n");
        var typed = RunDigitsTests.Disk("predict", model, "--csv", rows, "--json");
        Assert.Equal("[1,4]", JsonDocument.Parse(typed.Out).RootElement.GetProperty("rows").GetRawText());
        Assert.Equal(2, Outputs(typed).Length);
        Assert.Contains("line 3, column 3 ('district'): given nothing", typed.Error);
        Assert.Contains("line 4, column 3 ('district'): given 'harbour'; expected one of 'north', 'south', for the model has seen no other; the row is left out", typed.Error);
        Assert.Matches(@"\n +1 .*\n +4 ", RunDigitsTests.Disk("predict", model, "--csv", rows).Out);
        Assert.Equal(4, Outputs(RunDigitsTests.Disk("predict", model, "--csv", rows, "--missing", "mean", "--json")).Length);
        RunDigitsTests.Disk("predict", model, "--csv", folder.Write("less.csv", "district;id\nnorth;1\n")).Refused("no column 'size'");
        RunDigitsTests.Disk("predict", model, "--csv", folder.Write("word.csv", "district;size\nnorth;big\n")).Refused("line 2, column 7 ('size'): given 'big'");
        RunDigitsTests.Disk("predict", model, "--csv", rows, "--missing", "men").Refused("did you mean mean?");
    }

    [Fact]
    public void Without_gaps_in_the_training_those_of_new_rows_are_refused_with_what_can_be_asked_for()
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.Path, "m.safetensors");
        RunDigitsTests.Disk("run", "--csv", folder.Write("t.csv", "a,b,y\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k},{k % 7},{k}.5\n"))), "--save", model);
        var gap = folder.Write("gap.csv", "a,b\n1,\n2,3\n");
        RunDigitsTests.Disk("predict", model, "--csv", gap).Refused("line 2, column 3 ('b'): given nothing", "(--missing drop)", "(--missing mean)");
        Assert.Single(Outputs(RunDigitsTests.Disk("predict", model, "--csv", gap, "--missing", "drop", "--json")));
        Assert.Equal(2, Outputs(RunDigitsTests.Disk("predict", model, "--csv", gap, "--missing", "mean", "--json")).Length);
    }

    [Fact]
    public void Many_rows_are_written_page_by_page_and_none_is_lost()
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.Path, "m.safetensors");
        RunDigitsTests.Disk("run", "--csv", folder.Write("t.csv", "a,b,y\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k},{k % 7},{k}.5\n"))), "--save", model);
        var lines = RunDigitsTests.Disk("predict", model, "--csv", folder.Write("many.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 2500).Select(k => $"{k % 20},{k % 7}\n")))).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Count(line => line.TrimStart().StartsWith("row")));
        Assert.Equal(Enumerable.Range(1, 2500), lines.Where(line => !line.TrimStart().StartsWith("row")).Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])));
    }
}
