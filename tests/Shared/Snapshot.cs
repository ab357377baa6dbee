using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Snapshooter.Xunit;

/// <summary>The part of a snapshot's name that the test chooses.</summary>
internal sealed record SnapshotNameExtension(string Text)
{
    public static SnapshotNameExtension Create(params object[] parts) => new(string.Join('_', parts));
}

/// <summary>
/// Compares text with <c>__snapshots__/Class.Method.snap</c> beside the test. A new snapshot is written (in CI it fails);
/// a different one goes to <c>__mismatch__</c> and fails; UPDATE_SNAPSHOTS=1 accepts. Names and folders are Snapshooter's.
/// </summary>
internal static class Snapshot
{
    /// <param name="text">What the test produced.</param>
    /// <param name="extension">Set apart several snapshots of one test: Class.Method_extension.snap.</param>
    /// <param name="file">The test's source file, named as its class; filled in by the compiler.</param>
    /// <param name="method">The test method; filled in by the compiler.</param>
    public static void Match(string text, SnapshotNameExtension? extension = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(extension is null ? "" : "_" + extension.Text)}.snap";
        Match(text.ReplaceLineEndings("\n"), Path.GetDirectoryName(file)!, name, Environment.GetEnvironmentVariable);
    }

    internal static void Match(string actual, string folder, string name, Func<string, string?> environment)
    {
        string expectedPath = Path.Combine(folder, "__snapshots__", name);
        string mismatchPath = Path.Combine(folder, "__snapshots__", "__mismatch__", name);
        bool exists = File.Exists(expectedPath);
        if (exists && File.ReadAllText(expectedPath).ReplaceLineEndings("\n") == actual)
        {
            if (File.Exists(mismatchPath)) File.Delete(mismatchPath);
            return;
        }
        bool update = environment("UPDATE_SNAPSHOTS") == "1", ci = environment("CI") == "true";
        if (update || !exists && !ci)
        {
            Write(expectedPath, actual);
            return;
        }
        Write(mismatchPath, actual);
        throw new XunitException(exists
            ? $"Snapshot {name} differs: {FirstDifference(File.ReadAllText(expectedPath).ReplaceLineEndings("\n"), actual)}\nActual text: {mismatchPath}\nAccept it with UPDATE_SNAPSHOTS=1."
            : $"Snapshot {expectedPath} is missing, and CI=true forbids writing it. Run the test once outside CI and commit the file.");
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] old = expected.Split('\n'), now = actual.Split('\n');
        int line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line]) line++;
        return $"line {line + 1}\n  expected: {old.ElementAtOrDefault(line) ?? "(end)"}\n  actual:   {now.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
