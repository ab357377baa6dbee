using System.Text;

namespace Sim;

/// <summary>Writes the file that somebody asked for: whole or not at all.</summary>
internal static class OutputFile
{
    public const string Standard = "-";

    /// <exception cref="RequestException">It cannot be written; what was there before is still there.</exception>
    public static void Write(ExportFile file, TextWriter standard)
    {
        if (file.Path == Standard)
        {
            standard.Write(file.Text);
            return;
        }
        try
        {
            string path = Target(file.Path);
            byte[] bytes = Encoding.UTF8.GetBytes(file.Text);
            if (IsDevice(path)) WriteTo(path, bytes);
            else AtomicFile.Write(path, bytes);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RequestException($"{file.Path} cannot be written ({wrong.Message}); no part of it was left. Expected a file in a folder that can be written, with room on the disk.");
        }
    }

    // A link stays a link: the file behind it is replaced.
    private static string Target(string path)
    {
        string whole = Path.GetFullPath(path);
        return File.Exists(whole) && File.ResolveLinkTarget(whole, returnFinalTarget: true) is { } target ? target.FullName : whole;
    }

    // A device or a pipe has no name that could be given to another file.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal)) && File.Exists(path);

    private static void WriteTo(string device, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(bytes);
    }
}
