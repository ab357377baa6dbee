using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Sim.Tests;

public class OwnDataTests
{
    private static readonly string Houses = "name,size,district,price\n"
        + string.Concat(Enumerable.Range(0, 40).Select(k => $"house{k},{50 + k * 7 % 60},{(k % 3 == 0 ? "north" : "south")},{1000 * (50 + k * 7 % 60) + (k % 3 == 0 ? 20000 : 0)}.5\n"));

    private static readonly string Flowers = "length,kind\n" + string.Concat(Enumerable.Range(0, 30).Select(k => $"{k % 3 + k / 100.0},{new[] { "rose", "iris", "aster" }[k % 3]}\n"));

    [Fact]
    public void A_table_alone_is_learnt_and_what_was_chosen_is_stated()
    {
        var typed = Typed.Run("run --csv houses.csv --target price", ("houses.csv", Houses));
        Assert.Equal((0, ""), (typed.Code, typed.Error));
        foreach (var part in new[] { "40 rows, 2 input columns, 3 inputs", "district: 2 different texts", "name: left out", "a number (regression), for it has many different numbers", "20 % of the rows", "1 unit without activation; loss mse", "test.loss" })
            Assert.Contains(part, typed.Out);
        Assert.Contains("回归", Typed.Run("run --csv houses.csv --lang zh", ("houses.csv", Houses)).Out);
    }

    [Fact]
    public void A_lessons_network_takes_the_table_and_json_stays_json()
    {
        var typed = Typed.Run("run xor --csv flowers.csv --target kind --epochs 300 --json", ("flowers.csv", Flowers));
        Assert.Equal(0, typed.Code);
        Assert.Contains("3 classes (aster, iris, rose), for there is text in it", typed.Error);
        Assert.Equal(1, JsonDocument.Parse(typed.Out).RootElement.GetProperty("metrics").GetProperty("test.accuracy").GetDouble());
    }

    [Fact]
    public void A_saved_model_predicts_from_words()
    {
        using var folder = new TemporaryFolder();
        var (table, model, news) = (folder.Write("houses.csv", Houses), Path.Combine(folder.Path, "m.safetensors"), folder.Write("new.csv", "district,size\nnorth,70\nsouth,70\n"));
        Assert.Equal(0, OnDisk("run", "--csv", table, "--target", "price", "--save", model, "--json").Code);
        var outputs = JsonDocument.Parse(OnDisk("predict", model, "--csv", news, "--json").Out).RootElement.GetProperty("outputs");
        Assert.InRange(outputs[0][0].GetDouble() - outputs[1][0].GetDouble(), 15_000, 25_000);
    }

    [Theory]
    [InlineData("houses.csv", "price")]
    [InlineData("flowers.csv", "kind")]
    public void The_new_lesson_passes_the_check_and_runs(string file, string target)
    {
        using var folder = new TemporaryFolder();
        folder.Write("houses.csv", Houses);
        folder.Write("flowers.csv", Flowers);
        var typed = OnDisk("new", "--csv", Path.Combine(folder.Path, file), "--target", target);
        Assert.Equal((0, ""), (typed.Code, typed.Error));
        var lesson = Path.GetFileNameWithoutExtension(file) + ".json";
        try
        {
            Assert.Contains("all well", OnDisk("check", lesson).Out);
            Assert.Equal(0, OnDisk("run", lesson, "--json").Code);
            OnDisk("new", "--csv", Path.Combine(folder.Path, file)).Refused("is there already");
        }
        finally
        {
            File.Delete(lesson);
        }
    }

    [Theory]
    [InlineData("run --csv houses.csv --target prise", "did you mean 'price'?")]
    [InlineData("run --csv none.csv", "none.csv")]
    [InlineData("run xor --target price", "--target is about a table; expected --csv FILE")]
    [InlineData("run --csv houses.csv --test-share 1", "below 1")]
    [InlineData("run --csv houses.csv --task class", "did you mean classes?")]
    [InlineData("run --csv houses.csv --load m.safetensors", "given both")]
    [InlineData("run houses.csv", "sim run --csv houses.csv")]
    [InlineData("new", "sim new lesson ID")]
    [InlineData("new a/b --csv houses.csv", "cannot be a lesson's id")]
    public void A_wrong_request_is_refused(string line, string part) => Typed.Run(line, ("houses.csv", Houses)).Refused(part);

    [Theory]
    [InlineData("", "no text")]
    [InlineData("a,y\n", "a header and no rows")]
    [InlineData("a,y\n1,\"2\n", "never closed")]
    [InlineData("a,y\n1,2\n1e400,3\n5,4\n", "a finite number")]
    [InlineData("a,y\n1,2\nx,3\n5,4\n", "line 3, column 1 ('a'): given 'x'; expected a number")]
    [InlineData("a,y\n1,2.5\n,3\n4,5\n", "line 3, column 1 ('a')")]
    [InlineData("a,a,y\n1,2,3\n", "rename one of the two")]
    [InlineData("a,y\n1,7\n2,7\n", "nothing to learn")]
    public void A_bad_table_is_refused_with_its_places(string text, string part) => Typed.Run("run --csv t.csv", ("t.csv", text)).Refused("t.csv", part);

    [Theory]
    [InlineData("\uFEFFa,y\r\n1,2.5\r\n2,3\r\n")]
    [InlineData("\"a\",y\n1,2.5\n2,3")]
    public void Marks_and_line_ends_do_not_matter(string text) => Assert.Equal(0, Typed.Run("run --csv t.csv --json", ("t.csv", text)).Code);

    [Fact]
    public void A_million_columns_end_in_one_message()
    {
        var error = Typed.Run("run --csv t.csv", ("t.csv", new string(',', 1_000_000) + "\n")).Refused("more than 10000 fields").Error;
        Assert.True(error.Length < 500, error);
    }

    [Fact]
    public void Folders_pipes_and_other_encodings_are_refused()
    {
        using var folder = new TemporaryFolder();
        OnDisk("run", "--csv", folder.Path).Refused("is a directory");
        var latin1 = Path.Combine(folder.Path, "latin1.csv");
        File.WriteAllBytes(latin1, Encoding.Latin1.GetBytes("café,y\n1,2\n"));
        OnDisk("run", "--csv", latin1).Refused("not UTF-8", "iconv");
        if (OperatingSystem.IsWindows()) return;
        var pipe = Path.Combine(folder.Path, "pipe");
        Process.Start("mkfifo", pipe).WaitForExit();
        var writer = new Thread(() => { using var stream = new FileStream(pipe, FileMode.Open, FileAccess.Write); }) { IsBackground = true };
        writer.Start();
        OnDisk("run", "--csv", pipe).Refused("given a pipe", "Write it into a file first");
        writer.Join();
    }

    private static Typed OnDisk(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read() };
        return new(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }
}
