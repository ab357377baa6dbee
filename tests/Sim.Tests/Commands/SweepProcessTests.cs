using System.Diagnostics;
using System.Text.Json;

namespace Sim.Tests;

/// <summary>A sweep in a process of its own: pipes and signals.</summary>
public class SweepProcessTests
{
    [Fact]
    public void Nobody_reading_the_csv_is_no_error()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start("sweep", "xor", "--over", "optimizer.learningRate=0.1,0.2", "--updates", "2", "--format", "csv");
        process.StandardOutput.Dispose();
        Assert.Equal("", process.StandardError.ReadToEnd());
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void Ctrl_C_leaves_whole_json_and_without_a_terminal_there_is_no_bar()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start("sweep", "xor", "--over", "optimizer.learningRate=0.1,0.2", "--over", "optimizer.momentum=0,0.5", "--updates", "1000000000", "--format", "json");
        // It trains by then: everything before takes less.
        while (process.TotalProcessorTime < TimeSpan.FromSeconds(1.5)) Thread.Sleep(50);
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        var root = JsonDocument.Parse(process.StandardOutput.ReadToEnd()).RootElement;
        Assert.Equal("sim: interrupted after 0 of 4 runs: this is the result so far.\n", process.StandardError.ReadToEnd());
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal((130, true, 4, 0), (process.ExitCode, root.GetProperty("interrupted").GetBoolean(), root.GetProperty("asked").GetInt32(), root.GetProperty("runs").GetArrayLength()));
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
