namespace Bench;

/// <summary>A learner's folder for one measurement; the tour was seen.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder() => File.WriteAllText(System.IO.Path.Combine(Path, "choices.json"), """{"tourSeen": true, "language": "en"}""");

    public string Path { get; } = Directory.CreateTempSubdirectory("sim-bench").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
