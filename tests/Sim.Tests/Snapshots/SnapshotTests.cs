using Snapshooter.Xunit;
using Xunit.Sdk;

namespace Sim.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Expected => Path.Combine(_folder, "__snapshots__", "A.B.snap");
    private string Mismatch => Path.Combine(_folder, "__snapshots__", "__mismatch__", "A.B.snap");

    private void Match(string text, params (string Name, string Value)[] environment) =>
        Snapshot.Match(text, _folder, "A.B.snap", name => environment.FirstOrDefault(variable => variable.Name == name).Value);

    [Fact]
    public void A_new_snapshot_is_written_and_then_compared()
    {
        Match("one\n");
        Assert.Equal("one\n", File.ReadAllText(Expected));
        Match("one\n");
        var failure = Assert.Throws<XunitException>(() => Match("two\n"));
        Assert.Contains("line 1\n  expected: one\n  actual:   two", failure.Message);
        Assert.Equal("two\n", File.ReadAllText(Mismatch));
        Match("one\n");
        Assert.False(File.Exists(Mismatch));
    }

    [Fact]
    public void Update_accepts_the_new_text()
    {
        Match("one\n");
        Match("two\n", ("UPDATE_SNAPSHOTS", "1"));
        Assert.Equal("two\n", File.ReadAllText(Expected));
    }

    [Fact]
    public void A_missing_snapshot_fails_in_CI()
    {
        var failure = Assert.Throws<XunitException>(() => Match("one\n", ("CI", "true")));
        Assert.Contains("is missing", failure.Message);
        Assert.False(File.Exists(Expected));
    }
}
