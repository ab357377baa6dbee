using System.Text;

namespace Sim;

/// <summary>The accepted snapshots of a script: text files in <c>__snapshots__</c> beside it, named <c>SCRIPT.SNAPSHOT.txt</c>.</summary>
internal sealed class ScriptGoldens(string scriptPath)
{
    private const string Ending = ".txt";
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(scriptPath) ?? "", "__snapshots__"), _script = ScriptFile.NameOf(scriptPath);

    public string PathOf(string snapshot) => Path.Combine(_folder, $"{_script}.{snapshot}{Ending}");

    /// <summary>The accepted text, or null if there is none.</summary>
    public string? Read(string snapshot)
    {
        try { return File.ReadAllText(PathOf(snapshot)).ReplaceLineEndings("\n"); }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException) { return null; }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{PathOf(snapshot)}: it cannot be read ({wrong.Message}); expected a readable text file.");
        }
    }

    /// <exception cref="RequestException">The folder cannot be written.</exception>
    public void Write(string snapshot, string text) => Try(PathOf(snapshot), () => AtomicFile.Write(PathOf(snapshot), Encoding.UTF8.GetBytes(text)));

    public void Delete(string file) => Try(file, () => File.Delete(file));

    /// <summary>Files of this script whose snapshot is no longer taken.</summary>
    public IReadOnlyList<string> Stale(IEnumerable<string> snapshots)
    {
        if (!Directory.Exists(_folder)) return [];
        var taken = snapshots.Select(PathOf).ToHashSet();
        return [.. Directory.EnumerateFiles(_folder, $"{_script}.*{Ending}").Where(file => IsOurs(file) && !taken.Contains(file)).Order(StringComparer.Ordinal)];
    }

    // Names of snapshots have no point, so files of a script called SCRIPT.more are not taken for ours.
    private bool IsOurs(string file) =>
        Path.GetFileName(file) is var name && name.StartsWith(_script + ".", StringComparison.Ordinal) && !name[(_script.Length + 1)..^Ending.Length].Contains('.');

    private static void Try(string path, Action write)
    {
        try { write(); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{path}: it cannot be written ({wrong.Message}); expected a folder that can be written.");
        }
    }
}
