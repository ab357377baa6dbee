using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace Sim.Tests;

/// <summary>Saved models that are none, or no longer: real files through the command line.</summary>
public class BadModelTests
{
    private const string Line = """{"data": {"inputs": [[0], [1], [2]], "targets": [1, 3, 5]}, "layers": [{"units": 1}], "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 4} }""";

    private static string Saved(TemporaryFolder folder, string text = Line)
    {
        var model = Path.Combine(folder.Path, "m.safetensors");
        Assert.Equal(0, RunDigitsTests.Disk("run", folder.Write("line.json", text), "--save", model).Code);
        return model;
    }

    private static void Refused(string model, params string[] parts)
    {
        RunDigitsTests.Disk("predict", model, "--values", "1").Refused(parts);
        RunDigitsTests.Disk("run", "--load", model, "--updates", "9").Refused(parts);
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        var model = Saved(folder);
        var bytes = File.ReadAllBytes(model);
        var data = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(data), float.NaN);
        File.WriteAllBytes(model, bytes);
        Refused(model, "layer1.weight with NaN at place 0", "diverged");
    }

    [Fact]
    public void A_model_of_a_run_that_diverged_is_refused_when_it_is_used()
    {
        using var folder = new TemporaryFolder();
        Refused(Saved(folder, Line.Replace("\"updates\": 4", "\"updates\": 4000").Replace("0.1}", "1000}")), "expected finite numbers");
    }

    [Fact]
    public void Files_that_end_early_or_are_something_else_are_refused()
    {
        using var folder = new TemporaryFolder();
        var model = Saved(folder);
        var bytes = File.ReadAllBytes(model);
        foreach (var (part, told) in new[] { (bytes[..5], "a file of 5 bytes"), (bytes[..100], "this one is cut off"), (bytes[..^1], "data_offsets"), (Encoding.UTF8.GetBytes(Line), "a header of"), ([.. bytes, 0], "as the header says") })
        {
            File.WriteAllBytes(model, part);
            Refused(model, told);
        }

        File.WriteAllBytes(model, []);
        Refused(model, "a file of 0 bytes");
        Refused(folder.Path, "is a directory");
        if (OperatingSystem.IsLinux()) Refused("/dev/zero", "64 MB");
        if (OperatingSystem.IsWindows()) return;
        var pipe = Path.Combine(folder.Path, "pipe");
        Process.Start("mkfifo", pipe).WaitForExit();
        RunDigitsTests.Disk("predict", pipe, "--values", "1").Refused("nobody writes to");
    }

    [Fact]
    public void A_folder_where_nothing_can_be_written_is_told_before_the_training()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root") return;
        using var folder = new TemporaryFolder();
        var closed = Directory.CreateDirectory(Path.Combine(folder.Path, "closed"), UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;
        RunDigitsTests.Disk("run", folder.Write("line.json", Line), "--save", Path.Combine(closed, "m")).Refused("cannot be written", "Name another place");
    }
}
