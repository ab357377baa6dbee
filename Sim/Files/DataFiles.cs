using System.Text.Json;
using Core;

namespace Sim;

/// <summary>The data files that experiments name.</summary>
internal static class DataFiles
{
    private const string Mnist = "data={\"type\":\"mnist\"";

    /// <summary>Opens data files beside an experiment file; for what ships with the program, where paths come from the command line, as they are.</summary>
    public static DataLoader Beside(string? folder, IFiles files) => new(
        path => files.OpenText(Place(folder, path)),
        paths => files.OpenBytes(paths.Select(path => Place(folder, path)).FirstOrDefault(files.Exists) ?? Place(folder, paths[0])));

    /// <summary><c>--data DIR</c> as an assignment: the experiment's data is MNIST in that folder.</summary>
    public static string Assignment(string folder) => $"{Mnist},\"path\":\"{JsonEncodedText.Encode(Path.GetFullPath(folder))}\"}}";

    /// <summary>What such an assignment is called, or nothing.</summary>
    public static string? NameOf(string assignment) => assignment.StartsWith(Mnist, StringComparison.Ordinal) ? "MNIST" : null;

    private static string Place(string? folder, string path) => Path.Combine(folder ?? "", path);
}
