using System.Runtime.InteropServices;

namespace Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Line() =>
        $"{Processor()}, {Environment.ProcessorCount} processors, {Core.Widest.Bits}-bit registers, {RuntimeInformation.FrameworkDescription}, load{Load()}";

    private static string Processor() => Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>How many threads wanted a processor in the last minute.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? $" {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : " unknown";

    private static string? Field(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
