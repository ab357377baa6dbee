using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sim.Tests;

/// <summary>Tables that may be too large: what they need is said before they are read, from their beginning.</summary>
public class LargeTableTests
{
    private const int Rows = 30_000;

    private static readonly Lazy<string> Text = new(() =>
    {
        var text = new StringBuilder("a,b,word,y\n");
        for (var k = 0; k < Rows; k++) text.Append(CultureInfo.InvariantCulture, $"{k % 1000}.{k % 97:00},{k * 7919 % 100_003},{(k % 3 == 0 ? "north" : "south")},{k % 501}.5\n");
        return text.ToString();
    });

    private static Typed Run(double memory, params string[] more)
    {
        using var folder = new TemporaryFolder();
        var (output, error) = (new StringWriter(), new StringWriter());
        var calls = 0;
        var host = new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = "{\"format\":1,\"lessons\":[]}"u8.ToArray(), Memory = memory, Clock = () => TimeSpan.FromSeconds(++calls) };
        return new(CommandLine.Run(["run", "--csv", folder.Write("t.csv", Text.Value), "--updates", "20", "--json", .. more], host), output.ToString(), error.ToString());
    }

    [Fact]
    public void What_there_is_no_memory_for_is_refused_before_it_is_read_and_what_to_do_is_enough()
    {
        const double memory = 130.5e6;
        var error = Run(memory).Refused("t.csv: about ", "rows × 4 inputs, kept in 9 bytes a row", "the memory of this machine", "--inputs NAME").Error;
        Assert.DoesNotContain("output layer", error);
        var told = Regex.Match(error, @"about ([\d,]+) rows.*--every (\d+)");
        Assert.InRange(double.Parse(told.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), Rows * 0.9, Rows * 1.1);
        var fewer = Run(memory, "--every", told.Groups[2].Value);
        Assert.Equal(0, fewer.Code);
        Assert.Contains("of memory at the highest.", fewer.Error);
        Assert.Equal(0, Run(memory, "--inputs", "a,b", "--every", told.Groups[2].Value).Code);
        Run(1e6).Refused("expected at most 1 MB", "Name fewer columns");
    }

    [Fact]
    public void Every_so_many_rows_are_a_smaller_table_and_stay_so_in_the_model()
    {
        using var folder = new TemporaryFolder();
        var (table, model) = (folder.Write("t.csv", Text.Value), Path.Combine(folder.Path, "m.safetensors"));
        var typed = RunDigitsTests.Disk("run", "--csv", table, "--every", "100", "--updates", "5", "--save", model, "--json");
        Assert.Contains("table: 300 rows (the first of every 100)", typed.Error);
        var smaller = folder.Write("s.csv", string.Join('\n', Text.Value.Split('\n').Where((_, line) => line == 0 || line % 100 == 1)));
        Assert.Equal(Hash(RunDigitsTests.Disk("run", "--csv", smaller, "--updates", "5", "--json")), Hash(typed));
        Assert.Equal(Hash(RunDigitsTests.Disk("run", "--csv", smaller, "--updates", "9", "--json")), Hash(RunDigitsTests.Disk("run", "--load", model, "--updates", "9", "--json")));
        RunDigitsTests.Disk("run", "--csv", table, "--every", "0").Refused("at least 1");

        static string Hash(Typed typed) => JsonDocument.Parse(typed.Out).RootElement.GetProperty("hash").GetString()!;
    }
}
