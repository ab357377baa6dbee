using System.Diagnostics;
using System.Text.Json;

namespace Sim.Tests;

/// <summary>A training that is broken off: signals sent to the real process.</summary>
public class InterruptedRunTests
{
    private static readonly string Table = "a,b,c\n" + string.Concat(Enumerable.Range(0, 200).Select(k => $"{k},{k * k % 7},{k * 37 % 101}.5\n"));

    [Fact]
    public void Ctrl_C_shows_the_result_so_far_exits_with_130_and_the_saved_model_goes_on_to_the_same_bits()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var (table, model) = (folder.Write("t.csv", Table), Path.Combine(folder.Path, "m.safetensors"));
        var (code, output, error) = Signalled("-INT", "run", "--csv", table, "--save", model, "--json", "--updates", "100000000");
        Assert.Equal(130, code);
        Assert.Contains("interrupted after update", error);
        var updates = JsonDocument.Parse(output).RootElement.GetProperty("updates").GetInt64();
        Assert.Equal(Hash("run", "--csv", table, "--updates", $"{updates + 10}", "--json"), Hash("run", "--load", model, "--updates", $"{updates + 10}", "--json"));
    }

    [Fact]
    public void Killed_in_the_middle_it_leaves_the_last_good_model_as_it_was()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var (table, model) = (folder.Write("t.csv", Table), Path.Combine(folder.Path, "m.safetensors"));
        Hash("run", "--csv", table, "--save", model, "--json");
        var good = File.ReadAllBytes(model);
        Assert.Equal(137, Signalled("-KILL", "run", "--csv", table, "--save", model, "--json", "--updates", "100000000").Code);
        Assert.Equal(good, File.ReadAllBytes(model));
        Assert.Equal([model, table], Directory.GetFiles(folder.Path).Order());
    }

    private static string Hash(params string[] arguments) => JsonDocument.Parse(RunDigitsTests.Disk(arguments).Out).RootElement.GetProperty("hash").GetString()!;

    // What was chosen for the table is told just before the training.
    private static (int Code, string Out, string Error) Signalled(string signal, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        while (process.StandardError.ReadLine() is { } line && !line.StartsWith("output layer")) { }
        Thread.Sleep(300);
        Process.Start("kill", [signal, $"{process.Id}"]).WaitForExit();
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        return (process.ExitCode, output.Result, error);
    }
}
