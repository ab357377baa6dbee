using System.Text;

namespace Sim.Tests;

/// <summary>A command line run in this process: what it printed, and its exit code.</summary>
internal sealed record Typed(int Code, string Out, string Error)
{
    /// <summary>Runs the arguments with the program's own lessons and the given files.</summary>
    public static Typed Run(string[] arguments, params (string Path, string Text)[] files)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CommandHost
        {
            Out = output,
            Error = error,
            Files = new MemoryFiles(files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text))),
            Lessons = Own(),
        };
        return new(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }

    /// <summary>Two small lessons of the tests' own: what the program's lessons say may change.</summary>
    public static ReadOnlyMemory<byte> Own()
    {
        using var stream = typeof(Typed).Assembly.GetManifestResourceStream("commands-lessons.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>One argument per word.</summary>
    public static Typed Run(string line, params (string Path, string Text)[] files) => Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), files);

    /// <summary>The request was refused in the product's manner.</summary>
    public Typed Refused(params string[] parts)
    {
        Assert.Equal(2, Code);
        Assert.Equal("", Out);
        Assert.StartsWith("sim: ", Error);
        Assert.DoesNotContain("Exception", Error);
        Assert.DoesNotContain("   at ", Error);
        foreach (var part in parts) Assert.Contains(part, Error);
        return this;
    }
}

/// <summary>Files that exist in memory only.</summary>
internal sealed class MemoryFiles(Dictionary<string, byte[]> files) : IFiles
{
    public bool Exists(string path) => files.ContainsKey(path);

    public ReadOnlyMemory<byte> Read(string path, long most) => files.TryGetValue(path, out var bytes)
        ? bytes
        : throw new RequestException($"there is no file {path}");

    public TextReader OpenText(string path) => new StringReader(Encoding.UTF8.GetString(Read(path, long.MaxValue).Span));

    public void Write(string path, ReadOnlyMemory<byte> bytes) => files[path] = bytes.ToArray();
}
