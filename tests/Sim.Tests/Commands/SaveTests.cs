using System.Text.Json;

namespace Sim.Tests;

/// <summary><c>sim run --save</c> and <c>--load</c>, <c>sim predict</c>: with real files.</summary>
public class SaveTests
{
    private const string Melons = """
        {"name": "melons", "data": {"inputs": [[0.8, 0.6], [0.3, 0.2], [0.7, 0.9], [0.1, 0.4]], "labels": [1, 0, 1, 0], "classNames": ["sour", "sweet"], "inputNames": ["curl", "colour"]},
         "layers": [{"units": 3, "activation": "tanh"}, {"type": "dropout", "rate": 0.2}, {"units": 2, "activation": "softmax"}], "loss": "softmax_ce",
         "optimizer": {"type": "adam", "learningRate": 0.05}, "batches": {"size": 3}, "length": {"updates": 90} }
        """;

    private static string Hash(Typed typed)
    {
        Assert.Equal(0, typed.Code);
        return JsonDocument.Parse(typed.Out).RootElement.GetProperty("hash").GetString()!;
    }

    [Fact]
    public void A_run_saved_half_way_and_continued_ends_on_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        var (file, model) = (folder.Write("melons.json", Melons), Path.Combine(folder.Path, "half.safetensors"));
        var whole = Hash(RunDigitsTests.Disk("run", file, "--json"));
        var half = RunDigitsTests.Disk("run", file, "--updates", "37", "--save", model, "--json");
        Assert.Equal(model, JsonDocument.Parse(half.Out).RootElement.GetProperty("saved").GetString());
        Assert.NotEqual(whole, Hash(half));
        Assert.Equal(whole, Hash(RunDigitsTests.Disk("run", file, "--load", model, "--json")));
        Assert.Equal(whole, Hash(RunDigitsTests.Disk("run", "--load", model, "--updates", "90", "--json")));
        Assert.Equal([file, model], Directory.GetFiles(folder.Path).Order().Reverse());
        Assert.Contains("model saved as", RunDigitsTests.Disk("run", "--load", model, "--updates", "40", "--save", model).Out);
        RunDigitsTests.Disk("run", "--load", model, "--updates", "40").Refused("all 40 updates of its run", "--updates");
    }

    [Fact]
    public void A_model_answers_in_the_names_of_its_data()
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.Path, "m.safetensors");
        RunDigitsTests.Disk("run", folder.Write("melons.json", Melons), "--save", model);
        var one = JsonDocument.Parse(RunDigitsTests.Disk("predict", model, "--values", "0.9,0.8", "--json").Out).RootElement;
        Assert.Equal("sweet", one.GetProperty("names")[0].GetString());
        Assert.Equal(1, one.GetProperty("outputs")[0].EnumerateArray().Sum(share => share.GetDouble()), 5);
        var table = RunDigitsTests.Disk("predict", model, "--csv", folder.Write("new.csv", "id,colour,curl\n1,0.1,0.1\n2,0.9,0.9\n"));
        Assert.Matches(@"1 +sour .*\n +2 +sweet", table.Out);
        Assert.Contains("预测", RunDigitsTests.Disk("predict", model, "--values", "0.1 0.2", "--lang", "zh").Out);
        RunDigitsTests.Disk("predict", model, "--values", "1").Refused("1 values; expected 2");
        RunDigitsTests.Disk("predict", model).Refused("no inputs", "--csv FILE, --image FILE.pgm and --values");
        RunDigitsTests.Disk("predict", model, "--image", model).Refused("inputs have shape [2]");
        RunDigitsTests.Disk("predict", model, "--csv", folder.Write("bad.csv", "curl,size\n1,2\n")).Refused("no column 'colour'");
    }

    [Fact]
    public void A_picture_is_predicted_as_the_run_saw_it()
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.Path, "d.safetensors");
        RunDigitsTests.Disk("run", folder.Write("d.json", RunDigitsTests.Digits), "--save", model);
        var digit = new Core.DigitsData().Make(0, 1);
        byte[] pixels = [.. digit.Row(0).ToArray().Select(value => (byte)Math.Round(255 * value))];
        var image = Path.Combine(folder.Path, "one.pgm");
        File.WriteAllBytes(image, [.. "P5\n28 28\n255\n"u8, .. pixels]);
        var typed = RunDigitsTests.Disk("predict", model, "--image", image, "--json");
        Assert.Equal(0, typed.Code);
        Assert.Equal(digit.Targets.ClassNumbers[0], JsonDocument.Parse(typed.Out).RootElement.GetProperty("classes")[0].GetInt32());
    }

    [Fact]
    public void Files_that_are_no_models_or_models_of_another_network_are_refused()
    {
        using var folder = new TemporaryFolder();
        var (file, model) = (folder.Write("melons.json", Melons), Path.Combine(folder.Path, "m.safetensors"));
        RunDigitsTests.Disk("run", file, "--updates", "2", "--save", model);
        RunDigitsTests.Disk("run", folder.Write("wide.json", Melons.Replace("\"units\": 3", "\"units\": 4")), "--load", model).Refused("layer1.weight of shape [3,2]; expected [4,2]");
        RunDigitsTests.Disk("run", file, "--load", file).Refused("a header of");
        RunDigitsTests.Disk("run", file, "--load", folder.Path + "/none").Refused("there is no file");
        RunDigitsTests.Disk("run", file, "--load", model, "--precision", "double").Refused("of type F32; expected F64");
        File.WriteAllBytes(model, File.ReadAllBytes(model)[..^4]);
        RunDigitsTests.Disk("predict", model, "--values", "1,2").Refused("data_offsets");
        RunDigitsTests.Disk("run").Refused("needs a LESSON", "--load FILE");
    }

    [Fact]
    public void When_a_file_cannot_be_written_the_result_is_shown_and_the_last_good_file_stays()
    {
        using var folder = new TemporaryFolder();
        var (file, model) = (folder.Write("melons.json", Melons), Path.Combine(folder.Path, "m.safetensors"));
        if (OperatingSystem.IsLinux())
        {
            var full = RunDigitsTests.Disk("run", file, "--save", "/dev/full");
            Assert.Equal(ExitCode.WrongRequest, full.Code);
            Assert.Contains("weights' hash", full.Out);
            Assert.Contains("--save /dev/full: it cannot be written", full.Error);
            Assert.True(File.Exists("/dev/full") && new FileInfo("/dev/full").Length == 0);
        }

        RunDigitsTests.Disk("run", file, "--save", folder.Path).Refused("given a directory");
        RunDigitsTests.Disk("run", file, "--save", folder.Path + "/no/m").Refused("there is no directory");
        RunDigitsTests.Disk("run", file, "--updates", "5", "--save", model);
        var good = File.ReadAllBytes(model);
        var files = new FailingFiles(new DiskFiles());
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(ExitCode.WrongRequest, CommandLine.Run(["run", file, "--updates", "9", "--save", model], new CommandHost { Out = output, Error = error, Files = files, Lessons = "{\"format\":1,\"lessons\":[]}"u8.ToArray() }));
        Assert.Contains("as it was", error.ToString());
        Assert.Equal(good, File.ReadAllBytes(model));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    /// <summary>A write that is broken off leaves what was there: the new bytes are beside until they are whole.</summary>
    [Fact]
    public void A_write_that_fails_half_way_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.Path, "m");
        AtomicFile.Write(model, [1, 2, 3]);
        Directory.CreateDirectory($"{model}.{Environment.ProcessId}.new");
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(model, [4]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(model));
    }

    private sealed class FailingFiles(IFiles files) : IFiles
    {
        public bool Exists(string path) => files.Exists(path);

        public ReadOnlyMemory<byte> Read(string path, long most) => files.Read(path, most);

        public TextReader OpenText(string path) => files.OpenText(path);

        public void Write(string path, ReadOnlyMemory<byte> bytes) => throw new IOException("No space left on device");
    }
}
