using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sim;

/// <summary>What <c>sim doctor</c> judges: the terminal, the system and the learner's folder as they are.</summary>
internal sealed record DoctorFacts
{
    public required string Version { get; init; }
    public required string System { get; init; }
    public required string Runtime { get; init; }

    /// <summary>Width in bits of the registers the kernels use; 0 if they compute one number at a time.</summary>
    public required int RegisterBits { get; init; }

    public required int Processors { get; init; }
    public required bool InputIsTerminal { get; init; }
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Null if nothing that has a size is there.</summary>
    public Size? Size { get; init; }

    public required TerminalCapabilities Capabilities { get; init; }

    /// <summary>The variables that decide, those that are set.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required string Folder { get; init; }

    /// <summary>Why the folder cannot be written; null if it can.</summary>
    public string? FolderProblem { get; init; }

    /// <summary>Variables that say how the terminal is taken.</summary>
    public static readonly string[] Deciding = ["TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "SIM_DATA", "XDG_DATA_HOME"];

    /// <summary>The facts of this process.</summary>
    public static DoctorFacts OfThisProcess(string version)
    {
        var device = TerminalSession.Device();
        var variables = Deciding.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Value!);
        string folder = PlayCommand.Folder();
        return new()
        {
            Version = version,
            System = $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
            Runtime = RuntimeInformation.FrameworkDescription,
            RegisterBits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
            Processors = Environment.ProcessorCount,
            InputIsTerminal = device.InputIsTerminal,
            OutputIsTerminal = device.OutputIsTerminal,
            Size = device.OutputIsTerminal ? device.Size : null,
            Capabilities = TerminalCapabilities.Detect(variables, device.InputIsTerminal, device.OutputIsTerminal, windows: OperatingSystem.IsWindows()),
            Variables = variables,
            Folder = folder,
            FolderProblem = Problem(folder),
        };
    }

    // Tried by writing, for permissions alone do not tell of a full or read-only disk.
    private static string? Problem(string folder)
    {
        string path = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, "sim");
            File.Delete(path);
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return wrong.Message;
        }
    }
}
