using System.Diagnostics;

namespace Sim.Tests;

/// <summary><c>--csv</c> wherever an experiment is opened.</summary>
public class TableEverywhereTests
{
    private static readonly (string, string) Table = ("t.csv", "a,b,word,y\n" + string.Concat(Enumerable.Range(0, 30).Select(k => $"{k},{k * k % 7},{(k % 3 == 0 ? "red" : "blue")},{k * 11 % 13}.5\n")));

    [Theory]
    [InlineData("trace --csv t.csv --target y --format jsonl", "\"update\":1", 1)]
    [InlineData("trace xor --csv t.csv --format jsonl --only loss", "\"loss\"", 1)]
    [InlineData("explain --csv t.csv --at 1 --value loss", "loss = ", 1)]
    [InlineData("sweep --csv t.csv --over optimizer.learningRate=0.001:0.1:3:log --updates 5 --format csv", "0.01,5,", 4)]
    [InlineData("run --csv t.csv --updates 3 --json", "\"updates\":3", 1)]
    public void The_table_is_learnt_and_what_was_chosen_for_it_stands_beside_the_result(string line, string part, int lines)
    {
        var typed = Typed.Run(line, Table);
        Assert.Equal(0, typed.Code);
        Assert.Contains(part, typed.Out);
        Assert.True(typed.Out.Split('\n').Length > lines);
        Assert.Contains("table: 30 rows, 3 input columns, 4 inputs", typed.Error);
        Assert.DoesNotContain("table: 30", typed.Out);
    }

    [Theory]
    [InlineData("trace")]
    [InlineData("explain --value loss")]
    [InlineData("sweep --over optimizer.learningRate=1:2:2")]
    [InlineData("play")]
    public void Neither_a_lesson_nor_a_table_is_refused(string line) => Typed.Run(line).Refused($"{line.Split(' ')[0]} needs a LESSON", "or --csv FILE");

    [Theory]
    [InlineData("trace --target y", "--target is about a table")]
    [InlineData("sweep --csv t.csv --target z --over optimizer.learningRate=1:2:2", "one of 'a', 'b', 'word', 'y'")]
    [InlineData("play --csv none.csv", "none.csv")]
    [InlineData("play --csv t.csv --record x.demo", "sim new --csv t.csv")]
    [InlineData("play --csv t.csv --variant wide", "expected straight")]
    public void A_wrong_request_is_refused(string line, string part) => Assert.Contains(part, Typed.Run(line, Table).Error);

    [Theory]
    [InlineData("", "1/4", "30 rows. From a, b, word the network is to tell y: a number.")]
    [InlineData("xor", "Before update 1", "update 1")]
    public void A_table_is_played_without_a_file_being_written(string lesson, string first, string part)
    {
        using var folder = new TemporaryFolder();
        var arguments = new[] { typeof(CommandLine).Assembly.Location, "play", lesson, "--csv", folder.Write("t.csv", Table.Item2), "--plain", "--lang", "en" }.Where(word => word.Length > 0);
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SIM_DATA"] = Path.Combine(folder.Path, "data");
        using var process = Process.Start(start)!;
        process.StandardInput.Write("step\nupdate\nquit\n");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, process.ExitCode);
        Assert.Contains(first.Replace("1/4", "1 of 4"), output);
        Assert.Contains(part, output);
        Assert.Equal(["t.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }
}
