using System.Runtime.CompilerServices;

namespace Shared;

/// <summary>The sources as files, for tests that hold conventions.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Source files below a folder, by path relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("\\obj\\") && !path.Contains("\\bin\\"))
            .Select(path => (System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = System.IO.Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Sim.sln"))) folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No Sim.sln above {here}.");
    }
}
