using System.Diagnostics;
using System.Text.Json;

namespace Bench;

/// <summary>Parts measured in a process of their own: this program again, whose rows are taken over one by one.</summary>
internal static class ChildRows
{
    public static void Run(Table table, string part)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, IsDotnet ? [typeof(ChildRows).Assembly.Location, part, "--json"] : [part, "--json"]) { RedirectStandardOutput = true })!;
        while (child.StandardOutput.ReadLine() is { } line)
            table.Add(JsonSerializer.Deserialize<Row>(line)!);
        child.WaitForExit();
        if (child.ExitCode > 1) throw new InvalidOperationException($"{part} ended with {child.ExitCode}");
    }

    private static bool IsDotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
}
