using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Snapshooter.Xunit;

namespace Sim.Tests;

/// <summary><c>sim run</c> on images: what is shown below the result, and what is left of a run that is broken off.</summary>
public class RunDigitsTests
{
    internal const string Digits = """
        {"name": "digits", "data": {"type": "digits", "n": 960}, "layers": [{"type": "flatten"}, {"units": 24, "activation": "relu"}, {"units": 10, "activation": "softmax"}],
         "loss": "softmax_ce", "optimizer": {"type": "adam", "learningRate": 0.003}, "batches": {"size": 32}, "length": {"epochs": 2}, "evaluation": {"sets": ["test"]} }
        """;

    private static string Result(string arguments) =>
        Regex.Replace(Typed.Run(arguments, ("d.json", Digits)).Out, @"(training time|训练用时)( +)\S+ (ms|s|µs)", "$1$2(time)");

    [Fact]
    public void The_result_shows_the_confusion_matrix_and_the_surest_mistakes_as_pictures() =>
        Snapshot.Match(Result("run d.json") + Result("run d.json --lang zh"));

    [Fact]
    public void Confusion_counts_every_test_sample_once_and_agrees_with_the_accuracy()
    {
        var text = Typed.Run("run d.json", ("d.json", Digits)).Out;
        var right = Regex.Match(text, @"test: (\d+) of (\d+) right");
        Assert.Equal("160", right.Groups[2].Value);
        var accuracy = double.Parse(Regex.Match(text, @"test.accuracy +(\S+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(int.Parse(right.Groups[1].Value) / 160.0, accuracy, 5);
    }

    [Fact]
    public void A_run_that_is_broken_off_shows_its_result_so_far_and_exits_with_130()
    {
        var typed = BrokenOff("run", "d.json");
        Assert.Equal(ExitCode.Interrupted, typed.Code);
        Assert.Contains("test.accuracy", typed.Out);
        Assert.Contains("surest mistakes", typed.Out);
        Assert.Contains("interrupted after update 10 of 60: this is the result so far", typed.Error);
        Assert.Matches(@"█░+ 3/60 updates  1/s  loss \d\.\d+  57 s left", typed.Error);
    }

    [Fact]
    public void The_result_so_far_is_that_of_a_run_of_so_many_updates()
    {
        var (part, whole) = (JsonDocument.Parse(BrokenOff("run", "d.json", "--json").Out).RootElement, JsonDocument.Parse(Typed.Run("run d.json --updates 10 --json", ("d.json", Digits)).Out).RootElement);
        Assert.True(part.GetProperty("interrupted").GetBoolean());
        foreach (var name in new[] { "updates", "loss", "metrics", "hash" }) Assert.Equal(whole.GetProperty(name).ToString(), part.GetProperty(name).ToString());
    }

    [Fact]
    public void Images_come_from_a_folder_of_IDX_files_zipped_or_not()
    {
        using var folder = new TemporaryFolder();
        folder.Mnist(train: 64, test: 10);
        var typed = Disk("run", folder.Write("d.json", Digits), "--data", folder.Path, "--epochs", "1", "--json");
        Assert.Equal(0, typed.Code);
        Assert.Contains("\"updates\":2,", typed.Out);
        // As the lesson does: MNIST has no samples for validation, so some of its training images are.
        var validated = Disk("run", folder.Write("v.json", Digits.Replace("[\"test\"]", "[\"validation\", \"test\"]")), "--data", folder.Path, "--epochs", "1", "--json");
        Assert.Contains("validation.accuracy", validated.Out);
        Assert.Contains("test.accuracy", validated.Out);
        File.Delete(Path.Combine(folder.Path, "t10k-labels-idx1-ubyte"));
        Disk("run", folder.Write("d.json", Digits), "--data", folder.Path).Refused("t10k-labels-idx1-ubyte", "there is no file");
        Disk("run", folder.Write("d.json", Digits), "--data", folder.Path + "/nowhere").Refused("there is no file");
        Typed.Run("run m.json", ("m.json", Digits.Replace("""{"type": "digits", "n": 960}""", """{"type": "mnist"}"""))).Refused("no folder is stated", "--data DIR");
    }

    [Fact]
    public void Damaged_files_are_refused_with_their_names()
    {
        using var folder = new TemporaryFolder();
        folder.Mnist(train: 40, test: 10);
        var labels = Path.Combine(folder.Path, "train-labels-idx1-ubyte");
        var bytes = File.ReadAllBytes(labels);
        bytes[20] = 255;
        File.WriteAllBytes(labels, bytes);
        Disk("run", folder.Write("d.json", Digits), "--data", folder.Path).Refused("train-labels-idx1-ubyte", "label 255 at image 12", "0 to 9");
    }

    // Every look at the clock is a second, so that the run trains one update at a time; after some it is broken off.
    private static Typed BrokenOff(params string[] arguments)
    {
        using var cancellation = new CancellationTokenSource();
        var (output, error, calls) = (new StringWriter(), new StringWriter(), 0);
        var host = new CommandHost
        {
            Out = output,
            Error = error,
            Files = new MemoryFiles(new() { ["d.json"] = Encoding.UTF8.GetBytes(Digits) }),
            Lessons = "{\"format\":1,\"lessons\":[]}"u8.ToArray(),
            Cancellation = cancellation.Token,
            ErrorIsTerminal = true,
            Clock = () =>
            {
                if (++calls == 20) cancellation.Cancel();
                return TimeSpan.FromSeconds(calls);
            },
        };
        return new(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }

    internal static Typed Disk(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = "{\"format\":1,\"lessons\":[]}"u8.ToArray() };
        return new(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }
}
